"""Pictures for shared links in a build: drawn once, and again when what stands on them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.build import sharing
from khuyencong.build.sharing import drawn
from khuyencong.build.store import Store
from khuyencong.outputs.share_pictures import SharePicture, drawing, plan_share
from tests.small_builds import Workplace


def shares(count: int) -> list[SharePicture]:
    """Plan some pictures."""
    return [plan_share(f"/tin-tuc/{number}/", f"Tin {number}", "Tin tức", "Trang thử") for number in range(count)]


@pytest.mark.parametrize("at_once", [2, 5, 100])
def test_pictures_come_in_order_however_many_are_drawn_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(sharing, "AT_ONCE", at_once)
    wanted = shares(5)
    found = list(drawn(wanted, Store(tmp_path, "1"), tmp_path))
    assert [one for one, _ in found] == wanted
    assert [data for _, data in found] == [drawing.draw(one) for one in wanted]


def test_what_is_in_the_store_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path, "1")
    first = list(drawn(shares(3), store, tmp_path))
    asked: list[SharePicture] = []

    def draw_and_note(site: Path, some: list[SharePicture]) -> list[bytes]:
        asked.extend(some)
        return [b"png" for _ in some]

    monkeypatch.setattr(drawing, "draw_all", draw_and_note)
    assert list(drawn(shares(4), store, tmp_path))[:3] == first
    assert asked == shares(4)[3:]


def test_an_edit_of_a_text_draws_nothing_and_another_title_draws_one_picture(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = {path.name: path.stat().st_mtime_ns for path in work.output.rglob("chia-se-*")}
    path = work.content / "news" / "hoi-cho.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu.\n", encoding="utf-8")
    work.build()
    assert {path.name: path.stat().st_mtime_ns for path in work.output.rglob("chia-se-*")} == before
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Mới ", 1), encoding="utf-8")
    work.build()
    after = {path.name: path.stat().st_mtime_ns for path in work.output.rglob("chia-se-*")}
    assert len(after) == len(before)
    assert len(after.items() - before.items()) == 1
