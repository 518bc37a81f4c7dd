"""What lies in the content folder."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from khuyencong.model.establishment import Establishment
from khuyencong.model.folder import find_files
from tests.content import catalogue, news, read, write_content


def test_linked_folders_are_reported_and_not_entered(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"news/2024/a.md": news()})
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "b.md").write_text(news(), encoding="utf-8")
    (content / "news" / "2023").symlink_to(outside)
    (content / "events").symlink_to(outside)
    (content / "news" / "2024" / "vong").symlink_to(content)
    message = "thư mục là liên kết trỏ đi chỗ khác. Hãy chép hẳn thư mục vào đây."
    assert [str(problem) for problem in read(tmp_path).problems] == [
        f"content/{name}:1: {message}" for name in ("events", "news/2023", "news/2024/vong")
    ]


def test_decomposed_file_names_become_composed(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Bánh tráng Hòa Đa")
    found = catalogue(
        tmp_path,
        {
            f"establishments/{name}.md": "---\ntitle: A\n---\n",
            "news/2024/a.md": news(body="[a](../../establishments/Bánh%20tráng%20Hòa%20Đa.md)"),
        },
    )
    entry = found.all(Establishment)[0]
    assert entry.url == "/co-so/banh-trang-hoa-da/"
    assert entry.source_file.path == "establishments/Bánh tráng Hòa Đa.md"


def test_a_file_name_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    folder = write_content(tmp_path, {"news/2024/a.md": news()}) / "news" / "2024"
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xe1nh.md")).write_text(news(), encoding="utf-8")
    assert [str(problem) for problem in read(tmp_path).problems] == [
        "content/news/2024/b\ufffdnh.md:1: tên tệp không phải UTF-8. Hãy đổi tên tệp, tốt nhất là không dấu."
    ]


def test_a_file_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/2024/a\nb.md": "---\n"})
    assert [str(problem).count("\n") for problem in read(tmp_path).problems] == [0]


def test_files_come_in_the_same_order_everywhere(tmp_path: Path) -> None:
    content = write_content(tmp_path, {f"news/{year}/{name}.md": news() for year in (2024, 2023) for name in "cab"})
    found = find_files(content, "content")
    assert [one.relative for one in found.files["news"]] == [
        f"news/{year}/{name}.md" for year in (2023, 2024) for name in "abc"
    ]
