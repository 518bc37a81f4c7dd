"""Lays down small content folders for the tests, and reads them through the gate."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.tree import Tree, read_tree

ROOT = Path(__file__).resolve().parents[1]
TODAY = dt.date(2025, 12, 1)
ALL_OUT = dt.date(2026, 11, 27)
"""A day on which nothing of the real content waits for its day any more."""


def write_content(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Lay down a content folder: the real settings, and the files given.

    Arguments:
        folder: where to lay it down.
        files: what each file holds, by its path in the content folder.

    Returns:
        The content folder.
    """
    content = folder / "content"
    content.mkdir(exist_ok=True)
    for name in ("site.yaml", "taxonomies.yaml"):
        shutil.copyfile(ROOT / "content" / name, content / name)
    for name, held in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else held.encode())
    return content


def read(folder: Path) -> Tree:
    """Read the content folder that `write_content` laid down."""
    return read_tree(folder / "content", TODAY)


def catalogue(folder: Path, files: Mapping[str, str | bytes]) -> Catalogue:
    """Lay down content that must be right, and give its catalogue."""
    write_content(folder, files)
    tree = read(folder)
    assert [str(problem) for problem in tree.problems] == []
    assert tree.catalogue
    return tree.catalogue


def problems(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Lay down content and give what the gate says of it, one text for each problem."""
    write_content(folder, files)
    return [str(problem) for problem in read(folder).problems]


def entry(*fields: str, body: str = "") -> str:
    """Write a content file."""
    return "\n".join(["---", *fields, "---", body])


def news(*fields: str, body: str = "Nội dung.") -> str:
    """Write a news file that is right, with more fields and another body."""
    return entry("title: Tin", "date: 2024-05-01", "category: co-so", *fields, body=body)


def establishment(*fields: str, title: str = "Cơ sở") -> str:
    """Write an establishment's file that is right, with more fields."""
    return entry(f"title: {title}", *fields)


def document(number: str, *fields: str, title: str = "Văn bản") -> str:
    """Write a legal document's file that is right, with more fields."""
    return entry(f"title: {title}", f"number: {number}", "type: quyet-dinh", "issuer: UBND tỉnh Đồng Nai", *fields)


def product(*fields: str, title: str = "Muối") -> str:
    """Write a product's file that is right, with more fields."""
    return entry(f"title: {title}", *fields)


def support(*fields: str, title: str = "Hỗ trợ máy") -> str:
    """Write a support scheme's file that is right, with more fields."""
    needed = ("content: Máy móc", "eligible: Cơ sở CNNT", "area: Cả nước", "validity: Còn hiệu lực")
    return entry(f"title: {title}", *needed, *fields)
