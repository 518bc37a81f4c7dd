"""The kind of a page follows from its address."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.kinds import by_kind, fullest, in_order, kind_of, medians
from khuyencong.model.types import TYPES


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "home"),
        ("404.html", "404"),
        ("gioi-thieu/index.html", "gioi-thieu"),
        ("co-so/index.html", "co-so"),
        ("co-so/trang-2/index.html", "co-so"),
        ("co-so/cha-ca/index.html", "co-so-entry"),
        ("tin-tuc/hoi-cho/phat-thanh/index.html", "tin-tuc-phat-thanh"),
        ("co-so/nganh/che-bien/index.html", "co-so-facet"),
        ("co-so/nganh/che-bien/trang-12/index.html", "co-so-facet"),
        ("co-so/cha-ca/in.html", "co-so-in"),
        ("in.html", "in"),
    ],
)
def test_kinds(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_every_content_type_has_a_kind_of_its_own() -> None:
    kinds = [kind_of(f"{one.prefix[1:]}x/index.html") for one in TYPES if one.prefix != "/"]
    assert len(kinds) == len(set(kinds))


def test_the_largest_and_the_middle_page_of_a_kind(tmp_path: Path) -> None:
    for name, size in {"a": 5, "b": 9, "c": 7, "d": 1}.items():
        (tmp_path / "co-so" / name).mkdir(parents=True)
        (tmp_path / "co-so" / name / "index.html").write_text("x" * size, encoding="ascii")
    (tmp_path / "index.html").write_text("x", encoding="ascii")
    kinds = by_kind(tmp_path)
    assert fullest(kinds) == ["co-so/b/index.html", "index.html"]
    assert medians(kinds) == ["co-so/c/index.html", "index.html"]
    assert in_order(["b", "a", "b"]) == ["a", "b"]
