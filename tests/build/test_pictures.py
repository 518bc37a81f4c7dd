"""Pictures in a build: each is looked at once, made once, and only what changed is made again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from khuyencong.build import apart, darkroom, pictures
from khuyencong.build.job import ContentError
from khuyencong.build.pictures import PictureReader
from khuyencong.checks.rules import check_output
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.outputs.images import Derivative
from tests.builds import fingerprints, times
from tests.pictures import photo, png_that_says
from tests.small_builds import Workplace

PAGE = """---
title: Bài có hình {number}
date: 2023-07-0{number}
category: lang-nghe
image: {{src: anh-{number}.jpg, alt: Người thợ bên lò nung}}
---
Đoạn đầu.

![Khuôn đúc bằng đất](khuon-{number}.jpg "Khuôn cũ")
"""


class Watched:
    """Counts what is looked at and what is made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.looked: list[str] = []
        self.made: list[str] = []
        look_at, develop = apart.look_at, darkroom._develop

        def looking(paths: Sequence[Path]) -> list[Verdict]:
            self.looked += [path.name for path in paths]
            return look_at(paths)

        def developing(folder: Path, copies: Sequence[Derivative]) -> int:
            self.made.append(copies[0].source.name)
            return develop(folder, copies)

        monkeypatch.setattr(pictures, "look_at", looking)
        monkeypatch.setattr(darkroom, "_develop", developing)

    def since(self) -> tuple[list[str], list[str]]:
        """Give what was looked at and made since the last time, and forget it."""
        found = sorted(self.looked), sorted(self.made)
        self.looked, self.made = [], []
        return found


def put_article(work: Workplace, number: int) -> None:
    """Put an article with two photos into the content."""
    (work.content / "news" / f"hinh-{number}.md").write_text(PAGE.format(number=number), encoding="utf-8")
    for position, name in enumerate((f"anh-{number}.jpg", f"khuon-{number}.jpg")):
        path = work.content / "news" / name
        path.write_bytes(photo(500 + number, 300 + position))
        grow_old(path)


def grow_old(path: Path) -> None:
    """Let the memory trust a file at once: two seconds are long in a test."""
    os.utime(path, (1_600_000_000, 1_600_000_000))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """The small site with two articles that have photos."""
    monkeypatch.setenv("BUILD_WORKERS", "1")
    monkeypatch.setattr(pictures, "SETTLED", 0.0)
    place = Workplace.make(tmp_path)
    put_article(place, 1)
    put_article(place, 2)
    return place


def test_each_picture_is_looked_at_and_made_once(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    built = work.build()
    names = ["anh-1.jpg", "anh-2.jpg", "khuon-1.jpg", "khuon-2.jpg"]
    assert watched.since() == (names, names)
    assert built.derived == built.pictures > 0
    before = times(work.output)
    built = work.build()
    assert watched.since() == ([], [])
    assert (built.derived, built.changed, times(work.output)) == (0, 0, before)


def test_one_more_photo_is_the_only_one_that_is_made(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    work.build()
    watched = Watched(monkeypatch)
    put_article(work, 3)
    work.build()
    assert watched.since() == (["anh-3.jpg", "khuon-3.jpg"], ["anh-3.jpg", "khuon-3.jpg"])


def test_another_time_on_the_same_bytes_changes_nothing(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    work.build()
    watched = Watched(monkeypatch)
    os.utime(work.content / "news" / "anh-1.jpg")
    built = work.build()
    assert watched.since() == ([], [])
    assert (built.rendered, built.changed) == (0, 0)


def test_another_photo_under_the_same_name_changes_its_page_its_cards_and_nothing_else(
    work: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.build()
    before = fingerprints(work.output)
    watched = Watched(monkeypatch)
    (work.content / "news" / "anh-1.jpg").write_bytes(photo(600, 300))
    work.build()
    assert watched.since() == (["anh-1.jpg"], ["anh-1.jpg"])
    after = fingerprints(work.output)
    changed = {path for path in after if after[path] != before.get(path)}
    assert "tin-tuc/hinh-1/index.html" in changed
    assert "tin-tuc/index.html" in changed
    assert "tin-tuc/hinh-2/index.html" not in changed  # it names its neighbour, without the card
    assert list(map(str, check_output(work.output))) == []
    assert "co-so/index.html" not in changed
    gone = before.keys() - after.keys()
    assert gone
    assert [path for path in gone if not path.startswith(("tin-tuc/hinh-1/", "pagefind/"))] == []
    assert_as_clean(work)


def assert_as_clean(work: Workplace) -> None:
    """A build from nothing gives the same bytes."""
    work.build("anew", "anew-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "anew")


def test_a_photo_taken_away_takes_its_copies_along(work: Workplace) -> None:
    work.build()
    (work.content / "news" / "hinh-1.md").unlink()
    work.build()
    assert not list(work.output.glob("tin-tuc/hinh-1*"))
    assert_as_clean(work)


def test_copies_outlive_the_output_and_every_other_memory(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    work.build()
    first = fingerprints(work.output)
    watched = Watched(monkeypatch)
    shutil.rmtree(work.output)
    for path in (work.root / "cache").iterdir():
        if path.is_file():
            path.unlink()
    work.build()
    assert watched.since()[1] == []
    assert fingerprints(work.output) == first


def test_a_build_that_is_killed_among_its_photos_goes_on_where_it_was(
    work: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    develop = darkroom._develop
    made: list[str] = []

    def interrupted(folder: Path, copies: Sequence[Derivative]) -> int:
        if len(made) == 2:
            raise KeyboardInterrupt
        made.append(copies[0].source.name)
        return develop(folder, copies)

    with monkeypatch.context() as patched:
        patched.setattr(darkroom, "_develop", interrupted)
        with pytest.raises(KeyboardInterrupt):
            work.build()
    assert not work.output.exists()
    watched = Watched(monkeypatch)
    work.build()
    assert len(watched.since()[1]) == 2
    assert_as_clean(work)


def test_a_copy_that_was_being_written_is_never_taken_for_a_whole_one(work: Workplace) -> None:
    work.build()
    folder = next((work.root / "cache" / "pictures").iterdir())
    assert not list(folder.glob("*.part"))


def test_the_oldest_copies_are_dropped_when_there_are_too_many(
    work: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.build()
    folder = next((work.root / "cache" / "pictures").iterdir())
    kept = sorted(folder.iterdir())
    for path in kept:
        grow_old(path)
    monkeypatch.setattr(darkroom, "MAX_BYTES", sum(path.stat().st_size for path in kept))
    put_article(work, 3)
    work.build()
    assert sum(path.stat().st_size for path in folder.iterdir()) <= darkroom.MAX_BYTES
    assert set(folder.iterdir()) - set(kept)
    work.build()
    assert_as_clean(work)


def test_all_workers_give_the_same_bytes_as_one(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    work.build()
    monkeypatch.setenv("BUILD_WORKERS", "2")
    assert_as_clean(work)


def test_bad_pictures_are_all_named_and_nothing_is_written(work: Workplace) -> None:
    news = work.content / "news"
    (news / "anh-1.jpg").write_bytes(b"")
    (news / "khuon-1.jpg").write_bytes(photo(30, 20, kind="PNG"))
    (news / "anh-2.jpg").write_bytes(b"MZ")
    (news / "hinh-2.md").write_text(PAGE.format(number=2).replace("khuon-2.jpg", "bom.png"), encoding="utf-8")
    (news / "bom.png").write_bytes(png_that_says(30_000, 30_000))
    with pytest.raises(ContentError) as stopped:
        work.build()
    said = "\n".join(stopped.value.problems)
    for words in (
        'hinh-1.md:5: image.src: ảnh "anh-1.jpg" rỗng',
        'hinh-1.md:9: ảnh "khuon-1.jpg" thật ra là ảnh loại PNG',
    ):
        assert words in said
    assert 'hinh-2.md:5: image.src: ảnh "anh-2.jpg" hỏng' in said
    assert 'hinh-2.md:9: ảnh "bom.png"' in said
    assert not work.output.exists()


def test_a_bad_picture_is_remembered_too(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    (work.content / "news" / "anh-1.jpg").write_bytes(b"MZ")
    with pytest.raises(ContentError):
        work.build()
    watched = Watched(monkeypatch)
    with pytest.raises(ContentError, match="lỗi"):
        work.build()
    assert watched.since() == ([], [])


def test_a_photo_that_lacks_its_last_bytes_is_published_with_a_remark(work: Workplace) -> None:
    path = work.content / "news" / "anh-1.jpg"
    path.write_bytes(photo(500, 300)[:-3])
    remarks = [remark for remark in work.build().remarks if "anh-1" in remark]  # those on the printed issue are others
    assert len(remarks) == 1
    assert remarks[0].startswith("content/news/anh-1.jpg:1: ")


def test_what_may_never_end_or_takes_long_to_read_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.jpg")
    (tmp_path / "thiet-bi.jpg").symlink_to("/dev/zero")
    with (tmp_path / "thua.jpg").open("wb") as sparse:
        sparse.truncate(10**13)
    verdicts = PictureReader(tmp_path / "cache")(
        tmp_path, dict.fromkeys(("ong.jpg", "thiet-bi.jpg", "thua.jpg"), (1, 1))
    )
    assert "không phải tệp thường" in verdicts["ong.jpg"].problem
    assert "không phải tệp thường" in verdicts["thiet-bi.jpg"].problem
    assert "Hãy giảm xuống dưới" in verdicts["thua.jpg"].problem


def test_a_file_that_is_written_while_it_is_looked_at_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_bytes(photo(40, 30))
    look_at = apart.look_at

    def meanwhile(paths: Sequence[Path]) -> list[Verdict]:
        paths[0].write_bytes(photo(50, 30))
        return look_at(paths)

    beside = {"a.jpg": (1, 1)}
    with monkeypatch.context() as patched:
        patched.setattr(pictures, "look_at", meanwhile)
        PictureReader(tmp_path / "cache")(tmp_path, beside)
    found = PictureReader(tmp_path / "cache")(tmp_path, beside)["a.jpg"].facts
    assert found
    assert found.width == 50
    (tmp_path / "a.jpg").write_bytes(photo(40, 30))
    found = PictureReader(tmp_path / "cache")(tmp_path, {"a.jpg": (2, 2)})["a.jpg"].facts
    assert found
    assert found.width == 40
