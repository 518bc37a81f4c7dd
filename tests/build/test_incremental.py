"""After any edits, what a build adds to the last one is byte for byte what a clean build makes."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khuyencong.build import rendering
from khuyencong.build import site as site_module
from khuyencong.build.job import ContentError
from khuyencong.build.page_names import PageName, page_names
from khuyencong.build.pages import PlannedPage, plan_page
from khuyencong.checks.manifest import differences
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.feed_links import FORMATS
from khuyencong.model.tree import read_tree
from tests.builds import SMALL, fingerprints, times
from tests.edits import EDITS, Edit, lengthen_a_body, substitute
from tests.small_builds import TODAY, Workplace


def edit(work: Workplace, how: Edit, chance: random.Random) -> None:
    """Edit and build; an edit that the gate refuses must leave the site as it was, and is undone."""
    before = work.root / "before"
    shutil.copytree(work.content, before, copy_function=shutil.copy2)
    published = fingerprints(work.output)
    try:
        how(work, chance)
        work.build(indexes=False)
    except ContentError:
        assert fingerprints(work.output) == published
        shutil.rmtree(work.content)
        before.rename(work.content)
    shutil.rmtree(before, ignore_errors=True)


def start_anew(root: Path) -> Workplace:
    """Lay out a workplace where the last one was.

    All sequences, and the clean builds in them, share the compiled templates: Jinja keeps those by content, and
    compiling them is most of what a build of so small a site takes. They share nothing else.
    """
    shutil.rmtree(root / "work", ignore_errors=True)
    work = Workplace.make(root / "work")
    share_compiled_templates(work, "cache")
    return work


def share_compiled_templates(work: Workplace, cache: str) -> None:
    """Begin an empty cache with a link to the compiled templates of all builds here."""
    shared = work.root.parent / "compiled"
    shared.mkdir(exist_ok=True)
    shutil.rmtree(work.root / cache, ignore_errors=True)
    (work.root / cache).mkdir()
    (work.root / cache / "templates").symlink_to(shared)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for all sequences, one after the other, and a single process to build in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BUILD_WORKERS", "1")
        yield tmp_path_factory.mktemp("sequences")


@settings(max_examples=200 if settings().max_examples > 100 else 20)
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=5), seed=st.integers(0, 10**6))
def test_any_sequence_of_edits_gives_what_a_clean_build_gives(root: Path, edits: list[Edit], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    work = start_anew(root)
    work.build(indexes=False)
    for how in edits:
        edit(work, how, chance)
        assert_same_as_clean(work, indexes=False)
    # The search index takes longer than all else, so it is made once, from what all these steps have left.
    work.build()
    assert_same_as_clean(work, indexes=True)


def assert_same_as_clean(work: Workplace, *, indexes: bool) -> None:
    """Build the same content into another folder with nothing remembered, and compare."""
    shutil.rmtree(work.root / "clean", ignore_errors=True)
    share_compiled_templates(work, "clean-cache")
    work.build("clean", "clean-cache", indexes=indexes)
    assert fingerprints(work.output) == fingerprints(work.root / "clean")
    assert differences(work.output) == []


@pytest.mark.parametrize("how", EDITS)
def test_each_kind_of_edit_is_one_that_the_gate_lets_pass(tmp_path: Path, how: Edit) -> None:
    work = Workplace.make(tmp_path)
    for seed in range(20):  # some entries cannot go or be drafts, as others name them
        how(work, random.Random(seed))  # noqa: S311 - nothing secret
        tree = read_tree(work.content, TODAY)
        if not tree.problems:
            return
        shutil.rmtree(work.content)
        shutil.copytree(SMALL, work.content)
    pytest.fail(str(tree.problems))


def test_an_edit_of_one_body_renders_its_page_its_script_and_its_feeds_and_touches_no_other_file(
    tmp_path: Path,
) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = times(work.output)
    path = min((work.content / "news").rglob("*.md"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu.\n", encoding="utf-8")
    built = work.build()
    after = times(work.output)
    changed = {name for name, time in after.items() if before.get(name) != time and (work.output / name).is_file()}
    feeds = {name for name in changed if name.endswith(tuple(one.file for one in FORMATS))}
    assert {name for name in changed - feeds if not name.startswith("pagefind/")} == {
        f"tin-tuc/{path.stem}/index.html",
        f"tin-tuc/{path.stem}/phat-thanh/index.html",
        f"tin-tuc/{path.stem}/phat-thanh.txt",
        "manifest.txt",
    }
    carrying = {file.relative_to(work.output).as_posix() for file in work.output.rglob("feed.json")}
    carrying = {name for name in carrying if f'/tin-tuc/{path.stem}/",' in (work.output / name).read_text("utf-8")}
    assert {name for name in feeds if name.endswith("feed.json")} == carrying
    assert built.rendered == 3 + len(feeds)


def test_the_third_entry_with_two_values_makes_their_page_and_its_leaving_takes_the_page_away(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    pair = work.output / "co-so" / "nganh" / "thu-cong-my-nghe" / "huyen" / "huyen-long-dien" / "index.html"
    fields = "legal_form: hop-tac-xa\nsector: thu-cong-my-nghe\naddress: {district: huyện Long Điền}"
    paths = [work.content / "establishments" / f"lo-{number}.md" for number in range(2)]
    work.build()
    for number, path in enumerate(paths):
        assert not pair.exists()
        path.write_text(f"---\ntitle: Lò {number}\n{fields}\n---\n", encoding="utf-8")
        work.build()
    assert pair.read_text("utf-8").count('<article class="card') == 3
    paths[0].unlink()
    work.build()
    assert not pair.exists()
    work.build("clean", "clean-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_a_maker_that_moves_takes_its_products_along(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before, after = (
        work.output / "san-pham" / "huyen" / f"huyen-{slug}" / "index.html" for slug in ("long-dien", "dat-do")
    )
    assert "Lư đồng" in before.read_text("utf-8")
    substitute(work.content / "establishments" / "hop-tac-xa-duc-dong.md", "huyện Long Điền", "huyện Đất Đỏ")
    work.build()
    assert not before.exists()
    assert "Lư đồng" in after.read_text("utf-8")
    assert "huyen/huyen-dat-do" in (work.output / "san-pham" / "danh-sach.json").read_text("utf-8")


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


@pytest.mark.parametrize("lost", ["404.html", "manifest.txt", "tin-tuc/hoi-cho/index.html"])
def test_a_file_that_was_taken_away_and_made_again_stays_after_the_next_edit(tmp_path: Path, lost: str) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    (work.output / lost).unlink()
    work.build()
    for _ in range(3):
        lengthen_a_body(work, random.Random(1))  # noqa: S311 - nothing secret
        work.build()
        assert (work.output / lost).is_file()
        assert differences(work.output) == []
    whole = fingerprints(work.output)
    work.build("clean", "clean-cache")
    assert fingerprints(work.root / "clean") == whole


def test_a_change_that_no_page_shows_is_looked_into_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = Workplace.make(tmp_path)
    monkeypatch.setenv("BUILD_WORKERS", "1")
    work.build()
    before = times(work.output)
    planned: list[str] = []

    def plan_and_note(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
        planned.append(name.url)
        return plan_page(name, catalogue, content)

    monkeypatch.setattr(rendering, "plan_page", plan_and_note)
    with (work.content / "taxonomies.yaml").open("a", encoding="utf-8") as terms:
        terms.write("  - {key: khong-ai-nhac, label: Không ai nhắc}\n")
    assert work.build().rendered == 0
    assert planned
    planned.clear()
    assert work.build().rendered == 0
    assert planned == []
    assert times(work.output) == before


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
    monkeypatch.setattr(site_module, "page_names", lambda index, tables: [*page_names(index, tables)] * 2)
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


def test_a_moved_establishment_changes_the_pages_of_both_places_and_no_other_place(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    path = work.content / "establishments" / "hop-tac-xa-duc-dong.md"
    work.build()
    before = fingerprints(work.output)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^address: .*$", "address: {province: Đồng Nai}", text), encoding="utf-8")
    work.build()
    after = fingerprints(work.output)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {"dia-ban/dong-nai/index.html", "dia-ban/xa-long-dien/index.html", "dia-ban/index.html"} <= changed
    assert not any(name.startswith("dia-ban/vi-tri/") for name in changed)


def test_another_makes_or_name_of_an_establishment_does_not_draw_the_map_again(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    path = work.content / "establishments" / "hop-tac-xa-duc-dong.md"
    work.build()
    before = fingerprints(work.output)
    path.write_text(path.read_text(encoding="utf-8").replace("makes: đồ đồng", "makes: chuông"), encoding="utf-8")
    work.build()
    after = fingerprints(work.output)
    places = {name for name in after if name.startswith("dia-ban/") and before[name] != after[name]}
    assert "dia-ban/index.html" not in places
    assert "dia-ban/xa-long-dien/index.html" in places
    assert "dia-ban/ba-ria-vung-tau/index.html" not in places
