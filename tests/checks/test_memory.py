"""What was found on a page is remembered for as long as nothing has changed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from khuyencong.checks.browser.memory import Finding, Memory
from khuyencong.checks.browser.report import write_reports

FINDING = Finding(("image-alt: <img> [360 light]",), ("color-contrast",))


def test_a_finding_outlives_the_program(tmp_path: Path) -> None:
    first = Memory(tmp_path / "looks.json", [])
    assert first.get(first.key(b"page")) is None
    first.put(first.key(b"page"), FINDING)
    first.save()
    second = Memory(tmp_path / "looks.json", [])
    assert second.get(second.key(b"page")) == FINDING
    assert second.get(second.key(b"another page")) is None


def test_other_rules_have_other_keys(tmp_path: Path) -> None:
    rules = tmp_path / "axe.js"
    rules.write_text("old", encoding="ascii")
    before = Memory(tmp_path / "looks.json", [rules]).key(b"page")
    rules.write_text("new", encoding="ascii")
    assert Memory(tmp_path / "looks.json", [rules]).key(b"page") != before


def test_pages_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "looks.json", [])
    memory.put("gone", FINDING)
    memory.put("there", FINDING)
    memory.save(["there", "never looked at"])
    assert json.loads((tmp_path / "looks.json").read_text(encoding="utf-8")).keys() == {"there"}


def test_the_report_of_a_kind_counts_and_names_what_was_found(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gone.json").touch()
    findings = {"a.html": FINDING, "b.html": Finding((), ())}
    write_reports(folder, {"a": ["a.html", "b.html", "c.html"]}, findings, {"axe-core": "1"}, dt.date(2026, 11, 27))
    assert [path.name for path in folder.iterdir()] == ["a.json"]
    said = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    assert (said["pages"], said["looked_at"], said["violations"], said["date"]) == (3, 2, 1, "2026-11-27")
    assert said["found"] == {"a.html": list(FINDING.violations)}
    assert said["for_a_person_to_judge"] == ["color-contrast"]
