"""Plans the copies of a picture: their names, widths and formats, and what a page says of them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from khuyencong.model.media_view import PictureView
from khuyencong.model.pictures.slots import Slot
from khuyencong.model.pictures.verdict import Facts
from khuyencong.model.vietnamese import file_slug

DIGEST_LENGTH = 8
"""Digits of the hash in the name of a copy: enough to tell apart editions of one picture."""
WIDEST_WEBP = 1408
"""Browsers that lack AVIF but know WebP are old, and so are their screens; and no card or tile needs more."""
_ENDINGS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "png", "SVG": "svg"}


class Copy(NamedTuple):
    """One copy of a picture to be made.

    Arguments:
        url: its address.
        width: its width in pixels.
        format: `AVIF`, `WEBP`, `JPEG`, `PNG` or `SVG`.
    """

    url: str
    width: int
    format: str


class Plan(NamedTuple):
    """A picture as one slot needs it.

    Arguments:
        view: what the page says.
        copies: the files that it names.
    """

    view: PictureView
    copies: tuple[Copy, ...]


def plan(facts: Facts, name: str, folder_url: str, alt: str, slot: Slot) -> Plan:
    """Plan a picture for a slot.

    Arguments:
        facts: what is known of the picture.
        name: the name of its file; the copies are called after it.
        folder_url: the address of the entry that the picture belongs to; its copies lie there, whoever shows them.
        alt: what the picture shows, in words.
        slot: where it is shown.
    """
    stem = f"{folder_url}{file_slug(PurePosixPath(name).stem) or 'anh'}-{facts.digest[:DIGEST_LENGTH]}"
    sets = _sets(facts, stem, slot)
    plain = sets.pop()[0]
    width, height = slot.shown(facts)
    view = PictureView(
        src=plain.url,
        sources=tuple((f"image/{copies[0].format.lower()}", _srcset(copies)) for copies in sets),
        width=width,
        height=height,
        alt=alt,
        sizes=slot.sizes(facts),
        tone=facts.tone,
    )
    return Plan(view, (*(copy for copies in sets for copy in copies), plain))


def _sets(facts: Facts, stem: str, slot: Slot) -> list[tuple[Copy, ...]]:
    """Give the copies by format, best format first; the last set is the one for browsers that know no better."""
    if facts.form == "drawing":
        return [(Copy(f"{stem}.svg", facts.width, "SVG"),)]
    widths = slot.widths(facts)
    plain = next((width for width in widths if width >= slot.plain), widths[-1])
    sets = [("WEBP", [width for width in widths if width <= WIDEST_WEBP] or widths[:1])]
    if slot.has_avif and facts.form == "photo":
        sets.insert(0, ("AVIF", list(widths)))
    sets.append(("JPEG" if facts.form == "photo" else "PNG", [plain]))
    return [
        tuple(Copy(f"{stem}-{width}.{_ENDINGS[form]}", width, form) for width in of_format) for form, of_format in sets
    ]


def _srcset(copies: tuple[Copy, ...]) -> str:
    return ", ".join(f"{copy.url} {copy.width}w" for copy in copies)
