"""A workflow writes the record of published addresses back to the branch, whatever happens there meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builds import ROOT

HEAD = "địa chỉ,tệp,tên\n"
ONE, TWO, THREE = (f"/tin-tuc/{name}/,news/{name}.md,Tin\n" for name in ("mot", "hai", "ba"))
RECORD = Path("content") / "addresses.csv"


def git(folder: Path, *arguments: str) -> str:
    """Run Git as a person of the house."""
    command = ["git", "-c", "user.name=Người viết", "-c", "user.email=viet@localhost", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Place:
    """A repository, a person's copy of it, and that of a workflow.

    Arguments:
        origin: the repository.
        person: the copy of a person.
        workflow: a shallow copy without a branch, as workflows have it.
    """

    origin: Path
    person: Path
    workflow: Path

    def push(self, name: str, text: str) -> None:
        """Let the person change a file."""
        path = self.person / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        git(self.person, "add", "--all")
        git(self.person, "commit", "--quiet", "--message=Write")
        git(self.person, "push", "--quiet", "origin", "HEAD:main")

    def run(self, record: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Let the workflow keep a record."""
        path = self.workflow / RECORD
        path.parent.mkdir(exist_ok=True)
        path.write_text(record, encoding="utf-8")
        command = [sys.executable, str(ROOT / "scripts" / "commit_record.py"), "main"]
        environment = {**os.environ, "CI": "true", **more}
        return subprocess.run(command, cwd=self.workflow, check=False, capture_output=True, text=True, env=environment)

    def there(self, path: Path | str) -> str:
        """Give a file of the branch."""
        return git(self.origin, "show", f"main:{Path(path).as_posix()}")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Lay down the three."""
    made = Place(tmp_path / "origin.git", tmp_path / "person", tmp_path / "workflow")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(made.origin))
    git(tmp_path, "clone", "--quiet", str(made.origin), str(made.person))
    made.push("content/news.md", "một")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{made.origin}", str(made.workflow))
    git(made.workflow, "checkout", "--quiet", "--detach")
    return made


def test_the_record_is_kept_and_nothing_else_changes(place: Place) -> None:
    (place.workflow / "content" / "news.md").write_text("bị hỏng", encoding="utf-8")
    done = place.run(HEAD + ONE)
    assert done.returncode == 0, done.stderr
    assert place.there(RECORD) == HEAD + ONE
    assert place.there("content/news.md") == "một"


def test_the_same_record_makes_no_commit(place: Place) -> None:
    assert place.run(HEAD + ONE).returncode == 0
    before = git(place.origin, "rev-parse", "main")
    assert place.run(HEAD + ONE).returncode == 0
    assert git(place.origin, "rev-parse", "main") == before


def test_what_people_wrote_meanwhile_stays(place: Place) -> None:
    place.push("content/news.md", "hai")
    place.push(RECORD.as_posix(), HEAD + TWO)
    assert place.run(HEAD + ONE + THREE).returncode == 0
    assert place.there("content/news.md") == "hai"
    assert place.there(RECORD) == HEAD + ONE + THREE + TWO


def test_a_branch_that_may_not_be_written_to_is_told_with_what_to_do(place: Place) -> None:
    hook = place.origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    done = place.run(HEAD + ONE)
    assert done.returncode == 1
    assert "quyền ghi vào kho" in done.stdout
    assert "Traceback" not in done.stderr


def test_at_a_desk_it_does_nothing(place: Place) -> None:
    (place.workflow / "content" / "news.md").write_text("đang viết", encoding="utf-8")
    assert place.run(HEAD + ONE, CI="").returncode == 1
    assert (place.workflow / "content" / "news.md").read_text(encoding="utf-8") == "đang viết"
