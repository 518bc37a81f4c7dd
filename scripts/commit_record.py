"""In a workflow: keep the record of published addresses in the repository, or a rename after it goes unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RECORD = Path("content") / "addresses.csv"
MESSAGE = "Note which addresses have been published"
AUTHOR = ("-c", "user.name=publish", "-c", "user.email=publish@localhost")
TRIES = 3
"""How often the branch may move on between fetching and pushing."""


def main(branch: str) -> int:
    """Commit the record that publishing has written on top of the branch as it is now, and push that alone.

    Arguments:
        branch: the branch that the site is published from.

    Returns:
        0, or 1 when the record could not be kept.
    """
    if not os.environ.get("CI"):
        print("Lệnh này chỉ chạy trong máy xuất bản tự động (CI), vì nó bỏ mọi sửa đổi chưa lưu.")
        return 1
    written = RECORD.read_text(encoding="utf-8")
    for _ in range(TRIES):
        if not _git("fetch", "--quiet", "--depth=1", "origin", branch):
            break
        _git("checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
        there = RECORD.read_text(encoding="utf-8") if RECORD.is_file() else ""
        RECORD.write_text(_together(written, there), encoding="utf-8", newline="")
        _git("add", "--", RECORD.as_posix())
        if _git("diff", "--cached", "--quiet"):
            return 0
        if _git(*AUTHOR, "commit", "--quiet", f"--message={MESSAGE}") and _git(
            "push", "--quiet", "origin", f"HEAD:{branch}"
        ):
            print(f"Đã lưu {RECORD} vào nhánh {branch}.")
            return 0
    print(
        f"Trang đã đăng, nhưng chưa lưu được {RECORD} vào nhánh {branch}. Hãy cho quy trình này quyền ghi vào kho "
        "(xem deploy/README.md); chưa lưu thì bài đổi địa chỉ sau này sẽ mất địa chỉ cũ."
    )
    return 1


def _together(ours: str, theirs: str) -> str:
    """Give the lines of both, ours first: each says of an address that it has been published."""
    return "".join(dict.fromkeys([*ours.splitlines(keepends=True), *theirs.splitlines(keepends=True)]))


def _git(*arguments: str) -> bool:
    return subprocess.run(["git", *arguments], check=False).returncode == 0  # noqa: S607 - wherever the machine has it


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
