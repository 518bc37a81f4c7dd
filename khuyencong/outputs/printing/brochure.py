"""The brochure of products as the data that its template reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import cycle, islice

from khuyencong.model.artwork import GROUNDS
from khuyencong.model.brochure import Brochure, BrochureProduct, IndexLine
from khuyencong.model.view import Artwork

ON_THE_COVER = 20
"""Drawings on the cover: five rows of four fill two thirds of any of the sheets."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper.

    Arguments:
        width: in millimetres.
        height: in millimetres.
        columns: products side by side.
        rows: rows of products on a page.
    """

    width: int
    height: int
    columns: int
    rows: int


SHEETS = {"190x270": Sheet(190, 270, 3, 3), "A4": Sheet(210, 297, 3, 3), "A5": Sheet(148, 210, 2, 2)}
"""The sizes that a brochure can have, by name."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the pictures of what is printed are found.

    Arguments:
        base: the address of the site, without a stroke at the end.
        hues: the hue of each tone of drawings in degrees, by the colours and the number of the tone.
        photos: the name of the picture of each entry that has a photo, with what it shows, by the entry's address.
    """

    base: str
    hues: Mapping[str, int]
    photos: Mapping[str, tuple[str, str]]


def brochure_data(what: Brochure, shown: Shown, sheet: Sheet, publisher: str, day: dt.date) -> dict[str, object]:
    """Give what the template `brochure.typ` reads.

    Arguments:
        what: the products and the indexes.
        shown: how their pictures are found.
        sheet: the paper.
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
        "sheet": asdict(sheet),
        "cover": list(_cover(products, shown)),
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
        "code": f"codes/{one.slug}.svg",
        "photo": photo,
        "alt": alt,
        "drawing": drawing_data(one.card.artwork, shown.hues),
    }


def drawing_data(artwork: Artwork | None, hues: Mapping[str, int]) -> dict[str, object] | None:
    """Give a drawing as `artwork.typ` reads it."""
    if artwork is None:
        return None
    hue = hues[f"{artwork.colours}-{artwork.tone}"]
    return {"motif": f"art/{artwork.motif}.svg", "ground": artwork.ground, "hue": hue, "mirrored": artwork.mirrored}


def _cover(products: list[BrochureProduct], shown: Shown) -> Iterator[dict[str, object]]:
    """Fill the cover with drawings of all the book; where it has few, they come again on other grounds."""
    motifs = {one.card.artwork.motif: one.card.artwork for one in products if one.card.artwork}
    spread = list(motifs.values())[:: max(1, len(motifs) // ON_THE_COVER)]
    for number, artwork in enumerate(islice(cycle(spread), ON_THE_COVER)):
        drawing = drawing_data(artwork, shown.hues) or {}
        yield {**drawing, "ground": GROUNDS[number * 5 % len(GROUNDS)], "mirrored": number // len(spread) % 2 == 1}
