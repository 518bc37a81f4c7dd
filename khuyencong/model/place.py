"""Places before and after 1 July 2025, when districts were abolished and communes were merged."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from khuyencong.model.problem import Problem, quoted
from khuyencong.model.vietnamese import fold, slug

_SHORT_FORMS = (("tp.", "thành phố"), ("tx.", "thị xã"), ("tt.", "thị trấn"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune-level unit as it is since 1 July 2025.

    Arguments:
        code: its five-digit code.
        name: its name with its type, for instance "Xã Long Điền".
        province: the province or city it belongs to.
    """

    code: str
    name: str
    province: str

    @property
    def slug(self) -> str:
        """The unit's name as a part of an address."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Places:
    """The table of units in `content/places/`.

    Arguments:
        units: the new units by code.
        former: codes by folded commune and folded last district.
        earlier_districts: the last name of a district by its folded earlier names.
    """

    units: Mapping[str, Unit]
    former: Mapping[tuple[str, str], str]
    earlier_districts: Mapping[str, str]

    def unit_since_2025(self, commune: str | None, district: str | None) -> Unit | None:
        """Find the unit that a commune went into.

        Arguments:
            commune: as a source writes it, for instance "xã An Ngãi" or "xã Hồ Tràm (tên sau sáp nhập 2025)".
            district: as a source writes it, for instance "TX. Phú Mỹ (trước 2018: huyện Tân Thành)".

        Returns:
            The unit, or nothing when the table does not say: a district alone is not enough, and a commune
            that was split needs a person.
        """
        if commune and "sau sáp nhập 2025" in commune:
            return next((unit for unit in self.units.values() if _key(unit.name) == _key(commune)), None)
        district_key = _key(district or "")
        last = self.earlier_districts.get(district_key)
        for candidate in (district_key, _key(last) if last else ""):
            code = self.former.get((_key(commune or ""), candidate))
            if code:
                return self.units[code]
        return None

    def other_districts(self, district: str) -> tuple[str, ...]:
        """Give the later and the earlier names of a district; the earlier ones are folded."""
        last = self.earlier_districts.get(_key(district), "")
        earlier = (old for old, new in self.earlier_districts.items() if _key(new) == _key(last or district))
        return tuple(one for one in dict.fromkeys((last, *earlier)) if one and _key(one) != _key(district))

    def successors(self) -> dict[str, tuple[str, ...]]:
        """Give the units that each former commune and each renamed district went into, by the folded old name."""
        found: dict[str, dict[str, None]] = {}
        for (commune, _), code in self.former.items():
            found.setdefault(commune, {})[self.units[code].name] = None
        for earlier, last in self.earlier_districts.items():
            found.setdefault(earlier, {})[last] = None
        return {old: tuple(new) for old, new in found.items() if tuple(map(_key, new)) != (old,)}


class _TableError(Exception):
    """Raised inside this module when a table cannot be used."""

    def __init__(self, name: str, line: int, message: str) -> None:
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
    except _TableError as error:
        return Places({}, {}, {}), [Problem(f"{shown}/{error.name}", error.line, "", error.message)]


def _read(folder: Path) -> Places:
    units: dict[str, Unit] = {}
    former: dict[tuple[str, str], str] = {}
    for _, row in _rows(folder, "units.csv"):
        units[row["new_code"]] = Unit(row["new_code"], row["new_commune"], row["new_province"])
        if row["default"] == "yes":
            former[_key(row["old_commune"]), _key(row["old_district"])] = row["new_code"]
    for line, row in _rows(folder, "earlier-communes.csv"):
        if row["new_code"] not in units:
            message = f"không có mã {quoted(row['new_code'])} trong units.csv. Hãy sửa mã ở dòng này."
            raise _TableError("earlier-communes.csv", line, message)
        former[_key(row["earlier_commune"]), _key(row["earlier_district"])] = row["new_code"]
    districts = {
        _key(row["earlier_district"]): row["last_district"] for _, row in _rows(folder, "earlier-districts.csv")
    }
    return Places(units, former, districts)


_COLUMNS = {
    "units.csv": ("new_code", "new_commune", "new_province", "old_commune", "old_district", "default"),
    "earlier-communes.csv": ("earlier_commune", "earlier_district", "new_code"),
    "earlier-districts.csv": ("earlier_district", "last_district"),
}


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
                raise _TableError(name, 1, f"thiếu cột {', '.join(missing)}. Hãy lấy lại bảng từ bản trước.")
            for row in table:
                if None in row or None in row.values():
                    raise _TableError(name, table.line_num, "dòng này thừa hoặc thiếu ô. Hãy xem lại dấu phẩy.")
                yield table.line_num, row
    except (UnicodeDecodeError, OSError, csv.Error) as error:
        raise _TableError(name, 1, "không đọc được bảng này. Hãy lưu lại thành CSV với bảng mã UTF-8.") from error


def _key(name: str) -> str:
    text = re.sub(r"\(.*?\)", "", name).lower()
    for short, full in _SHORT_FORMS:
        text = text.replace(short, f"{full} ")
    return fold(text)
