"""One issue in every form: for the screen, for a print shop in colour and in grey, as e-book and text for the radio."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pikepdf
import pytest

from khuyencong.build.folders import Folders
from khuyencong.build.proofs import Proofs
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.tree import read_tree
from tests.printed import pages_of
from tests.small_builds import Workplace


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workplace = Workplace.make(tmp_path_factory.mktemp("proofs"))
    catalogue = read_tree(workplace.content, dt.date(2025, 12, 1)).catalogue
    assert catalogue
    issue = catalogue.get("bulletin", "2023-1")
    assert isinstance(issue, Bulletin)
    target = workplace.root / "print" / "2023-1"
    target.mkdir(parents=True)
    (target / "cu.txt").write_text("của lần trước", encoding="utf-8")
    folders = Folders(workplace.content, workplace.theme, workplace.output, workplace.root / "cache")
    return Proofs(issue, catalogue, folders, target).make().parent


def test_every_form_is_there_and_nothing_of_an_earlier_run(folder: Path) -> None:
    names = {path.name for path in folder.iterdir() if not path.name.startswith("trang-")}
    plain = {"ban-tin-2023-1.pdf", "ban-tin-2023-1-nha-in.pdf", "ban-tin-2023-1-nha-in-xam.pdf", "ban-tin-2023-1.epub"}
    assert names == {*plain, "ban-tin-2023-1-phat-thanh.txt", "xem-thu.html", "xem-thu.css"}


def test_the_text_for_the_radio_is_that_of_the_site(folder: Path) -> None:
    text = (folder / "ban-tin-2023-1-phat-thanh.txt").read_text(encoding="utf-8")
    assert "Hai nghìn người từng sống bằng nghề này." in " ".join(text.split())
    assert not re.search(r"\d", text.partition("\n\n")[2])


def test_all_forms_have_the_same_pages(folder: Path) -> None:
    first, *others = [pages_of(path.read_bytes()) for path in sorted(folder.glob("*.pdf"))]
    assert all(pages == first for pages in others)


def test_only_the_forms_for_a_print_shop_bleed(folder: Path) -> None:
    for path in folder.glob("*.pdf"):
        with pikepdf.open(path) as document:
            assert all(("/BleedBox" in page.obj) == ("nha-in" in path.name) for page in document.pages)


def test_the_preview_shows_each_page_and_what_is_wrong(folder: Path) -> None:
    preview = (folder / "xem-thu.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)"', preview)
    assert shown == sorted(path.name for path in folder.glob("trang-*.png"))
    assert len(shown) == len(pages_of((folder / "ban-tin-2023-1.pdf").read_bytes()))
    assert "Giấy phép xuất bản" in preview
    assert "<script" not in preview
    assert "style=" not in preview
    assert all((folder / name).is_file() for name in re.findall(r'href="([^"]+)"', preview))
