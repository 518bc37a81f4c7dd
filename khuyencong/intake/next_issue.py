"""Proposes the next issue of the bulletin: its number, and the articles of a quarter that no issue carries yet."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.news import News
from khuyencong.model.pictures.found import Beside
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.model.row import Row
from khuyencong.model.tree import read_tree

ROMAN = ("I", "II", "III", "IV")
_WRITTEN = re.compile(r"([0-9]{4})-([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year.

    Arguments:
        year: the year.
        number: 1 to 4.
    """

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read `2026-3`.

        Raises:
            ValueError: with a Vietnamese message that says how to write a quarter.
        """
        written = _WRITTEN.fullmatch(text)
        if not written:
            raise ValueError(f'"{text}" không phải quý. Hãy viết năm-quý, ví dụ 2026-3 là quý III năm 2026.')
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def of_issue(cls, today: dt.date) -> Quarter:
        """Give the quarter that an issue begun on this day tells of.

        An issue is put together at the end of its quarter or in the weeks after, so the first month of a quarter
        still belongs to the one before.
        """
        month_before = today.replace(day=1) - dt.timedelta(days=1)
        return cls(month_before.year, (month_before.month - 1) // 3 + 1)

    @classmethod
    def of_article(cls, article: News) -> Quarter | None:
        """Give the quarter of an article: put on the site in it, or, where that is not said, about a day in it.

        An article of which only the year is known is of no quarter.
        """
        date = article.added or article.date
        return cls(date.year, (date.month - 1) // 3 + 1) if date.month else None

    @property
    def written(self) -> str:
        """Write it as `parse` reads it."""
        return f"{self.year}-{self.number}"

    @property
    def name(self) -> str:
        """Name it for staff: quý III năm 2026."""
        return f"quý {ROMAN[self.number - 1]} năm {self.year}"

    def holds(self, article: News) -> bool:
        """Whether an article is of this quarter, see `of_article`."""
        return Quarter.of_article(article) == self

    def is_ahead(self, today: dt.date) -> bool:
        """Whether it has not begun yet."""
        return (self.year, 3 * self.number - 2) > (today.year, today.month)


@dataclass(frozen=True, slots=True)
class ProposedIssue:
    """An issue to be.

    Arguments:
        title: its title.
        number: its number within the year.
        year: its year.
        quarter: the quarter that its articles are of.
        sections: names of sections, each with slug and title of its articles.
        waiting: other quarters that have articles which no issue carries, the newest first, and how many.
    """

    title: str
    number: int
    year: int
    quarter: Quarter
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    waiting: tuple[tuple[Quarter, int], ...] = ()

    @property
    def path(self) -> str:
        """The path of its content file, relative to the content folder."""
        return f"bulletins/{self.year}-{self.number}.md"

    @property
    def count(self) -> int:
        """How many articles it has."""
        return sum(len(articles) for _, articles in self.sections)

    def text(self, today: dt.date) -> str:
        """Write its content file, a draft.

        Arguments:
            today: the day on which it is put on the site.
        """
        return "\n".join(["---", *self._lines(today), "---", "", ""])

    def _lines(self, today: dt.date) -> Iterator[str]:
        # A JSON text is a double-quoted YAML text, so any title is safe.
        yield f"title: {json.dumps(self.title, ensure_ascii=False)}"
        yield "status: draft   # xong thì đổi thành published"
        yield f"added: {today.isoformat()}   # ngày đưa lên trang"
        yield f"number: {self.number}   # số của bản tin trong năm"
        yield f"year: {self.year}"
        yield f"sections:   # bài của {self.quarter.name} chưa có trong số nào; hãy bỏ bớt, thêm, xếp lại"
        for title, articles in self.sections:
            yield f"  - title: {json.dumps(title, ensure_ascii=False)}"
            yield "    news:"
            yield from (f"      - {slug}   # {name}" for slug, name in articles)


def propose(content: Path, today: dt.date, title: str = "", quarter: Quarter | None = None) -> ProposedIssue:
    """Propose the next issue of the year.

    Arguments:
        content: the content folder.
        today: the day.
        title: the title of the issue; without one it is made of the bulletin's name and the number.
        quarter: the quarter that it tells of, if not the one that the day suggests.

    Raises:
        ValueError: in Vietnamese, when the content cannot be read.
    """
    catalogue = read_tree(content, today, look_at=_at_no_picture).catalogue
    if catalogue is None:
        raise ValueError(f"Không đọc được thư mục {content}. Gõ make check để xem lỗi.")
    chosen = quarter or Quarter.of_issue(today)
    issues = [row for row in catalogue.index.rows if row.key == Bulletin.type_key]
    number = max((row.order[1] for row in issues if row.order and row.order[0] == chosen.year), default=0) + 1
    name = catalogue.site.bulletin.name or "Bản tin"
    unprinted = _unprinted(catalogue, issues)
    waiting = Counter(filter(None, map(Quarter.of_article, unprinted)))
    return ProposedIssue(
        title=title or f"{name} số {number} năm {chosen.year}",
        number=number,
        year=chosen.year,
        quarter=chosen,
        sections=tuple(_sections([one for one in unprinted if chosen.holds(one)], catalogue)),
        waiting=tuple(sorted(((one, count) for one, count in waiting.items() if one != chosen), reverse=True)),
    )


def _at_no_picture(root: Path, beside: Beside) -> dict[str, Verdict]:
    """Look at no picture: they say nothing here, and it takes longer than all else."""
    return {}


def _unprinted(catalogue: Catalogue, issues: Iterable[Row]) -> list[News]:
    """Give the published articles that no issue names, drafts of issues among them, the oldest first."""
    printed = {named.value for row in issues for named in row.named if named.among == News.type_key}
    articles = (one for one in catalogue.all(News) if isinstance(one, News))
    fresh = (one for one in articles if one.slug not in printed)
    return sorted(fresh, key=lambda one: (one.date.earliest(), one.slug))


def _sections(articles: list[News], catalogue: Catalogue) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Put articles into sections by their category, in the order of the list of categories."""
    for term in catalogue.taxonomies.news_categories:
        found = tuple((one.slug, one.title) for one in articles if one.category == term.key)
        if found:
            yield term.label, found
