"""What is recorded as published is what was published: of the day in Vietnam, not of the machine's."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.build.day import build_day
from tests.content import ROOT, news, write_content


def recorded(folder: Path, build_date: str) -> str:
    """Run the command as of a day, and give the record."""
    command = [sys.executable, str(ROOT / "scripts" / "record_addresses.py"), "content"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "BUILD_DATE": build_date})
    return (folder / "content" / "addresses.csv").read_text(encoding="utf-8")


def test_what_is_published_on_its_day_is_recorded_that_day(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news().replace("date: 2024-05-01", "date: 2030-01-02")})
    assert "/tin-tuc/mot/" not in recorded(tmp_path, "2030-01-01")
    assert "/tin-tuc/mot/" in recorded(tmp_path, "2030-01-02")


def test_just_after_midnight_in_vietnam_it_is_the_new_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUILD_DATE", raising=False)
    assert build_day(dt.datetime(2026, 12, 31, 17, 10, tzinfo=dt.UTC)) == dt.date(2027, 1, 1)
    assert build_day(dt.datetime(2026, 12, 31, 16, 59, tzinfo=dt.UTC)) == dt.date(2026, 12, 31)
