"""Turns a row's source into a `sources` item: title, address, publisher, date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from khuyencong.intake.dates import iso_date
from khuyencong.intake.draft import Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.publishers import SEEDS, publisher_of
from khuyencong.intake.words import listed, sentence_case

_SEED = re.compile(r"(\d{3})_\w+\.txt")
_DESCRIPTION = re.compile(r"\((.*)\)")
_WHAT = {"cơ quan nhà nước": "Trang", "cơ sở dữ liệu văn bản": "Trang văn bản"}


class Bibliography:
    """The titles and dates of the pages that the tables cite; one page has one title wherever it is cited."""

    def __init__(self, facts: Facts) -> None:
        """Gather titles and dates from every row that states them; the first row decides."""
        self._titles: dict[str, str] = {}
        self._dates: dict[str, str] = {}
        for row in (row for rows in facts.values() for row in rows):
            if row["source_title"]:
                self._titles.setdefault(row["source_url"], row["source_title"])
            if row["source_date"]:
                self._dates.setdefault(row["source_url"], row["source_date"])

    def of(self, row: Row) -> list[Fields]:
        """Give the sources of a row, its main one first.

        Raises:
            UnusableError: when the row names no source, or one that is not known.
        """
        others = [url for url in listed(row["other_source_urls"], " ; ") if url != row["source_url"]]
        return [self._source(row["source_url"], row["source_kind"]), *(self._source(url, "") for url in others)]

    def _source(self, url: str, kind: str) -> Fields:
        seed = _SEED.fullmatch(url)
        if seed and seed[1] in SEEDS:
            return _present(title=SEEDS[seed[1]].title, date=SEEDS[seed[1]].date)
        host = urlsplit(url).hostname if url.startswith(("http://", "https://")) else None
        if not host:
            raise UnusableError(f'nguồn "{url}" không phải địa chỉ trang' if url else "không ghi nguồn")
        publisher = publisher_of(host)
        title = self._title(url, kind, publisher or host.removeprefix("www."))
        return _present(title=title, url=url, publisher=publisher, date=iso_date(self._dates.get(url, "")))

    def _title(self, url: str, kind: str, site: str) -> str:
        """Give a page's title, or say in plain words what it is when its title is not known."""
        title = self._titles.get(url, "")
        described = _DESCRIPTION.fullmatch(title)
        if described:
            return sentence_case(listed(described[1])[0])
        return title or f"{_WHAT.get(kind, 'Bài')} trên {site}"


def _present(**fields: str | None) -> Fields:
    return {key: value for key, value in fields.items() if value}


def distinct(sources: Iterable[Fields]) -> list[Fields]:
    """Keep each source once, in the order of first mention."""
    kept: list[Fields] = []
    kept += (source for source in sources if source not in kept)
    return kept
