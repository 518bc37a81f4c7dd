"""The command: what it prints and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden" / "facts"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "import_facts.py"), *arguments]
    environment = {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_rows_that_cannot_be_used_are_a_report_and_no_failure(tmp_path: Path) -> None:
    done = run(str(GOLDEN), "--content", str(tmp_path))
    assert done.returncode == 0
    assert "establishments.csv: dùng " in done.stdout
    assert "Dòng chưa dùng được" in done.stdout


def test_wrong_arguments_end_with_2_and_write_nothing(tmp_path: Path) -> None:
    for arguments in ([], [str(tmp_path / "không có")], [str(GOLDEN), "--content", str(tmp_path / "không có")]):
        assert run(*arguments, *(["--content", str(tmp_path)] if len(arguments) == 1 else [])).returncode == 2
    assert list(tmp_path.iterdir()) == []
