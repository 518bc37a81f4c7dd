"""Makes what is printed of the catalogue: the brochure, profile sheets, labels, summaries of programmes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from khuyencong.build.printed_pictures import drawing_files, printed_photo
from khuyencong.model.brochure import brochure
from khuyencong.model.brochure_choice import Choice, ChoiceError
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.labels import Label
from khuyencong.model.problem import quoted
from khuyencong.model.programme import Programme
from khuyencong.model.vietnamese import sort_key
from khuyencong.outputs.printing.brochure import CARD_WIDTHS, Shown, brochure_data, setting
from khuyencong.outputs.printing.profile import profile_data
from khuyencong.outputs.printing.programmes import programme_data
from khuyencong.outputs.qr import qr_code

PROFILE_PICTURE = 62
"""Width of the picture on a profile sheet in millimetres, as in `profile.typ`."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What everything that is printed is made from.

    Arguments:
        catalogue: all entries.
        content: the content folder.
        theme: the theme.
        day: the day of printing.
    """

    catalogue: Catalogue
    content: Path
    theme: Path
    day: dt.date

    @property
    def publisher(self) -> str:
        """Who publishes: the responsible body, or the site while no body has taken it over."""
        return self.catalogue.site.identity.governing_body or self.catalogue.site.name

    def codes(self, urls: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Give the QR codes of pages by their addresses on the site."""
        drawn = {url: qr_code(f"{self.catalogue.site.url}{url}", "m") for url in urls}
        return {url: (code.size, code.path) for url, code in drawn.items()}


def set_brochure(choice: Choice, paper: str, workshop: Workshop) -> bytes:
    """Make a brochure as PDF.

    Arguments:
        choice: which products.
        paper: a key of `CARD_WIDTHS`.
        workshop: what it is made from.

    Raises:
        ChoiceError: when the choice names what is not there, or no product is left.
        PrintError: when the template cannot be set.
    """
    from khuyencong.outputs.printing.typesetting import typeset  # noqa: PLC0415 - large, see there

    catalogue, theme = workshop.catalogue, workshop.theme
    what = brochure(choice, catalogue)
    products = [one for group in what.groups for one in group.products]
    entries = {one.slug: entry for one in products if (entry := catalogue.get("product", one.slug))}
    pictures = dict(drawing_files((one.card.artwork for one in products), theme))
    photos = {}
    for slug, entry in entries.items():
        if photo := printed_photo(entry, catalogue, workshop.content, CARD_WIDTHS[paper]):
            photos[entry.url] = (f"photos/{slug}.jpg", entry.image.alt if entry.image else "")
            pictures[f"photos/{slug}.jpg"] = photo
    shown = Shown(catalogue.site.url, photos, workshop.codes(one.card.url for one in products))
    data = brochure_data(what, shown, paper, workshop.publisher, workshop.day)
    return typeset(theme / "print", "brochure.typ", data, pictures, day=workshop.day)


def set_profiles(establishments: Sequence[Establishment], workshop: Workshop) -> bytes:
    """Make profile sheets, one page of A4 for each establishment, as one PDF.

    Arguments:
        establishments: whose.
        workshop: what they are made from.

    Raises:
        PrintError: when the template cannot be set.
    """
    from khuyencong.outputs.printing.typesetting import typeset  # noqa: PLC0415 - large, see there

    catalogue, base = workshop.catalogue, workshop.catalogue.site.url
    pictures: dict[str, bytes] = {}
    codes = workshop.codes(one.url for one in establishments)
    profiles = []
    for one in establishments:
        related = one.related(catalogue)
        photos = {}
        for each in (one, *catalogue.referring("product", one)):
            if photo := printed_photo(each, catalogue, workshop.content, PROFILE_PICTURE):
                photos[each.url] = f"photos/{each.type_key}/{each.slug}.jpg", each.image.alt if each.image else ""
                pictures[photos[each.url][0]] = photo
        pictures |= dict(drawing_files((related.artwork, *(card.artwork for card in related.products)), workshop.theme))
        profiles.append(profile_data(one, related, Shown(base, photos, codes)))
    title = establishments[0].title if len(establishments) == 1 else "Hồ sơ cơ sở công nghiệp nông thôn"
    day = workshop.day.strftime("%d/%m/%Y")
    data = {**setting("A4"), "title": title, "publisher": workshop.publisher, "day": day, "profiles": profiles}
    return typeset(workshop.theme / "print", "profile.typ", data, pictures, day=workshop.day)


def set_labels(labels: Sequence[Label], workshop: Workshop) -> bytes:
    """Make labels with QR codes for a fair, 21 on a sheet of A4.

    Arguments:
        labels: what stands on them.
        workshop: what they are made from.

    Raises:
        PrintError: when the template cannot be set.
    """
    from khuyencong.outputs.printing.typesetting import typeset  # noqa: PLC0415 - large, see there

    codes = workshop.codes(one.url for one in labels)
    shown = [{"code": codes[one.url], **asdict(one)} for one in labels]
    data = {**setting("A4"), "title": "Nhãn mã QR", "publisher": workshop.publisher, "labels": shown}
    return typeset(workshop.theme / "print", "labels.typ", data, {}, day=workshop.day)


def set_programmes(period: str, workshop: Workshop) -> bytes:
    """Make the summary of the programmes of a year or a period.

    Arguments:
        period: as the programmes write it, for instance `2022` or `2014-2020`.
        workshop: what it is made from.

    Raises:
        ChoiceError: when no programme has this period.
        PrintError: when the template cannot be set.
    """
    from khuyencong.outputs.printing.typesetting import typeset  # noqa: PLC0415 - large, see there

    catalogue, base = workshop.catalogue, workshop.catalogue.site.url
    known = catalogue.all(Programme)
    chosen = sorted((one for one in known if one.period == period), key=lambda one: sort_key(one.province))
    if not chosen:
        periods = sorted({one.period for one in known})
        raise ChoiceError(f"không có chương trình của {quoted(period)}. Hãy chọn một trong: {', '.join(periods)}.")
    codes = workshop.codes(one.url for one in chosen)
    programmes = []
    for one in chosen:
        basis = [document.card(catalogue).title for document in catalogue.named("document", one.legal_basis)]
        programmes.append(programme_data(one, basis, base, codes[one.url]))
    said = period.replace("-", "–")
    title = f"Khuyến công {'giai đoạn' if '-' in period else 'năm'} {said}: kế hoạch và kết quả"
    data = {**setting("A4"), "title": title, "publisher": workshop.publisher, "programmes": programmes}
    return typeset(workshop.theme / "print", "programmes.typ", data, {}, day=workshop.day)
