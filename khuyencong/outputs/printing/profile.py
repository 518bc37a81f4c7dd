"""The profile sheet of an establishment as the data that its template reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from khuyencong.model.establishment import Establishment, EstablishmentRelated
from khuyencong.model.view import Card, TimelineStep
from khuyencong.outputs.printing.brochure import Shown


def profile_data(one: Establishment, related: EstablishmentRelated, shown: Shown) -> dict[str, object]:
    """Give what `profile.typ` reads of one establishment.

    Arguments:
        one: the establishment.
        related: what its page shows of other entries.
        shown: how pictures are found; photos go by the address of their page.
    """
    photo, alt = shown.photos.get(one.url, (None, ""))
    return {
        "slug": one.slug,
        "name": one.title,
        "kind": "Làng nghề" if one.kind == "craft village" else related.legal_form,
        "sector": related.sector.text if related.sector else "",
        "address": f"{shown.base}{one.url}",
        "code": shown.codes[one.url],
        "photo": photo,
        "alt": alt,
        "drawing": asdict(related.artwork),
        "summary": one.summary,
        "notice": _notice(one),
        "facts": [{"label": label, "text": text} for label, text in _facts(one, related) if text],
        "products": [_product(card, shown) for card in related.products],
        "recognitions": [_step(step) for step in related.timeline],
        "supports": [f"{support.year or ''}: {support.content}".removeprefix(": ") for support in one.supports],
        "sources": [
            ", ".join(filter(None, (source.title, source.publisher, source.date.vietnamese if source.date else "")))
            for source in one.sources
        ],
    }


def _product(card: Card, shown: Shown) -> dict[str, object]:
    photo, alt = shown.photos.get(card.url, (None, ""))
    drawing = asdict(card.artwork) if card.artwork else None
    return {"title": card.title, "note": card.kicker, "photo": photo, "alt": alt, "drawing": drawing}


def _notice(one: Establishment) -> str:
    """Say of one that is not known to be a rural-industry establishment that it is not, as its page does."""
    if one.scope is None or one.scope.status == "CNNT":
        return ""
    said = {"chưa xác định": "Chưa xác định là cơ sở công nghiệp nông thôn."}
    return said.get(one.scope.status, "Không phải cơ sở công nghiệp nông thôn.")


def _facts(one: Establishment, related: EstablishmentRelated) -> Iterator[tuple[str, str]]:
    unit = related.unit
    yield "Sản phẩm chính", one.makes or ""
    yield "Địa chỉ như nguồn ghi", one.address.text
    yield "Từ 01/07/2025", f"{unit.name}, {unit.province}" if unit else ""
    yield "Thành lập", one.founded or ""
    yield "Điện thoại", one.contact.phone or ""
    yield "Thư điện tử", one.contact.email or ""
    yield "Zalo", one.contact.zalo or ""
    yield "Trang web", str(one.website or "")
    yield "Chứng nhận", "; ".join(one.certifications)
    yield "Tên khác", "; ".join(one.also_known_as)


def _step(step: TimelineStep) -> dict[str, str]:
    subject = f": {step.subject.text}" if step.subject else ""
    decision = f"Quyết định {step.decision.text}" if step.decision else ""
    date = step.date.vietnamese if step.date else "Nguồn không ghi năm"
    return {"date": date, "title": f"{step.title}{subject}", "note": decision}
