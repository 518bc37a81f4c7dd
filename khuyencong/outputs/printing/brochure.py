"""The brochure of products as the data that its template reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import cycle, islice

from khuyencong.model.artwork import GROUNDS
from khuyencong.model.brochure import Brochure, BrochureProduct, IndexLine

ON_THE_COVER = 20
"""Drawings on the cover: five rows of four fill two thirds of any of the sheets."""


CARD_WIDTHS = {"190x270": 51, "A4": 57, "A5": 57}
"""The papers that a brochure can have, and the width of a picture on each in millimetres."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the pictures of what is printed are found.

    Arguments:
        base: the address of the site, without a stroke at the end.
        photos: the name of the picture of each entry that has a photo, with what it shows, by the entry's address.
        codes: the QR code of each page, size in modules and path, by its address.
    """

    base: str
    photos: Mapping[str, tuple[str, str]]
    codes: Mapping[str, tuple[int, str]]


def brochure_data(what: Brochure, shown: Shown, paper: str, publisher: str, day: dt.date) -> dict[str, object]:
    """Give what the template `brochure.typ` reads.

    Arguments:
        what: the products and the indexes.
        shown: how their pictures are found.
        paper: a key of `CARD_WIDTHS`.
        publisher: who publishes it.
        day: the day of printing.
    """
    products = [one for group in what.groups for one in group.products]
    return {
        "title": what.title,
        "subtitle": what.subtitle,
        "publisher": publisher,
        "year": day.year,
        "total": what.total,
        **setting(paper),
        "cover": list(_cover(products)),
        "drawn": len(shown.photos) < len(products),
        "groups": [
            {
                "key": group.key or "none",
                "title": group.title,
                "products": [_card(one, shown) for one in group.products],
            }
            for group in what.groups
        ],
        "makers": [_line(line) for line in what.makers],
        "places": [_line(line) for line in what.places],
    }


def _line(line: IndexLine) -> dict[str, object]:
    return {"name": line.name, "note": line.note, "slugs": line.slugs}


def _card(one: BrochureProduct, shown: Shown) -> dict[str, object]:
    photo, alt = shown.photos.get(one.card.url, (None, ""))
    return {
        "slug": one.slug,
        "title": one.card.title,
        "maker": one.maker,
        "place": one.place,
        "recognitions": one.recognitions,
        "address": f"{shown.base}{one.card.url}",
        "code": shown.codes[one.card.url],
        "photo": photo,
        "alt": alt,
        "drawing": asdict(one.card.artwork) if one.card.artwork else None,
    }


def setting(paper: str) -> dict[str, object]:
    """Give what `house.typ` asks of every document.

    Arguments:
        paper: the name of the paper.
    """
    return {"setting": {"paper": paper, "bleed": False, "grey": False}, "draft": False}


def _cover(products: list[BrochureProduct]) -> Iterator[dict[str, object]]:
    """Fill the cover with drawings of all the book; where it has few, they come again on other grounds."""
    motifs = {one.card.artwork.motif: one.card.artwork for one in products if one.card.artwork}
    spread = list(motifs.values())[:: max(1, len(motifs) // ON_THE_COVER)]
    for number, artwork in enumerate(islice(cycle(spread), ON_THE_COVER)):
        ground, is_again = GROUNDS[number * 5 % len(GROUNDS)], number // len(spread) % 2 == 1
        yield asdict(replace(artwork, ground=ground, mirrored=is_again))
