"""Support schemes: what they rest on, who received them, which are current."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Attachment
from khuyencong.model.listings import listings
from khuyencong.model.support import SUPPORT, SupportRelated, SupportScheme
from tests.content import catalogue, document, entry, establishment, problems, support


def related(found: Catalogue, slug: str) -> SupportRelated:
    one = found.get("support", slug)
    assert isinstance(one, SupportScheme)
    return one.related(found)


def test_recipients_are_found_from_what_establishments_received(tmp_path: Path) -> None:
    twice = ("supports:", "  - {content: Máy, scheme: may, year: 2019}", "  - {content: Máy nữa, scheme: may}")
    found = catalogue(
        tmp_path,
        {
            "support/may.md": support(),
            "support/khac.md": support(),
            "establishments/b.md": establishment(*twice, title="B"),
            "establishments/a.md": establishment("supports: [{content: Máy, scheme: may}]", title="A"),
            "establishments/c.md": establishment("supports: [{content: Máy}]", title="C"),
            "establishments/d.md": establishment(*twice, "status: hidden", title="D"),
        },
    )
    assert [card.title for card in related(found, "may").recipients] == ["A", "B"]
    assert related(found, "khac").recipients == ()


def test_the_documents_it_rests_on_stand_in_the_order_written(tmp_path: Path) -> None:
    files = {"documents/a.md": document("1/QĐ"), "documents/b.md": document("2/QĐ")}
    found = catalogue(tmp_path, {**files, "support/h.md": support("documents: [2-qd, 1-qd]")})
    assert [card.url for card in related(found, "h").documents] == ["/van-ban/2-qd/", "/van-ban/1-qd/"]


def test_schemes_in_force_stand_first_then_by_name(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "support/1.md": support(title="An cũ"),
            "support/2.md": support("in_force: true", title="Đào tạo"),
            "support/3.md": support("in_force: true", title="Dây chuyền"),
            "support/4.md": support("in_force: false", title="Áo cũ"),
        },
    )
    assert [one.title for one in found.all(SupportScheme)] == ["Dây chuyền", "Đào tạo", "An cũ", "Áo cũ"]
    sizes = {one.url: len(one.slugs) for one in listings(found.index, SUPPORT.key)}
    assert sizes == {
        "/ho-tro/": 4,
        "/ho-tro/pham-vi/ca-nuoc/": 4,
        "/ho-tro/hieu-luc/dang-ap-dung/": 2,
        "/ho-tro/hieu-luc/muc-cu/": 2,
    }


def test_a_card_says_what_and_how_much_and_where(tmp_path: Path) -> None:
    files = {"support/a.md": support("maximum: 300 triệu đồng"), "support/b.md": support("summary: Tóm tắt", title="X")}
    found = catalogue(tmp_path, files)
    a, b = found.all(SupportScheme)
    assert (a.card(found).kicker, a.card(found).summary, a.card(found).facts) == (
        "Cả nước",
        "Máy móc",
        ("300 triệu đồng",),
    )
    assert b.card(found).summary == "Tóm tắt"
    assert (a.describe(found), b.describe(found)) == ("Hỗ trợ máy. Đối tượng: Cơ sở CNNT.", "Tóm tắt")


def test_application_forms_are_offered_for_download(tmp_path: Path) -> None:
    form = "application: [{file: don.pdf, title: Mẫu đơn}]"
    found = catalogue(tmp_path, {"support/a.md": support(form), "support/don.pdf": b"%PDF-1.4\n"})
    assert found.all(SupportScheme)[0].attached == (Attachment(file="don.pdf", title="Mẫu đơn"),)


def test_what_every_scheme_must_say_is_asked_for(tmp_path: Path) -> None:
    said = problems(tmp_path, {"support/a.md": entry("title: A", "eligible: B")})
    assert [line.split(":")[2].strip() for line in said] == ["area", "content", "validity"]
