"""Commit the record of published addresses and push it: what a workflow that publishes by itself does at the end.

Needs nothing but Git, so that the one job that may write to the repository runs no other program.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

RECORD = "content/addresses.csv"
TRIES = 3
GIT = shutil.which("git") or "git"
MESSAGE = "Note the published addresses [skip ci]"
"""GitHub and GitLab start no workflow for a commit that says so."""
AUTHOR = ("-c", "user.name=Published by the workflow", "-c", "user.email=publish@localhost.example")


def main(repository: Path, branch: str) -> int:
    """Commit the record if it has changed, and push it.

    Arguments:
        repository: the working copy.
        branch: where it is pushed to.

    Returns:
        0, or 1 when the record could not be pushed; the next publication then notes the addresses again.
    """
    if not _git(repository, "status", "--porcelain", "--", RECORD).stdout:
        print(f"{RECORD} không đổi.")
        return 0
    for step in (("add", "--", RECORD), (*AUTHOR, "commit", "--quiet", "-m", MESSAGE, "--", RECORD)):
        _git(repository, *step).check_returncode()
    said = ""
    for _ in range(TRIES):
        pushed = _git(repository, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
        if pushed.returncode == 0:
            print(f"Đã lưu {RECORD} vào nhánh {branch}.")
            return 0
        said = pushed.stderr
        if not _on_top_of(repository, branch):
            break
    print(f"{said}Chưa lưu được {RECORD} vào nhánh {branch}: trang đổi tên sau này có thể mất địa chỉ cũ.")
    print("Hãy cho việc này quyền ghi như deploy/README.md nói, hoặc tự lưu tệp ấy vào kho mã.")
    return 1


def _on_top_of(repository: Path, branch: str) -> bool:
    """Put the commit on top of what others have pushed meanwhile; tell whether that went well."""
    if _git(repository, "fetch", "--quiet", "origin", branch).returncode:
        return False
    if _git(repository, *AUTHOR, "rebase", "--quiet", "FETCH_HEAD").returncode:
        _git(repository, "rebase", "--abort")
        return False
    return True


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([GIT, *arguments], cwd=repository, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent, sys.argv[1]))
