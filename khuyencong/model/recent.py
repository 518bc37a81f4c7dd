"""What was added, changed or checked last, and what rests on the newest sources: only what content says of itself."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry
from khuyencong.model.view import Link

MOST_SHOWN = 30

Moment = tuple[PartialDate, str]
"""A date and what happened then, in words."""


@dataclass(frozen=True, slots=True)
class RecentEntry:
    """One entry.

    Arguments:
        entry: the link to it.
        date: when.
        what: what happened then.
    """

    entry: Link
    date: PartialDate
    what: str


@dataclass(frozen=True, slots=True)
class Recent:
    """What the page shows.

    Arguments:
        changed: what was added, changed or checked on this site, the latest first.
        sourced: what rests on the newest sources, the newest first.
        since: the day on which the first entries came to the site, if it is known.
        undated: how many entries have been here since then, unchanged.
    """

    changed: tuple[RecentEntry, ...]
    sourced: tuple[RecentEntry, ...]
    since: PartialDate | None
    undated: int


def recent(entries: Sequence[Entry], catalogue: Catalogue) -> Recent:
    """Find what changed last.

    The times of files and of commits are not looked at: a corrected comma would look like news.
    """
    changed = [one for entry in entries for one in _latest(entry, _changes)]
    sourced = [one for entry in entries for one in _latest(entry, _sources)]
    return Recent(
        changed=_newest(changed),
        sourced=_newest(sourced),
        since=catalogue.site.catalogue_since,
        undated=len(entries) - len(changed),
    )


def _changes(entry: Entry) -> Iterator[Moment]:
    """Yield what happened to an entry; of several things on one day, the last one speaks."""
    if entry.added:
        yield entry.added, "Đưa lên trang"
    if entry.updated:
        yield entry.updated, "Sửa nội dung"
    verified = getattr(entry, "verified", None)
    if verified:
        yield verified, "Kiểm tra lại dữ kiện"


def _sources(entry: Entry) -> Iterator[Moment]:
    for one in entry.sources:
        if one.date:
            yield one.date, one.publisher or one.title


def _latest(entry: Entry, moments: Callable[[Entry], Iterator[Moment]]) -> Iterator[RecentEntry]:
    """Yield the latest moment of an entry, if it has any; a mere year counts from its beginning."""
    there = list(moments(entry))
    if there:
        date, what = max(reversed(there), key=lambda moment: moment[0].earliest())
        yield RecentEntry(Link(entry.url, entry.title), date, what)


def _newest(found: list[RecentEntry]) -> tuple[RecentEntry, ...]:
    return tuple(heapq.nlargest(MOST_SHOWN, found, key=lambda one: one.date.earliest()))
