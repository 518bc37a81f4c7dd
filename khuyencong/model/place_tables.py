"""Reads the tables of `content/places/`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from khuyencong.model.place import District, FormerCommune, Places, Unit, name_key
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.vietnamese import sort_key

_COLUMNS = {
    "units.csv": ("new_code", "new_commune", "new_province", "old_commune", "old_district", "default"),
    "earlier-communes.csv": ("earlier_commune", "earlier_district", "new_code"),
    "earlier-districts.csv": ("earlier_district", "last_district", "change", "reason"),
}
_CHANGES = ("merged", "renamed")
_Rows = list[tuple[int, dict[str, str]]]


class TableError(Exception):
    """Raised when a table cannot be used; `read_places` turns it into a problem.

    Arguments:
        name: the table's file.
        line: the line in it.
        message: what is wrong and what to do, in Vietnamese.
    """

    def __init__(self, name: str, line: int, message: str) -> None:
        """Keep where it is."""
        super().__init__(message)
        self.name = name
        self.line = line
        self.message = message


def read_places(folder: Path, shown: str) -> tuple[Places, list[Problem]]:
    """Read the tables; a folder without them gives an empty table.

    Arguments:
        folder: the folder of the tables.
        shown: how problems name it.
    """
    try:
        return _read(folder), []
    except TableError as error:
        return Places({}, {}, {}), [Problem(f"{shown}/{error.name}", error.line, "", error.message)]


def _read(folder: Path) -> Places:
    rows, communes, changes = (list(_rows(folder, name)) for name in _COLUMNS)
    units = _units(rows, communes)
    former = {
        (name_key(one.name), name_key(one.district)): unit.code
        for unit in units.values()
        for one in (*unit.former, *unit.earlier)
        if not one.is_split
    }
    # These rows also tell under which earlier district a commune stood that kept its name.
    for _, row in communes:
        former[name_key(row["earlier_commune"]), name_key(row["earlier_district"])] = row["new_code"]
    last = {name_key(row["earlier_district"]): row["last_district"] for _, row in changes}
    return Places(units, former, last, _districts(rows, communes, changes))


def _units(rows: _Rows, communes: _Rows) -> dict[str, Unit]:
    """Make the new units with the communes that went into them."""
    went: dict[tuple[str, str], set[str]] = {}
    for _, row in rows:
        went.setdefault((row["old_commune"], row["old_district"]), set()).add(row["new_code"])
    former: dict[str, list[FormerCommune]] = {}
    named: dict[str, tuple[str, str]] = {}
    for line, row in rows:
        code, name = row["new_code"], (row["new_commune"], row["new_province"])
        if any(other != code and known[0] == name[0] for other, known in named.items()):
            message = f"hai mã cùng tên {quoted(name[0])}. Hãy sửa mã hoặc tên ở dòng này."
            raise TableError("units.csv", line, message)
        named[code] = name
        commune = (row["old_commune"], row["old_district"])
        former.setdefault(code, []).append(FormerCommune(*commune, is_split=len(went[commune]) > 1))
    earlier = _earlier(communes, former)
    return {
        code: Unit(code, *name, _in_order(former[code]), _in_order(earlier.get(code, ())))
        for code, name in named.items()
    }


def _earlier(communes: _Rows, former: Mapping[str, list[FormerCommune]]) -> dict[str, list[FormerCommune]]:
    """Give the communes that were merged into others before 1 July 2025, by the code of their unit."""
    found: dict[str, list[FormerCommune]] = {}
    for line, row in communes:
        code = row["new_code"]
        if code not in former:
            message = f"không có mã {quoted(code)} trong units.csv. Hãy sửa mã ở dòng này."
            raise TableError("earlier-communes.csv", line, message)
        if name_key(row["earlier_commune"]) not in {name_key(one.name) for one in former[code]}:
            found.setdefault(code, []).append(FormerCommune(row["earlier_commune"], row["earlier_district"]))
    return found


def _in_order(communes: Iterable[FormerCommune]) -> tuple[FormerCommune, ...]:
    return tuple(sorted(communes, key=lambda one: sort_key(one.name)))


def _districts(rows: _Rows, communes: _Rows, changes: _Rows) -> tuple[District, ...]:
    """Make the districts: those of 30 June 2025, and those that had been merged into one of them."""
    codes: dict[str, dict[str, None]] = {}
    for _, row in rows:
        codes.setdefault(row["old_district"], {})[row["new_code"]] = None
    merged: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    reasons: dict[str, list[str]] = {}
    for line, row in changes:
        name, last = row["earlier_district"], row["last_district"]
        _check_change(line, row, codes)
        reasons.setdefault(last, []).append(row["reason"])
        if row["change"] == "renamed":
            names.setdefault(last, []).append(name)
            continue
        merged[name] = last
        reasons.setdefault(name, []).append(row["reason"])
        codes[name] = {one["new_code"]: None for _, one in communes if one["earlier_district"] == name}
    return tuple(
        District(
            name,
            tuple(codes[name]),
            tuple(names.get(name, ())),
            merged.get(name, ""),
            tuple(dict.fromkeys(reasons.get(name, ()))),
        )
        for name in sorted(codes, key=lambda one: sort_key(one.partition(" ")[2]))
    )


def _check_change(line: int, row: Mapping[str, str], known: Mapping[str, object]) -> None:
    if row["change"] not in _CHANGES:
        message = f"cột change phải là {' hoặc '.join(_CHANGES)}. Hãy sửa ở dòng này."
        raise TableError("earlier-districts.csv", line, message)
    if row["last_district"] not in known:
        message = f"không có {quoted(row['last_district'])} trong units.csv. Hãy sửa tên ở dòng này."
        raise TableError("earlier-districts.csv", line, message)


def _rows(folder: Path, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line and values of each row of a table."""
    path = folder / name
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines, strict=True)
            missing = [column for column in _COLUMNS[name] if column not in (table.fieldnames or ())]
            if missing:
                raise TableError(name, 1, f"thiếu cột {', '.join(missing)}. Hãy lấy lại bảng từ bản trước.")
            for row in table:
                if None in row or None in row.values():
                    raise TableError(name, table.line_num, "dòng này thừa hoặc thiếu ô. Hãy xem lại dấu phẩy.")
                yield table.line_num, row
    except (UnicodeDecodeError, OSError, csv.Error) as error:
        raise TableError(name, 1, "không đọc được bảng này. Hãy lưu lại thành CSV với bảng mã UTF-8.") from error
