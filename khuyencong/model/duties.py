"""What the law asks of what the centre publishes, read from `config/duties.yaml`; and the lint of a printed issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from khuyencong.model.problem import quoted
from khuyencong.model.typography import NO_BREAK


@dataclass(frozen=True, slots=True)
class BulletinDuties:
    """The rules of a printed bulletin.

    Arguments:
        source: the law and its article.
        largest_page: width and height in mm that a page may have.
        most_pages: how many pages it may have.
        advertising: words that sell, in small letters.
        masthead: labels of what must stand at the head of the first page.
        imprint: labels of what must stand at the foot of the last page.
    """

    source: str
    largest_page: tuple[float, float]
    most_pages: int
    advertising: tuple[str, ...]
    masthead: tuple[str, ...]
    imprint: tuple[str, ...]


def read_duties(text: str) -> BulletinDuties:
    """Read the rules of a bulletin.

    Arguments:
        text: the YAML of `config/duties.yaml`.

    Raises:
        KeyError: when a rule is missing.
    """
    rules: dict[str, Any] = yaml.safe_load(text)["bulletin"]
    width, height = rules["largest_page_mm"]
    return BulletinDuties(
        source=rules["source"],
        largest_page=(float(width), float(height)),
        most_pages=int(rules["most_pages"]),
        advertising=tuple(rules["advertising_words"]),
        masthead=tuple(rules["masthead"]),
        imprint=tuple(rules["imprint"]),
    )


class Finding(NamedTuple):
    """What the lint found.

    Arguments:
        kind: `page`, `pages`, `advertising`, `masthead` or `imprint`.
        about: the slug of the article that it is about; empty for the issue.
        message: Vietnamese: what is wrong and what to do.
    """

    kind: str
    about: str
    message: str


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """What the lint looks at.

    Arguments:
        page: width and height of a trimmed page in mm.
        pages: how many there are.
        facts: the facts of masthead and imprint by their labels; an empty text for what is missing.
        texts: the text of each article by its slug, of the issue's own words by an empty slug.
    """

    page: tuple[float, float]
    pages: int
    facts: Mapping[str, str]
    texts: Mapping[str, str]


def lint(issue: PrintFacts, duties: BulletinDuties) -> Iterator[Finding]:
    """Yield what in a printed issue is against the rules.

    Arguments:
        issue: the issue.
        duties: the rules.
    """
    width, height = issue.page
    most_width, most_height = duties.largest_page
    if width > most_width or height > most_height:
        shown = f"khổ giấy {width:g} × {height:g} mm lớn hơn {most_width:g} × {most_height:g} mm"
        yield Finding("page", "", f"{shown} ({duties.source}). Hãy chọn khổ khác ở bulletin.paper trong site.yaml.")
    if issue.pages > duties.most_pages:
        shown = f"số này có {issue.pages} trang, quá {duties.most_pages} trang"
        yield Finding("pages", "", f"{shown} ({duties.source}). Hãy chuyển bớt bài sang số sau.")
    for kind, labels, where in (
        ("masthead", duties.masthead, "đầu trang nhất"),
        ("imprint", duties.imprint, "chân trang cuối"),
    ):
        missing = [one for one in labels if not issue.facts.get(one)]
        if missing:
            yield Finding(kind, "", f"{where} còn thiếu ({duties.source}): {'; '.join(map(_where_to_write, missing))}.")
    for slug, text in issue.texts.items():
        for word in _advertising(text, duties.advertising):
            message = f"có chữ {quoted(word)}; bản tin không được đăng quảng cáo ({duties.source})."
            yield Finding("advertising", slug, f"{message} Nếu là lời mời mua thì hãy bỏ.")


WRITTEN = {
    "Tên bản tin": "bulletin.name trong site.yaml",
    "Cơ quan xuất bản": "bulletin.publisher trong site.yaml",
    "Giấy phép xuất bản": "bulletin.licence trong site.yaml",
    "Nơi in": "bulletin.printer trong site.yaml",
    "Kỳ hạn xuất bản": "bulletin.period trong site.yaml",
    "Ngày xuất bản": "dòng date của số này",
    "Số lượng in": "dòng print_run của số này",
    "Người chịu trách nhiệm xuất bản": "dòng responsible của số này",
}
"""Where each fact of masthead and imprint is written."""


def _where_to_write(label: str) -> str:
    return f"{label} (điền ở {WRITTEN[label]})" if label in WRITTEN else label


def _advertising(text: str, words: tuple[str, ...]) -> Iterator[str]:
    said = re.sub(r"\s+", " ", text.replace(NO_BREAK, " ").lower())
    yield from (word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said))
