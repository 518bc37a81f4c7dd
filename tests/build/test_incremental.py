"""After any edits, what a build adds to the last one is byte for byte what a clean build makes."""

from __future__ import annotations

import itertools
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from khuyencong.build import site as site_module
from khuyencong.build.job import ContentError
from khuyencong.build.pages import page_names
from khuyencong.checks.manifest import differences
from tests.builds import fingerprints, times
from tests.small_builds import Workplace

_serial = itertools.count()


def some_entry(work: Workplace, chance: random.Random, folder: str = "") -> Path:
    """Choose a content file."""
    return chance.choice(sorted((work.content / folder).rglob("*.md")))


def substitute(path: Path, old: str, new: str) -> None:
    """Replace text in a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def lengthen_a_body(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu {next(_serial)}.\n", encoding="utf-8")


def change_a_title(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    substitute(path, "title: ", f"title: Mới {next(_serial)} ")


def rename_the_establishment_that_products_show(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance, "establishments"), "title: ", f"title: Đổi {next(_serial)} ")


def add_news(work: Workplace, chance: random.Random) -> None:
    day = chance.randint(1, 28)
    fields = f"title: Tin {next(_serial)}\ndate: 2023-0{chance.randint(1, 9)}-{day:02d}\ncategory: lang-nghe"
    path = work.content / "news" / f"tin-{next(_serial)}.md"
    path.write_text(f"---\n{fields}\n---\nMột bài ngắn.\n", encoding="utf-8")


def add_a_product(work: Workplace, chance: random.Random) -> None:
    maker = some_entry(work, chance, "establishments").stem
    path = work.content / "products" / f"san-pham-{next(_serial)}.md"
    path.write_text(f"---\ntitle: Sản phẩm {next(_serial)}\nestablishment: {maker}\n---\n", encoding="utf-8")


def delete_an_entry(work: Workplace, chance: random.Random) -> None:
    some_entry(work, chance).unlink()


def rename_a_file(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    path.rename(path.with_name(f"ten-khac-{next(_serial)}.md"))


def make_a_draft(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance), "title: ", "status: draft\ntitle: ")


def change_the_site(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "site.yaml", "short_name: ", f"short_name: Tên {next(_serial)} ")


def change_a_taxonomy(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "taxonomies.yaml", "label: ", f"label: Nhãn {next(_serial)} ")


def change_a_template(work: Workplace, chance: random.Random) -> None:
    path = chance.choice(sorted((work.theme / "templates").rglob("entry.html")))
    substitute(path, "{% block", f"{{# {next(_serial)} #}}{{% block")


def change_a_macro(work: Workplace, chance: random.Random) -> None:
    path = work.theme / "templates" / "macros" / "card.html"
    substitute(path, "{% macro card(", f"{{# {next(_serial)} #}}{{% macro card(")
    substitute(path, "<h{{", f"<!-- {next(_serial)} --><h{{{{")


def change_the_style(work: Workplace, chance: random.Random) -> None:
    with (work.theme / "static" / "css" / "utilities.css").open("a", encoding="utf-8") as sheet:
        sheet.write(f"\n.them-{next(_serial)} {{ color: inherit; }}\n")


def show_a_picture(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "news")
    draw(path.with_name("anh.png"), chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n![Một hình màu](anh.png)\n", encoding="utf-8")


def change_a_picture(work: Workplace, chance: random.Random) -> None:
    for path in sorted(work.content.rglob("anh.png")):
        draw(path, chance)


def draw(path: Path, chance: random.Random) -> None:
    """Make a picture of one colour."""
    Image.new("RGB", (chance.randint(20, 600), 40), (chance.randint(0, 255), 90, 90)).save(path)


def change_the_settings(work: Workplace, chance: random.Random) -> None:
    work.name_index = not work.name_index


EDITS: list[Callable[[Workplace, random.Random], None]] = [
    lengthen_a_body,
    change_a_title,
    rename_the_establishment_that_products_show,
    add_news,
    add_a_product,
    delete_an_entry,
    rename_a_file,
    make_a_draft,
    change_the_site,
    change_a_taxonomy,
    change_a_template,
    change_a_macro,
    change_the_style,
    show_a_picture,
    change_a_picture,
    change_the_settings,
]


def edit(work: Workplace, how: Callable[[Workplace, random.Random], None], chance: random.Random) -> None:
    """Edit and build; an edit that the gate refuses must leave the site as it was, and is undone."""
    before = work.root / "before"
    shutil.copytree(work.content, before, copy_function=shutil.copy2)
    published = fingerprints(work.output)
    try:
        how(work, chance)
        work.build()
    except ContentError:
        assert fingerprints(work.output) == published
        shutil.rmtree(work.content)
        before.rename(work.content)
    shutil.rmtree(before, ignore_errors=True)


@settings(max_examples=200 if settings().max_examples > 100 else 20)
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=5), seed=st.integers(0, 10**6))
def test_any_sequence_of_edits_gives_what_a_clean_build_gives(
    edits: list[Callable[[Workplace, random.Random], None]], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    with tempfile.TemporaryDirectory() as folder:
        work = Workplace.make(Path(folder))
        work.build()
        for how in edits:
            edit(work, how, chance)
            shutil.rmtree(work.root / "clean", ignore_errors=True)
            shutil.rmtree(work.root / "clean-cache", ignore_errors=True)
            work.build("clean", "clean-cache")
            assert fingerprints(work.output) == fingerprints(work.root / "clean"), how.__name__
            assert differences(work.output) == []


def test_an_edit_of_one_body_renders_one_page_and_touches_no_other_file(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = times(work.output)
    path = min((work.content / "news").rglob("*.md"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu.\n", encoding="utf-8")
    assert work.build().rendered == 1
    after = times(work.output)
    changed = {name for name, time in after.items() if before.get(name) != time and (work.output / name).is_file()}
    assert changed == {f"tin-tuc/{path.stem}/index.html", "manifest.txt"}


def test_nothing_is_rendered_when_nothing_changed(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = times(work.output)
    built = work.build()
    assert (built.rendered, built.changed) == (0, 0)
    assert times(work.output) == before


def test_a_page_that_someone_spoilt_or_took_away_is_made_again(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = fingerprints(work.output)
    (work.output / "index.html").write_text("khác", encoding="utf-8")
    (work.output / "404.html").unlink()
    assert work.build().rendered == 2
    assert fingerprints(work.output) == before


def test_a_foreign_file_is_removed_and_does_not_come_back(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = fingerprints(work.output)
    (work.output / "casino").mkdir()
    (work.output / "casino" / "index.html").write_text("lạ", encoding="utf-8")
    work.build()
    assert fingerprints(work.output) == before
    for _ in range(3):
        lengthen_a_body(work, random.Random(1))  # noqa: S311 - nothing secret
        work.build()
        assert not (work.output / "casino").exists()
        assert differences(work.output) == []


def test_two_pages_for_one_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Workplace.make(tmp_path)
    monkeypatch.setattr(site_module, "page_names", lambda index: [*page_names(index)] * 2)
    with pytest.raises(ValueError, match=r"two pages want the file index\.html"):
        work.build()
    assert not work.output.exists()


def test_the_cache_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = times(work.output)
    shutil.rmtree(tmp_path / "cache")
    work.build()
    assert {name: time for name, time in times(work.output).items() if (work.output / name).is_file()} == {
        name: time for name, time in before.items() if (work.output / name).is_file()
    }


def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = fingerprints(work.output)
    for path in (tmp_path / "cache").glob("*.*"):
        path.write_bytes(b"broken")
    work.build()
    assert fingerprints(work.output) == before
