"""What happens beside a build: editors' own files, damage to the cache, names that look like something else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from khuyencong.build import swap
from khuyencong.build.swap import NextSite, write_file
from tests.builds import fingerprints
from tests.pictures import photo
from tests.small_builds import Workplace


def write_news(work: Workplace, body: str, *fields: str) -> None:
    """Write an article."""
    head = "\n".join(["title: Tin mới", "date: 2024-05-01", "category: lang-nghe", *fields])
    (work.content / "news" / "tin-moi.md").write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")


def test_files_that_editors_leave_in_the_theme_are_none_of_ours(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = fingerprints(work.output)
    (work.theme / "templates" / ".home.html.swp").write_bytes(b"\x00\xff")
    (work.theme / "static" / ".site.css.swp").write_bytes(b"\x00\xff")
    (work.theme / "static" / "menu.js~").write_text("cũ", encoding="utf-8")
    assert work.build().rendered == 0
    assert fingerprints(work.output) == before


def test_a_picture_whose_name_looks_like_an_address_is_found(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    (work.content / "news" / "lo%20gom.png").write_bytes(photo(60, 30, kind="PNG"))
    write_news(work, "Chữ.", "image: {src: lo%20gom.png, alt: Lò gốm bên sông}")
    assert work.build().pictures


@pytest.mark.parametrize("written", ["%2Fco-so/", "../products/lu-dong%2Emd"])
def test_a_link_means_the_same_however_it_is_written(tmp_path: Path, written: str) -> None:
    work = Workplace.make(tmp_path)
    write_news(work, f"Xem [ở đây]({written}).")
    work.build()
    assert not list(work.output.rglob("*.md"))


def test_a_value_that_the_store_has_lost_is_worked_out_again(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = fingerprints(work.output)
    with sqlite3.connect(work.root / "cache" / "store.sqlite") as database:
        database.execute("DELETE FROM value")
    (work.output / "index.html").unlink()
    work.build()
    assert fingerprints(work.output) == before


def test_without_the_mark_of_a_finished_build_the_other_folder_is_not_trusted(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    (work.root / ".output.next" / "index.html").unlink()
    (work.root / ".output.next" / "index.html").write_text("nửa chừng", encoding="utf-8")
    for mark in (work.root / "cache").glob("*.finished"):
        mark.unlink()
    write_news(work, "Chữ.")
    work.build()
    work.build("clean", "clean-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_a_stray_file_does_not_hide_in_the_other_folder(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    (work.root / ".output.next" / "la.html").write_text("lạ", encoding="utf-8")
    write_news(work, "Chữ.")
    work.build()
    assert not (work.output / "la.html").exists()


def test_a_kill_between_two_renames_does_not_stop_later_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    output = tmp_path / "output"
    for text in (b"1", b"2"):
        site = NextSite(output, is_alike=False)
        write_file(site.folder, "a.html", text)
        site.publish(["a.html"])
    output.rename(tmp_path / ".output.old")
    site = NextSite(output, is_alike=False)
    assert (output / "a.html").read_bytes() == b"2"
    write_file(site.folder, "a.html", b"3")
    site.publish(["a.html"])
    assert (output / "a.html").read_bytes() == b"3"
