"""What the corpus takes from the real content: controlled lists, places, plain pages, the site's name."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REAL = Path(__file__).resolve().parent.parent / "content"
_ENTRY_LINK = re.compile(r"\[([^\[\]]*)\]\(/[a-z0-9-]+/[^)]+\)")
OTHER_PROVINCES = {
    "Đồng Nai": ("Trảng Bom", "Nhơn Trạch", "Long Thành", "Xuân Lộc", "Cẩm Mỹ", "Thống Nhất", "Tân Phú", "Vĩnh Cửu"),
    "Hải Phòng": ("Thủy Nguyên", "An Dương", "An Lão", "Kiến Thụy", "Tiên Lãng", "Vĩnh Bảo", "Cát Hải"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that an establishment can be in.

    Arguments:
        commune: as a source writes it; empty where only the district is known.
        district: the district before 1 July 2025.
        province: the province before 1 July 2025.
        unit: the unit since 1 July 2025; empty where the table does not know it.
    """

    commune: str
    district: str
    province: str
    unit: str


@dataclass(frozen=True, slots=True)
class Page:
    """One plain page.

    Arguments:
        slug: its file's name without the ending.
        fields: its front matter.
        front: the same as it is written.
        body: its Markdown; links to entries, of which the corpus has none of these, have become plain text.
    """

    slug: str
    fields: dict[str, Any]
    front: str
    body: str


@dataclass(frozen=True, slots=True)
class Real:
    """What is taken over.

    Arguments:
        site: the settings of the site.
        terms: label by key, for each controlled list.
        spots: known places, communes first.
        pages: the plain pages, in order.
    """

    site: dict[str, Any]
    terms: dict[str, dict[str, str]]
    spots: tuple[Spot, ...]
    pages: tuple[Page, ...]


def read_real(folder: Path = REAL) -> Real:
    """Read it from a content folder."""
    lists = yaml.safe_load((folder / "taxonomies.yaml").read_text(encoding="utf-8"))
    terms = {name: {term["key"]: term["label"] for term in entries} for name, entries in lists.items()}
    pages = sorted(map(_page, sorted((folder / "pages").glob("*.md"))), key=lambda page: page.fields.get("order", 0))
    site = yaml.safe_load((folder / "site.yaml").read_text(encoding="utf-8"))
    return Real(site, terms, (*_communes(folder / "places" / "units.csv"), *_districts()), tuple(pages))


def _page(path: Path) -> Page:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Page(path.stem, yaml.safe_load(front), front, _ENTRY_LINK.sub(r"\1", body))


def _communes(table: Path) -> list[Spot]:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["default"] == "yes" and row["old_commune"]]
    return [
        Spot(
            _lower_type(row["old_commune"]),
            _lower_type(row["old_district"]),
            row["old_province"].removeprefix("Tỉnh "),
            row["new_commune"],
        )
        for row in rows
    ]


def _districts() -> list[Spot]:
    return [Spot("", f"huyện {name}", province, "") for province, names in OTHER_PROVINCES.items() for name in names]


def _lower_type(name: str) -> str:
    """Write a unit's type as sources do within a sentence: "xã An Ngãi"."""
    return name[:1].lower() + name[1:]
