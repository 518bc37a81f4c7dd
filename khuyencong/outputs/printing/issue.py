"""Sets a bulletin issue from its data and pictures, and draws its cover."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from khuyencong.outputs.printing.bulletin import TEMPLATE
from khuyencong.outputs.printing.fitting import fitted
from khuyencong.outputs.printing.typesetting import PrintError, draw_pages, typesetter

COVER_WIDTHS = (96, 144, 216, 320, 480, 640)
"""Widths in pixels of the pictures of a cover: from a row of a list to a card on a screen of twice the density; at most
1.5 apart, so that no browser need fetch more than that too much."""
PLAIN_WIDTHS = (320, 640)
"""Those of them that browsers and e-readers can have that know JPEG and nothing newer."""
MM_PER_INCH = 25.4
STARTS, OVERSIZED = "<start>", "<oversize>"
"""Under which the template notes the page that each article begins on, and what no page has room for."""
PAPER_WIDTHS = {"190x270": 190, "A4": 210, "A5": 148}
"""Widths of the papers in mm, as in `house.typ`."""


@dataclass(frozen=True, slots=True)
class SetIssue:
    """An issue that has been set.

    Arguments:
        pdf: the document.
        data: what it was set from, with the room that each article got and the page that it begins on.
        oversized: the slug of each article with a table that no page has room for, and what of it is too large: its
            `columns`, or a `row`.
    """

    pdf: bytes
    data: Mapping[str, Any]
    oversized: tuple[tuple[str, str], ...] = ()


def set_issue(folder: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes], day: dt.date) -> SetIssue:
    """Set an issue, its articles fitted to their pages.

    Arguments:
        folder: the folder of the theme's templates for print.
        data: what the template reads, see `issue_data`.
        pictures: the bytes of each picture by name.
        day: the date that the document bears in its metadata.

    Raises:
        PrintError: when typst refuses it.
    """
    with typesetter(folder, TEMPLATE, pictures) as setter:
        full = fitted(data, setter.ask)
        pdf = setter.typeset(full, day=day)
        starts = {one["number"]: one["page"] for one in setter.ask(full, STARTS)}
        oversized = setter.ask(full, OVERSIZED)
    slugs = {str(one["number"]): one["slug"] for section in full["sections"] for one in section["articles"]}
    about = {(slugs[_at(one["page"], starts)], str(one["why"])) for one in oversized}
    told = {number: str(page) for number, page in starts.items()}
    return SetIssue(pdf, {**full, "starts": told}, tuple(sorted(about)))


def _at(page: int, starts: Mapping[str, int]) -> str:
    """Give the number of the article that a page belongs to."""
    return max((number for number, first in starts.items() if first <= page), key=lambda number: starts[number])


def at_fault(
    folder: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes], day: dt.date
) -> Iterator[tuple[str, PrintError]]:
    """Yield slug and error of each article that cannot be set; an empty slug when it is none of them alone.

    Arguments:
        folder: the folder of the theme's templates for print.
        data: what the template reads, of an issue that cannot be set.
        pictures: the bytes of each picture by name.
        day: the date that the document bears in its metadata.
    """
    is_found = False
    with typesetter(folder, TEMPLATE, pictures) as setter:
        for section in data["sections"]:
            for article in section["articles"]:
                alone = {**data, "sections": [{**section, "articles": [article]}]}
                try:
                    setter.typeset(alone, day=day, about=article["slug"])
                except PrintError as error:
                    is_found = True
                    yield article["slug"], error
        if not is_found:
            try:
                setter.typeset(data, day=day)
            except PrintError as error:
                yield "", error


def draw_cover(folder: Path, issue: SetIssue, pictures: Mapping[str, bytes]) -> list[tuple[str, int, int, bytes]]:
    """Draw the cover of an issue in all widths.

    Arguments:
        folder: the folder of the theme's templates for print.
        issue: the issue.
        pictures: the bytes of each picture by name.

    Returns:
        Format (`WEBP`, `JPEG`), width, height and bytes of each picture, the narrowest first.
    """
    paper = PAPER_WIDTHS[issue.data["setting"]["paper"]]
    fine = COVER_WIDTHS[-1] / (paper / MM_PER_INCH)
    (page, *_) = draw_pages(folder, TEMPLATE, {**issue.data, "part": "cover"}, pictures, dots_per_inch=fine)
    with Image.open(io.BytesIO(page)) as picture:
        drawn = picture.convert("RGB")
    found = []
    for width in COVER_WIDTHS:
        height = round(drawn.height * width / drawn.width)
        small = drawn.resize((width, height), Image.Resampling.LANCZOS)
        found.append(("WEBP", width, height, _saved(small, "WEBP", quality=82, method=2)))
        if width in PLAIN_WIDTHS:
            found.append(("JPEG", width, height, _saved(small, "JPEG", quality=84, optimize=True, progressive=True)))
    return found


def _saved(picture: Image.Image, form: str, **settings: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **settings)
    return buffer.getvalue()
