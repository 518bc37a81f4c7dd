"""A workflow that publishes by itself brings the record of addresses home, also when others push meanwhile."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.commit_addresses import GIT, RECORD, main

RENAMED = "address,file,name\n/tin-tuc/a/,news/a.md,A\n"
US = ("-c", "user.name=a", "-c", "user.email=a@khuyencong.example")


def git(folder: Path, *arguments: str) -> str:
    """Run Git and give what it said."""
    return subprocess.run([GIT, *US, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def committed(folder: Path, name: str, text: str) -> None:
    """Write a file, commit and push it."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    git(folder, "push", "-q", "origin", "HEAD:main")


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """An editor's working copy, and that of a workflow, shallow and of no branch, both of one repository."""
    home, editor, workflow = tmp_path / "home.git", tmp_path / "editor", tmp_path / "workflow"
    subprocess.run([GIT, "init", "-q", "--bare", "-b", "main", str(home)], check=True)
    git(tmp_path, "clone", "-q", str(home), "editor")
    committed(editor, "content/a.md", "a")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{home}", "workflow")
    git(workflow, "checkout", "-q", "--detach")
    return editor, workflow


def record_of(editor: Path) -> str:
    """Give the record that the repository holds now."""
    git(editor, "pull", "-q", "--rebase", "origin", "main")
    return (editor / RECORD).read_text()


def test_a_new_record_is_committed_and_starts_no_workflow(copies: tuple[Path, Path]) -> None:
    editor, workflow = copies
    (workflow / RECORD).write_text(RENAMED)
    assert main(workflow, "main") == 0
    assert record_of(editor) == RENAMED
    assert "[skip ci]" in git(editor, "log", "-1", "--format=%s")


def test_without_a_change_nothing_is_committed(copies: tuple[Path, Path]) -> None:
    editor, workflow = copies
    committed(editor, RECORD, RENAMED)
    git(workflow, "fetch", "-q", "origin", "main")
    git(workflow, "checkout", "-q", "FETCH_HEAD")
    before = git(workflow, "rev-parse", "HEAD")
    assert main(workflow, "main") == 0
    assert git(workflow, "rev-parse", "HEAD") == before


def test_what_an_editor_pushed_meanwhile_stays(copies: tuple[Path, Path]) -> None:
    editor, workflow = copies
    committed(editor, "content/b.md", "b")
    (workflow / RECORD).write_text(RENAMED)
    assert main(workflow, "main") == 0
    assert record_of(editor) == RENAMED
    assert (editor / "content" / "b.md").read_text() == "b"


def test_two_records_at_once_are_told_and_neither_is_lost_silently(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    editor, workflow = copies
    committed(editor, RECORD, "address,file,name\n/khac/,news/b.md,B\n")
    (workflow / RECORD).write_text(RENAMED)
    assert main(workflow, "main") == 1
    assert "Chưa lưu được content/addresses.csv" in capsys.readouterr().out
    assert "/khac/" in record_of(editor)


def test_a_repository_that_may_not_be_written_to_is_told(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    editor, workflow = copies
    hook = editor.parent / "home.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho protected branch >&2\nexit 1\n")
    hook.chmod(0o755)
    (workflow / RECORD).write_text(RENAMED)
    assert main(workflow, "main") == 1
    said = capsys.readouterr().out
    assert "protected branch" in said
    assert "quyền ghi" in said
