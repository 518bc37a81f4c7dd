"""Files to download in a build: looked into once, published clean, refused at the gate."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from khuyencong.build.attached import Attachments, InMemory
from khuyencong.build.job import ContentError
from khuyencong.model.tree import read_tree
from khuyencong.outputs.attachments import cleaning
from tests.attachments import SECRETS, archive, pdf, table_members, word_members
from tests.builds import fingerprints
from tests.edits import lengthen_a_body
from tests.small_builds import TODAY, Workplace

ARTICLE = """---
title: Bài có tệp
date: 2023-07-01
category: lang-nghe
attachments:
  - {file: Kế hoạch.docx, title: Kế hoạch năm}
---
Xem [biểu](bieu.xlsx).
"""
PAGE = "tin-tuc/co-tep"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """The small site with an article that offers two files, as old as files are when nobody works on them."""
    monkeypatch.setenv("BUILD_WORKERS", "1")
    made = Workplace.make(tmp_path)
    put(made, "co-tep.md", ARTICLE.encode())
    put(made, "Kế hoạch.docx", archive(word_members()))
    put(made, "bieu.xlsx", archive(table_members()))
    return made


def put(work: Workplace, name: str, data: bytes) -> Path:
    """Write a file among the news."""
    path = work.content / "news" / name
    path.write_bytes(data)
    return path


def test_clean_copies_are_published_under_ascii_names(work: Workplace) -> None:
    work.build()
    names = {path.name for path in (work.output / PAGE).iterdir() if path.suffix in (".docx", ".xlsx")}
    assert names == {"ke-hoach.docx", "bieu.xlsx"}
    for name in names:
        data = (work.output / PAGE / name).read_bytes()
        assert not [secret for secret in SECRETS if secret in data]


def test_a_second_build_opens_no_file(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khuyencong.build.attached.SETTLED", 0.0)
    work.build()
    opened: list[Path] = []
    read_bytes = Path.read_bytes

    def read_and_note(path: Path) -> bytes:
        opened.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read_and_note)
    assert work.build().rendered == 0
    lengthen_a_body(work, random.Random(1))  # noqa: S311 - nothing secret
    work.build()
    assert [path.name for path in opened if path.suffix in (".docx", ".xlsx")] == []


def test_a_file_that_was_written_a_moment_ago_is_read_again_but_not_cleaned_again(
    work: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.build()

    def never(name: str, data: bytes) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(cleaning, "clean", never)
    assert work.build().rendered == 0


def test_another_content_under_the_same_name_is_published(work: Workplace) -> None:
    work.build()
    members = word_members() | {"docProps/app.xml": "<Properties><Pages>9</Pages></Properties>"}
    put(work, "Kế hoạch.docx", archive(members))
    assert work.build().rendered == 1
    html = (work.output / PAGE / "index.html").read_text(encoding="utf-8")
    assert "9 trang" in html
    work.build("clean", "clean-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_a_file_that_only_the_text_links_to_is_published_anew_too(work: Workplace) -> None:
    work.build()
    put(work, "bieu.xlsx", archive(table_members() | {"xl/them.xml": "<a/>"}))
    work.build()
    work.build("clean", "clean-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_a_published_copy_that_was_lost_is_put_back(work: Workplace) -> None:
    work.build()
    before = fingerprints(work.output)
    (work.output / PAGE / "ke-hoach.docx").unlink()
    work.build()
    assert fingerprints(work.output) == before


def test_a_file_that_may_not_be_published_stops_the_build_at_the_gate(work: Workplace) -> None:
    work.build()
    before = fingerprints(work.output)
    put(work, "Kế hoạch.docx", pdf())
    with pytest.raises(ContentError) as refused:
        work.build()
    (problem,) = refused.value.problems
    assert problem.startswith('content/news/co-tep.md:6: attachments.0.file: tệp "Kế hoạch.docx" có đuôi ".docx"')
    assert fingerprints(work.output) == before


def test_all_bad_files_are_told_at_once_and_each_once_for_every_place_that_names_it(work: Workplace) -> None:
    put(work, "bieu.xlsx", b"MZ" + os.urandom(100))
    put(work, "Kế hoạch.docx", b"<html>")
    put(work, "cung.md", ARTICLE.replace("Bài có tệp", "Bài khác").encode())
    tree = read_tree(work.content, TODAY)
    assert tree.index
    found = sorted(map(str, Attachments(work.content, InMemory()).look_into(tree.index, tree.reviewed)))
    assert [line.split(": tệp")[0] for line in found] == [
        "content/news/co-tep.md:6: attachments.0.file",
        "content/news/co-tep.md:8",
        "content/news/cung.md:6: attachments.0.file",
        "content/news/cung.md:8",
    ]


def test_a_file_that_the_gate_refuses_for_its_name_is_not_opened(work: Workplace) -> None:
    path = put(work, "Kế hoạch.docx", b"")
    shutil.copy(path, work.content / "news" / "rong.docx")
    tree = read_tree(work.content, TODAY)
    assert tree.index
    assert [str(one) for one in tree.problems if "rỗng" in str(one)]
    assert Attachments(work.content, InMemory()).look_into(tree.index, tree.reviewed) == []


def test_personal_data_in_a_file_stop_the_build_until_a_person_allows_them(work: Workplace) -> None:
    put(
        work,
        "bieu.xlsx",
        archive({**table_members(), "xl/sharedStrings.xml": "<sst><si><t>Gọi 0912345678</t></si></sst>"}),
    )
    with pytest.raises(ContentError) as error:
        work.build()
    assert [one for one in error.value.problems if 'tệp "bieu.xlsx" có số điện thoại di động "09…78"' in one]
    allowed = "contacts:\n  - {value: 0912 345 678, reason: cơ quan đã công bố}\n"
    (work.content / "reviewed.yaml").write_text(allowed, encoding="utf-8")
    work.build()
    assert (work.output / PAGE / "bieu.xlsx").is_file()
