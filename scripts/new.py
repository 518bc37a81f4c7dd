"""Make a new content file: `make new type=news title="Tên bài"`, or the next issue: `make new type=bulletin`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from slugify import slugify  # noqa: E402 - needs the path above

from khuyencong.intake.blank import blank_path, blank_text, known_types  # noqa: E402 - needs the path above
from khuyencong.intake.next_issue import ProposedIssue, Quarter, propose  # noqa: E402 - the same
from khuyencong.model.types import BY_KEY  # noqa: E402

MOST_QUARTERS = 4
"""Most quarters that are proposed instead of an empty one."""


def main(key: str, title: str, content: Path, quarter: str = "", today: dt.date | None = None) -> int:
    """Write a draft, and never over a file that is there.

    Arguments:
        key: the content type, for instance `news`.
        title: the entry's title; an issue of the bulletin can do without.
        content: the content folder.
        quarter: the quarter that an issue tells of, for instance `2026-3`.
        today: the day, if it is not today.

    Returns:
        0, or 1 after a message that says what to do.
    """
    day = today or dt.datetime.now(tz=dt.UTC).astimezone().date()
    if key == "bulletin":
        return new_issue(title, content, quarter, day)
    if key not in BY_KEY or not slugify(title):
        print(f'Cách dùng: make new type=news title="Tên bài". Các loại: {", ".join(known_types())}.')
        return 1
    path = blank_path(content, BY_KEY[key], title, day)
    return write(path, blank_text(BY_KEY[key], title, day), "Hãy chọn tên khác.")


def new_issue(title: str, content: Path, quarter: str, today: dt.date) -> int:
    """Write a draft of the next issue with the articles that no issue carries yet, see `main`."""
    try:
        issue = propose(content, today, title, Quarter.parse(quarter) if quarter else None)
    except ValueError as error:
        print(error)
        return 1
    if not issue.count and not title:
        print(nothing_new(issue, today))
        return 1
    failed = write(content / issue.path, issue.text(today), "Hãy làm xong số đó trước, hoặc xóa tệp.")
    if not failed:
        print(remark(issue))
    return failed


def nothing_new(issue: ProposedIssue, today: dt.date) -> str:
    """Say why there is no draft, and which quarters have articles for one."""
    name = issue.quarter.name
    ahead = issue.quarter.is_ahead(today)
    lines = [f"{name[0].upper()}{name[1:]} chưa tới." if ahead else f"Không có bài nào của {name} còn chưa in."]
    if issue.waiting:
        lines += ["Các quý còn bài chưa in:"]
        lines += [
            f"  {quarter.name}: {count} bài. Gõ: make new type=bulletin quarter={quarter.written}"
            for quarter, count in issue.waiting[:MOST_QUARTERS]
        ]
    else:
        lines += ["Mọi bài có ghi tháng đều đã nằm trong một số bản tin."]
    return "\n".join([*lines, 'Chưa tạo tệp nào. Muốn một tệp trống: make new type=bulletin title="Tên số"'])


def remark(issue: ProposedIssue) -> str:
    """Say what the draft holds and what to do next."""
    quarter = issue.quarter.name
    if not issue.count:
        return f"Tệp chưa có bài nào vì {quarter} không còn bài chưa in. Mở tệp và ghi bài vào sections."
    return f"{issue.count} bài của {quarter} chưa có trong số nào. Mở tệp, bỏ bớt và xếp lại các mục."


def write(path: Path, text: str, otherwise: str) -> int:
    """Write a file that is not there yet, and give 0; or say what to do, and give 1."""
    if path.exists():
        print(f"Đã có tệp {_shown(path)}. {otherwise}")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"Đã tạo bản nháp {_shown(path)}")
    return 0


def _shown(path: Path) -> Path:
    """Show a path as staff know it: from the folder that they work in."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "", "", ""]
    sys.exit(main(arguments[0], arguments[1], ROOT / "content", arguments[2]))
