"""The search index follows what is searched, and nothing else; it is the same wherever it is made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from khuyencong.build.store import NAME
from khuyencong.outputs.search.document import Document
from khuyencong.outputs.search.program import run_pagefind
from tests.builds import fingerprints
from tests.small_builds import Workplace

INDEX = "pagefind/"


def index_of(work: Workplace, output: str = "output") -> dict[str, str]:
    """Give a hash of every file of the index."""
    return {name: one for name, one in fingerprints(work.root / output).items() if name.startswith(INDEX)}


def searched_text(work: Workplace) -> str:
    """Give all that can be found."""
    fragments = (work.output / "pagefind" / "fragment").iterdir()
    return "\n".join(gzip.decompress(path.read_bytes()).decode() for path in fragments)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each run of the program was given."""
    found: list[int] = []

    def counted(documents: list[Document], folder: Path) -> dict[str, bytes]:
        found.append(len(documents))
        return run_pagefind(documents, folder)

    monkeypatch.setattr("khuyencong.build.indexing.run_pagefind", counted)
    return found


def test_the_index_is_made_once_and_stays_while_no_searched_text_changes(tmp_path: Path, runs: list[int]) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = index_of(work)
    work.build()
    template = work.theme / "templates" / "404.html"
    template.write_text(template.read_text(encoding="utf-8").replace("trang chủ", "trang đầu"), encoding="utf-8")
    base = work.theme / "templates" / "base.html"
    base.write_text(base.read_text(encoding="utf-8").replace("<body>", '<body class="khac">'), encoding="utf-8")
    work.build()
    assert len(runs) == 1
    assert index_of(work) == before


def test_a_changed_text_is_found_and_another_folder_gets_the_same_index(tmp_path: Path, runs: list[int]) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    path = min((work.content / "news").rglob("*.md"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nMột câu về đúc gang.\n", encoding="utf-8")
    work.build()
    assert "Một câu về đúc gang." in searched_text(work)
    work.build("elsewhere")
    assert len(runs) == 2
    assert index_of(work, "elsewhere") == index_of(work)
    work.build("clean", "clean-cache")
    assert index_of(work, "clean") == index_of(work)


def test_without_indexing_the_index_stays_as_it_is_and_the_next_build_brings_it_up(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = index_of(work)
    path = min((work.content / "news").rglob("*.md"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu.\n", encoding="utf-8")
    work.build(indexes=False)
    assert index_of(work) == before
    work.build()
    assert "Thêm một câu." in searched_text(work)


def test_a_lost_file_of_the_index_comes_back(tmp_path: Path, runs: list[int]) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = index_of(work)
    (work.output / "pagefind" / "words.json").unlink()
    work.build()
    assert index_of(work) == before
    assert len(runs) == 1


def test_documents_that_the_store_has_lost_are_made_anew(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    before = index_of(work)
    for path in (tmp_path / "cache").glob(f"{NAME}*"):
        path.unlink()
    (work.output / "pagefind" / "words.json").unlink()
    work.build()
    assert index_of(work) == before


def test_drafts_the_search_page_and_navigation_are_not_searched(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    path = min((work.content / "news").rglob("*.md"))
    text = path.read_text(encoding="utf-8")
    path.with_name("nhap.md").write_text(text.replace("title:", "status: draft\ntitle:", 1), encoding="utf-8")
    work.build()
    found = searched_text(work)
    assert "/nhap/" not in found
    assert "/tim-kiem/" not in found
    assert "Các mục chính" not in found


def test_strokes_stay_within_the_index(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    assert "\u0335" not in searched_text(work)
    table = json.loads((work.output / "pagefind" / "words.json").read_text(encoding="utf-8"))
    assert table["pages"] > 0
    assert all(word.isascii() for word in table["names"].split())
