"""Gathers what is printed of an issue: its data, its articles' text, its pictures as fine as the paper shows them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khuyencong.build.beside import Beside, Files, beside_of
from khuyencong.build.markdown import Resolver, render
from khuyencong.build.printed_pictures import drawing_files
from khuyencong.model.article_tree import Child, article_tree
from khuyencong.model.bulletin import BULLETINS, Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry, Image
from khuyencong.model.printed import PrintedIssue, printed_issue
from khuyencong.outputs.images import Derivative, derive
from khuyencong.outputs.printing.bulletin import Setting, Text, issue_data
from khuyencong.outputs.printing.greys import in_grey
from khuyencong.outputs.qr import qr_code

DOTS_PER_INCH = {True: 300, False: 150}
"""How fine pictures are: for a print shop, and for a screen."""
WIDEST = {"190x270": 196, "A4": 216, "A5": 154}
"""Width in mm of a picture that fills the page to its edges, with what is trimmed."""
TALLEST = {"190x270": 150, "A4": 165, "A5": 117}
"""Most height in mm of such a picture, on a cover; one that is wider in its form is cut at both sides."""
IN_COLUMN = {"190x270": 73, "A4": 81, "A5": 57}
"""Width in mm of a picture in a column, as in `house.typ`."""
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What an issue is set from.

    Arguments:
        issue: the issue.
        data: what the template reads.
        pictures: the bytes of each picture by the name that the data gives it.
        words: the text of each article by its slug, of the issue's own words by an empty slug.
        day: the date that the document bears in its metadata.
    """

    issue: PrintedIssue
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    words: Mapping[str, str]
    day: dt.date


class Gathering:
    """Gathers one issue for one setting.

    Arguments:
        issue: the issue.
        catalogue: all entries; it notes what is asked.
        content: the content folder, where pictures lie.
        theme: the theme, where the drawings lie.
        setting: for which use it is set.
        dots_per_inch: how fine photos are; 0 for what the use needs.
    """

    def __init__(  # noqa: PLR0913 - what a manuscript is a function of
        self,
        issue: Bulletin,
        catalogue: Catalogue,
        content: Path,
        theme: Path,
        setting: Setting,
        *,
        dots_per_inch: int = 0,
    ) -> None:
        """Start with no pictures."""
        self.issue = issue
        self.catalogue = catalogue
        self.content = content
        self.theme = theme
        self.setting = setting
        self.dots_per_inch = dots_per_inch or DOTS_PER_INCH[setting.bleed]
        self.pictures: dict[str, bytes] = {}

    def manuscript(self) -> Manuscript:
        """Gather everything."""
        printed = printed_issue(self.issue, self.catalogue)
        articles = self.catalogue.named("news", [one.slug for one in printed.articles()])
        texts = {one.slug: self._text(one) for one in articles}
        texts[""] = self._text(self.issue)
        address = self.catalogue.site.url
        archive = qr_code(f"{address}{BULLETINS.prefix}")
        data = issue_data(printed, texts, self.setting, address, (archive.size, archive.path))
        self._draw(printed)
        words = {slug: "".join(_words(article_tree(text.html))) for slug, text in texts.items()}
        return Manuscript(printed, data, self.pictures, words, printed.day)

    def _text(self, entry: Entry) -> Text:
        beside = self._beside(entry)
        body = render(self.catalogue.body(entry), Resolver(link=beside.link, picture=beside.shown))
        names = {url: self._develop(one, IN_COLUMN[self.setting.paper]) for url, one in _widest(beside.files).items()}
        code = qr_code(f"{self.catalogue.site.url}{entry.url}")
        return Text(body.html, names, self._lead(entry, beside), (code.size, code.path))

    def _lead(self, entry: Entry, beside: Beside) -> str:
        image: Image | None = entry.image
        if image is None:
            return ""
        apart = beside.collecting(Files())
        view = apart.shown(image.src, image.alt)
        found, paper = _widest(apart.files)[view.src], self.setting.paper
        return self._develop(found, max(WIDEST[paper], TALLEST[paper] * found.facts.width / found.facts.height))

    def _beside(self, entry: Entry) -> Beside:
        row = self.catalogue.index.row(entry.type_key, entry.slug)
        if row is None:
            raise KeyError(entry.slug)
        return beside_of(row, self.catalogue, self.content)

    def _develop(self, found: Derivative, width_in_mm: float) -> str:
        """Make a picture as fine as the paper shows it, and give the name of its file."""
        wanted = math.ceil(width_in_mm / MM_PER_INCH * self.dots_per_inch)
        width = min(wanted, found.facts.width)
        form = {"photo": "JPEG", "graphic": "PNG", "drawing": "SVG"}[found.facts.form]
        copy = Derivative(found.source, found.facts, found.url, width, form)
        name = f"{found.facts.digest[:16]}-{width}.{form.lower()}"
        if name not in self.pictures:
            ((_, data),) = derive([copy])
            self.pictures[name] = in_grey(data, form) if self.setting.grey else data
        return name

    def _draw(self, issue: PrintedIssue) -> None:
        """Take the drawings along."""
        named = (artwork for one in issue.articles() for artwork, _ in one.tiles)
        drawings = (*issue.tiles, *(one.artwork for one in issue.articles() if one.artwork), *named)
        for name, data in drawing_files(drawings, self.theme):
            self.pictures[name] = in_grey(data, "SVG") if self.setting.grey else data


def _words(tree: Iterable[Child]) -> Iterator[str]:
    yield from (one if isinstance(one, str) else one.text() for one in tree)


def _widest(files: Files) -> dict[str, Derivative]:
    """Give one copy of each picture, by the address of every copy."""
    return dict(files.derivatives)
