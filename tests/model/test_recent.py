"""What changed last: only what content says, the latest first."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.establishment import Establishment
from khuyencong.model.recent import MOST_SHOWN, Recent, recent
from tests.content import catalogue, establishment


def read(tmp_path: Path, **files: str) -> Recent:
    found = catalogue(tmp_path, {f"establishments/{name}.md": text for name, text in files.items()})
    return recent(found.all(Establishment), found)


def test_what_was_added_changed_or_checked_stands_by_its_last_date(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        a=establishment("added: 2026-11-23"),
        b=establishment("added: 2026-11-23", "updated: 2026-11-25"),
        c=establishment("verified: 2026-11-24"),
        d=establishment("added: 2026-11-24", "verified: 2026-11-24"),
        e=establishment(),
    )
    assert [(one.entry.url, one.date.iso, one.what) for one in found.changed] == [
        ("/co-so/b/", "2026-11-25", "Sửa nội dung"),
        ("/co-so/c/", "2026-11-24", "Kiểm tra lại dữ kiện"),
        ("/co-so/d/", "2026-11-24", "Kiểm tra lại dữ kiện"),
        ("/co-so/a/", "2026-11-23", "Đưa lên trang"),
    ]
    assert found.undated == 1


def test_the_day_of_the_first_entries_is_the_one_of_the_settings(tmp_path: Path) -> None:
    since = read(tmp_path, a=establishment()).since
    assert since
    assert since.iso == "2026-11-22"


def test_the_newest_source_of_each_entry_counts_and_a_mere_year_from_its_beginning(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        a=establishment(
            "sources: [{title: Báo cũ, date: 2020-05-01}, {title: Bài, publisher: Báo A, date: 2024-05-01}]"
        ),
        b=establishment("sources: [{title: Báo năm, date: 2024}]"),
        c=establishment("sources: [{title: Không ngày}]"),
        d=establishment("sources: [{title: Báo mới, date: 2025}]"),
    )
    assert [(one.entry.url, one.date.iso, one.what) for one in found.sourced] == [
        ("/co-so/d/", "2025", "Báo mới"),
        ("/co-so/a/", "2024-05-01", "Báo A"),
        ("/co-so/b/", "2024", "Báo năm"),
    ]
    assert found.changed == ()


def test_a_page_shows_thirty_and_counts_all(tmp_path: Path) -> None:
    dated = {f"c{number}": establishment("added: 2026-11-24") for number in range(MOST_SHOWN + 5)}
    found = read(tmp_path, **dated, z=establishment())
    assert (len(found.changed), found.undated) == (MOST_SHOWN, 1)
