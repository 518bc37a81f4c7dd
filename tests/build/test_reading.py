"""What was read once is not parsed again, and what cannot be trusted is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from khuyencong.build import reading
from khuyencong.build.job import ContentError
from khuyencong.build.reading import read_content
from khuyencong.build.store import NAME, Store
from khuyencong.model.parsing import ReadFile, Waiting, read_file
from khuyencong.model.tables import Tables
from khuyencong.model.tree import Tree, read_tree
from tests.builds import fingerprints, small_content
from tests.small_builds import TODAY, Workplace

NEWS = "news/hoi-cho.md"
LONG_AGO = 1_000_000_000


class Desk:
    """Reads a copy of the small content again and again, and notes which files were parsed.

    Arguments:
        root: a folder of the test.
    """

    def __init__(self, root: Path) -> None:
        self.content = small_content(root / "content")
        self.cache = root / "cache"
        self.parsed: list[str] = []
        for path in self.content.rglob("*"):
            os.utime(path, (LONG_AGO, LONG_AGO))

    def read(self, version: str = "1") -> Tree:
        """Read the content as a new build does."""
        self.parsed.clear()
        store = Store(self.cache, version)
        try:
            return read_content(self.content, TODAY, store, self.cache)
        finally:
            store.close()

    def edit(self, path: str, old: str, new: str, seconds: int = LONG_AGO + 1) -> None:
        """Replace text in a file, written so many seconds after 1970."""
        target = self.content / path
        text = target.read_text(encoding="utf-8")
        assert old in text
        target.write_text(text.replace(old, new, 1), encoding="utf-8")
        os.utime(target, (seconds, seconds))

    @property
    def every(self) -> list[str]:
        """All content files."""
        return sorted(path.relative_to(self.content).as_posix() for path in self.content.rglob("*.md"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk at which one process does all."""
    made = Desk(tmp_path)

    def read_and_note(waiting: Waiting, tables: Tables) -> ReadFile:
        made.parsed.append(waiting.relative)
        return read_file(waiting, tables)

    monkeypatch.setattr(reading, "read_file", read_and_note)
    monkeypatch.setenv("BUILD_WORKERS", "1")
    return made


def rows(tree: Tree) -> object:
    """Give all that the index is made of."""
    assert tree.problems == []
    assert tree.catalogue
    return tree.catalogue.index.rows


def test_the_first_build_parses_every_file_and_the_second_none(desk: Desk) -> None:
    first = rows(desk.read())
    assert sorted(desk.parsed) == desk.every
    assert rows(desk.read()) == first
    assert desk.parsed == []


def test_what_is_remembered_is_what_reading_gives(desk: Desk) -> None:
    desk.read()
    assert rows(desk.read()) == rows(read_tree(desk.content, TODAY))


def test_entries_and_markdown_from_the_store_equal_those_in_memory(desk: Desk) -> None:
    desk.read()
    stored, fresh = desk.read().catalogue, read_tree(desk.content, TODAY).catalogue
    assert stored
    assert fresh
    for row in fresh.index.rows:
        entry, same = fresh.shelf.entry(row), stored.shelf.entry(row)
        assert same == entry
        assert (same.url, same.source_file) == (entry.url, entry.source_file)
        assert stored.shelf.body(row) == fresh.shelf.body(row)


def test_an_edit_parses_one_file(desk: Desk) -> None:
    desk.read()
    desk.edit(NEWS, "Hội chợ mở cửa", "Phiên chợ mở cửa")
    tree = desk.read()
    assert desk.parsed == [NEWS]
    assert rows(tree) == rows(read_tree(desk.content, TODAY))


def test_a_file_that_is_only_touched_is_not_parsed(desk: Desk) -> None:
    desk.read()
    os.utime(desk.content / NEWS, (LONG_AGO + 9, LONG_AGO + 9))
    desk.read()
    assert desk.parsed == []


def test_an_edit_that_is_taken_back_parses_nothing_the_second_time(desk: Desk) -> None:
    first = rows(desk.read())
    desk.edit(NEWS, "ba ngày", "bốn ngày", LONG_AGO + 1)
    desk.read()
    desk.edit(NEWS, "bốn ngày", "ba ngày", LONG_AGO + 2)
    assert rows(desk.read()) == first
    assert desk.parsed == []


def test_a_renamed_file_is_parsed_under_its_new_name(desk: Desk) -> None:
    desk.read()
    (desk.content / "pages" / "lien-he.md").rename(desk.content / "pages" / "hoi-dap.md")
    tree = desk.read()
    assert desk.parsed == ["pages/hoi-dap.md"]
    assert rows(tree) == rows(read_tree(desk.content, TODAY))


def test_a_file_that_is_gone_is_forgotten_and_parsed_no_more_when_it_comes_back(desk: Desk) -> None:
    first = rows(desk.read())
    kept = (desk.content / NEWS).read_bytes()
    (desk.content / NEWS).unlink()
    assert desk.read().files == len(desk.every)
    (desk.content / NEWS).write_bytes(kept)
    assert rows(desk.read()) == first
    assert desk.parsed == []


def test_a_file_written_a_moment_ago_is_looked_at_again_though_size_and_time_are_the_same(desk: Desk) -> None:
    now = 4_000_000_000  # a time that has not settled yet
    desk.edit(NEWS, "Đầu tháng sáu", "Đầu tháng năm", now)
    desk.read()
    desk.edit(NEWS, "Đầu tháng năm", "Đầu tháng tám", now)
    desk.read()
    assert desk.parsed == [NEWS]


def test_an_old_file_with_the_same_size_and_time_is_not_even_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.read()
    monkeypatch.setattr(reading, "_hash_of_bytes", lambda one: pytest.fail(f"opened {one.path}"))
    desk.read()


def test_other_lists_of_terms_or_places_read_everything_anew(desk: Desk) -> None:
    desk.read()
    desk.edit("taxonomies.yaml", "Làng nghề", "Làng nghề cũ")
    tree = desk.read()
    assert sorted(desk.parsed) == desk.every
    assert rows(tree) == rows(read_tree(desk.content, TODAY))
    former = '"Xã Tam An","Huyện Long Đất","Tỉnh Bà Rịa - Vũng Tàu",'
    desk.edit("places/units.csv", f'{former}"Xã Long Điền"', f'{former}"Xã Long Điền mới"')
    assert rows(desk.read()) == rows(read_tree(desk.content, TODAY))
    assert sorted(desk.parsed) == desk.every


def test_the_site_settings_concern_no_content_file(desk: Desk) -> None:
    desk.read()
    desk.edit("site.yaml", "Trang thử nhỏ", "Trang thử lớn")
    desk.read()
    assert desk.parsed == []


def test_another_version_of_the_program_reads_everything_anew(desk: Desk) -> None:
    desk.read("1")
    for version in ("2", "1"):
        desk.read(version)
        assert sorted(desk.parsed) == desk.every


def test_a_problem_is_remembered_too(desk: Desk) -> None:
    desk.edit(NEWS, "title:", "titel:")
    first = [str(problem) for problem in desk.read().problems]
    assert first
    assert [str(problem) for problem in desk.read().problems] == first
    assert desk.parsed == []


@pytest.mark.parametrize("data", [b"", b"broken", b"\x80\x05."])
def test_without_its_rows_the_store_still_knows_every_file(desk: Desk, data: bytes) -> None:
    first = rows(desk.read())
    path = desk.cache / "index.pickle"
    assert path.is_file()
    path.write_bytes(data)
    assert rows(desk.read()) == first
    assert desk.parsed == []


def entries(tree: Tree) -> list[object]:
    """Fetch every entry with its Markdown."""
    assert tree.catalogue
    shelf = tree.catalogue.shelf
    return [(shelf.entry(row), shelf.body(row)) for row in tree.catalogue.index.rows]


@pytest.mark.parametrize("data", [b"", b"broken" * 1000, None])
def test_rows_are_not_believed_when_the_store_has_lost_the_entries(desk: Desk, data: bytes | None) -> None:
    first = entries(desk.read())
    for path in desk.cache.glob(f"{NAME}*"):
        path.unlink()
    if data is not None:
        (desk.cache / NAME).write_bytes(data)
    assert entries(desk.read()) == first
    assert sorted(desk.parsed) == desk.every


def test_rows_are_not_believed_after_a_store_that_another_build_began_anew(desk: Desk) -> None:
    first = entries(desk.read("1"))
    Store(desk.cache, "2").close()  # a build of another version that was killed before it read anything
    assert entries(desk.read("1")) == first


def test_a_deleted_cache_is_harmless(desk: Desk) -> None:
    first = rows(desk.read())
    shutil.rmtree(desk.cache)
    assert rows(desk.read()) == first


def test_two_content_folders_may_share_a_cache(desk: Desk, tmp_path: Path) -> None:
    desk.read()
    other = tmp_path / "khác"
    shutil.copytree(desk.content, other)
    (other / NEWS).write_text("---\ntitle: Hỏng\n---\n", encoding="utf-8")
    store = Store(desk.cache, "1")
    found = read_content(other, TODAY, store, desk.cache)
    store.close()
    assert {problem.path for problem in found.problems} == {f"khác/{NEWS}"}
    assert rows(desk.read()) == rows(read_tree(desk.content, TODAY))


def test_a_build_whose_store_was_deleted_makes_the_same_site(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    (work.root / "cache" / NAME).unlink()
    shutil.rmtree(work.output)
    work.build()
    whole = fingerprints(work.output)
    shutil.rmtree(work.root / "cache")
    work.build("clean")
    assert fingerprints(work.root / "clean") == whole


def test_content_that_is_refused_and_mended_is_read_as_it_is(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    path = work.content / NEWS
    right = path.read_text(encoding="utf-8")
    for _ in range(2):
        path.write_text(right.replace("date:", "ngay:"), encoding="utf-8")
        with pytest.raises(ContentError):
            work.build()
        path.write_text(right, encoding="utf-8")
        work.build()
