"""The list of software: valid CycloneDX, everything of the lock file in it, the same each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from khuyencong.publishing.parts_list import PARTS_LIST, add_parts_list, parts_list
from tests.content import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_the_list_is_valid_by_the_schema() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(parts_list(LOCK, "0.1.0").decode()) is None


def test_the_schema_would_refuse_a_fault() -> None:
    broken = parts_list(LOCK, "0.1.0").decode().replace('"library"', '"thu-vien"')
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(broken) is not None


def test_every_locked_package_is_in_the_list_with_its_version() -> None:
    there = {(one["name"], one.get("version")) for one in json.loads(parts_list(LOCK, "1"))["components"]}
    pinned = re.findall(r"^([\w.-]+)(?:\[\w+\])?==([^\s;]+)", LOCK, re.MULTILINE)
    locked = {(name.lower(), version) for name, version in pinned}
    assert len(locked) > 20
    assert locked <= there
    assert there - locked == {("Be Vietnam Pro", None)}


def test_what_needs_what_is_told() -> None:
    needs = {one["ref"]: one["dependsOn"] for one in json.loads(parts_list(LOCK, "1"))["dependencies"]}
    assert any(one.startswith("pkg:pypi/pelican@") for one in needs["khuyencong"])
    pelican = next(ref for ref in needs if ref.startswith("pkg:pypi/pelican@"))
    assert any(one.startswith("pkg:pypi/jinja2@") for one in needs[pelican])
    assert {one for parts in needs.values() for one in parts} <= needs.keys() | {"font-be-vietnam-pro"}


def test_the_same_lock_gives_the_same_bytes_and_another_one_others() -> None:
    assert parts_list(LOCK, "1") == parts_list(LOCK, "1")
    assert parts_list(LOCK, "1") != parts_list(LOCK.replace("pelican==", "pelican==9"), "1")


def test_it_is_written_into_the_site(tmp_path: Path) -> None:
    add_parts_list(tmp_path, ROOT)
    assert (
        json.loads((tmp_path / PARTS_LIST).read_text(encoding="utf-8"))["metadata"]["component"]["version"] == "0.1.0"
    )


def test_the_page_on_licences_says_what_the_documents_of_dependencies_say() -> None:
    page = (ROOT / "content" / "pages" / "giay-phep.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|", page, re.MULTILINE))
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{rows["Mã nguồn dựng trang"]}"' in project
    assert re.search(rf"^\| Be Vietnam Pro.*\| {rows['Phông chữ Be Vietnam Pro']} \|", table, re.MULTILINE)
    assert re.search(rf"^\| pagefind \|.*\| {rows['Bộ máy tìm kiếm Pagefind']} \|", table, re.MULTILINE)
    assert re.search(
        rf"^\| .*vietnamadminunits.*\| {rows['Bảng địa danh `vietnamadminunits`']} \|", table, re.MULTILINE
    )
    assert re.search(r"^\| .*vietnamese-provinces-database.*\| MIT \|", table, re.MULTILINE)
