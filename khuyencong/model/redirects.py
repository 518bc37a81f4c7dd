"""Where old addresses lead: those in content files, those in `redirects.csv`, and those published before a rename."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from khuyencong.model.index import Index
from khuyencong.model.near import Known
from khuyencong.model.old_address import AddressFault, old_address, path_of
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.redirect_tables import (
    ADDRESSES,
    HEADS,
    REDIRECTS,
    WITHDRAWN,
    Move,
    Published,
    read_addresses,
    read_redirects,
    write_addresses,
)
from khuyencong.model.row import PUBLISHED, Redirect, Row
from khuyencong.model.target import Targets


class Wanted(NamedTuple):
    """What is asked of an old address.

    Arguments:
        target: the address that it shall lead to, which may be old itself.
        shown: the file that asks for it, as problems name it.
        line: the line in that file.
    """

    target: str
    shown: str
    line: int


@dataclass(slots=True)
class Redirects:
    """Where the old addresses of a site lead.

    Arguments:
        found: every old address, in order.
        problems: what is wrong.
    """

    found: tuple[Redirect, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_old_addresses(root: Path, shown: str, index: Index, addresses: Callable[[], frozenset[str]]) -> Redirects:
    """Find out where the old addresses of a site lead.

    Arguments:
        root: the content folder.
        shown: how problems name it.
        index: all content files.
        addresses: gives the addresses of all pages that belong to no entry; asked for only when there is any redirect.
    """
    moves, separator, problems = read_redirects(root, shown)
    published, more = read_addresses(root, shown)
    rows = [row for rows_of_type in index.published.values() for row in rows_of_type]
    if not moves and not published and not any(row.aliases for row in rows):
        return Redirects(problems=[*problems, *more])
    follower = _Follower(index, rows, addresses(), shown, separator)
    follower.problems += (*problems, *more)
    follower.take_aliases()
    follower.take_moves(moves)
    if not problems:  # what a broken table says may be just what is missing
        follower.take_published(published)
    return Redirects(_with_firsts(tuple(follower.follow_all()), published), follower.problems)


def _with_firsts(found: tuple[Redirect, ...], published: Iterable[Published]) -> tuple[Redirect, ...]:
    """Mark where each page was first published: at the first line of the record that leads to it."""
    leads = {one.old: one.new for one in found}
    firsts: dict[str, str] = {}
    for one in published:
        firsts.setdefault(leads.get(one.address, one.address), one.address)
    return tuple(one._replace(is_first=firsts.get(one.new) == one.old) for one in found)


class _Follower:
    """Takes old addresses from all sides, and follows each to the page that it leads to."""

    def __init__(self, index: Index, rows: list[Row], lists: frozenset[str], shown: str, separator: str) -> None:
        self.rows = rows
        self.shown = shown
        self.separator = separator
        self.lists = lists
        self.owners = {row.url: row for row in rows}
        self.files = {row.path: row for row in index.rows}
        absences = {place: row.absence for row in index.rows if row.absence for place in (row.url, row.path)}
        live = frozenset((*self.owners, *lists))
        entry_files = frozenset(row.path for row in rows)
        self.targets = Targets(live, Known(live), entry_files, absences)
        self.wanted: dict[str, Wanted] = {}
        self.withdrawn: dict[str, int] = {}
        self.problems: list[Problem] = []

    def take_aliases(self) -> None:
        """Take the old addresses that stand in content files; the rules on entries tell of those taken twice."""
        for row in self.rows:
            for position, (alias, line) in enumerate(row.aliases):
                try:
                    old = old_address(alias)
                except AddressFault as fault:
                    self.problems.append(Problem(row.shown, line, f"aliases.{position}", str(fault)))
                    continue
                if old not in self.targets.addresses:
                    self.wanted.setdefault(old, Wanted(row.url, row.shown, line))

    def take_moves(self, moves: Iterable[Move]) -> None:
        """Take the lines of the table."""
        shown = f"{self.shown}/{REDIRECTS}"
        for move in moves:
            trouble = self._trouble(move, shown)
            if trouble:
                self.problems.append(Problem(shown, move.line, HEADS[0], trouble))
            elif move.target.casefold() == WITHDRAWN:
                self.withdrawn[move.old] = move.line
            else:
                self.wanted[move.old] = Wanted(self._address(move.target), shown, move.line)

    def _trouble(self, move: Move, shown: str) -> str:
        """Say why an old address cannot be one."""
        if move.old in self.targets.addresses:
            owner = self.owners.get(move.old)
            where = f"trang của tệp {owner.shown}" if owner else "một danh sách"
            return f"{quoted(move.old)} đang là {where}. Hãy xóa dòng này."
        first = self.wanted.get(move.old)
        if first and first.shown != shown:
            return f"{quoted(move.old)} đã có trong aliases của tệp {first.shown}. Hãy xóa một trong hai."
        line = first.line if first else self.withdrawn.get(move.old)
        return f"{quoted(move.old)} đã có ở dòng {line}. Hãy xóa một trong hai dòng." if line else ""

    def _address(self, target: str) -> str:
        """Give the address that a target means, in its one form where it has one."""
        row = self.files.get(target)
        if row and row.status in PUBLISHED:
            return row.url
        try:
            return old_address(target)
        except AddressFault:
            return target

    def take_published(self, published: Sequence[Published]) -> None:
        """Let addresses that were once published lead to where their entries are now."""
        known = {one.path for one in published}
        titled: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            if row.path not in known:
                titled.setdefault((_folder(row.path), row.title), []).append(row)
        for one in published:
            if one.address in self.targets.addresses or one.address in self.wanted or one.address in self.withdrawn:
                continue
            same = self.files.get(one.path)
            if same and same.status == "":  # a file with problems of its own; they are told first
                continue
            alike = titled.get((_folder(one.path), one.title), [])
            found = same if same and same.url in self.owners else alike[0] if len(alike) == 1 else None
            shown = f"{self.shown}/{ADDRESSES}"
            if found:
                self.wanted[one.address] = Wanted(found.url, shown, one.line)
            else:
                new = alike[0].url if alike else "/địa-chỉ-mới/"
                self.problems.append(Problem(shown, one.line, "", self._vanished(one, new)))

    def _vanished(self, one: Published, new: str) -> str:
        """Say what to do of a published address at which nothing is any more, with the very line to add."""
        moved, gone = (self.separator.join((one.address, to, "")) for to in (new, WITHDRAWN))
        table = f"{self.shown}/{REDIRECTS}"
        if one.path in self.targets.absences:
            what, other = "đã thành bản nháp", "Hãy đăng lại bài."
        else:
            what = "không còn trang"
            other = f'Nếu bài đã chuyển, hãy thêm dòng "{moved}" vào {table}, với đúng địa chỉ mới.'
        return (
            f"địa chỉ {one.address} đã công bố (bài {quoted(one.title)}) nhưng nay {what}. {other} "
            f'Nếu bài đã gỡ hẳn, hãy thêm dòng "{gone}" vào {table}.'
        )

    def follow_all(self) -> Iterator[Redirect]:
        """Follow every old address to its page, past others on the way."""
        for old in sorted(self.wanted):
            way = [old]
            while way[-1] in self.wanted and way.index(way[-1]) == len(way) - 1:
                way.append(self.wanted[way[-1]].target)
            wanted, last = self.wanted[old], self.wanted[way[-2]]
            if way[-1] in self.targets.addresses:
                row = self.owners.get(way[-1])
                yield Redirect(old, way[-1], row.title if row else "", wanted.shown, wanted.line)
            elif way[-1] in way[:-1]:
                if old == min(way[way.index(way[-1]) :]):  # each circle is told once, where it stands
                    self._tell(wanted, _in_circles(way))
            elif last is wanted:  # each line that leads nowhere is told once, where it stands
                self._tell(wanted, self._leads_nowhere(wanted.target))

    def _tell(self, wanted: Wanted, message: str) -> None:
        self.problems.append(Problem(wanted.shown, wanted.line, HEADS[1], message))

    def _leads_nowhere(self, target: str) -> str:
        if not target:
            return f"chưa có địa chỉ mới. Hãy viết địa chỉ của trang, hoặc viết {quoted(WITHDRAWN)}."
        if ":" in target or target.startswith("//"):
            return f"{quoted(target)} dẫn ra ngoài trang. {_within(target)}"
        if target in self.targets.absences:
            return f"trang {quoted(target)} {self.targets.absences[target]} hoặc bỏ dòng này."
        if target in self.withdrawn:
            return f"trang {quoted(target)} đã gỡ. Hãy chọn trang khác."
        known = Known(self.targets.entry_files) if target.endswith(".md") else self.targets.near
        return f"không có trang {quoted(target)}.{known.suggestion(target) or ' Hãy xem lại địa chỉ.'}"


def _within(target: str) -> str:
    """Say how to name a page here in place of an address with a host, which may be that of this site."""
    path = path_of(target)
    if path:
        return f"Nếu đó là trang ở đây, hãy chỉ viết {path}; nếu không, hãy chọn một trang ở đây."
    return "Hãy viết địa chỉ của một trang ở đây, ví dụ /tin-tuc/ten-bai/."


def _in_circles(way: Sequence[str]) -> str:
    if len(way) == 2:
        return f"{quoted(way[0])} dẫn về chính nó. Hãy viết địa chỉ mới của trang."
    return f"các dòng dẫn vòng tròn: {' → '.join(way)}. Hãy sửa cho một dòng trong đó dẫn về một trang."


def _folder(path: str) -> str:
    return path.partition("/")[0]


def published_addresses(root: Path, index: Index) -> str:
    """Give `addresses.csv` as it is to be after publishing: what it held, in its order, and then what is new.

    An old address goes on belonging to the file that it leads to, so the next change of its name is followed too. The
    first line of a page names it in feeds for good.

    Arguments:
        root: the content folder, which has no problem.
        index: all content files.
    """
    rows: Mapping[str, Row] = {row.url: row for of_type in index.published.values() for row in of_type}
    leads = {one.old: rows[one.new] for one in index.redirects if one.new in rows}
    known = {one.address: (one.path, one.title) for one in read_addresses(root, root.name)[0]}
    moved = {old: (leads[old].path, leads[old].title) for old in known if old in leads}
    now = {url: (rows[url].path, rows[url].title) for url in sorted(rows)}
    return write_addresses([(address, *held) for address, held in {**known, **moved, **now}.items()])
