"""One issue in every form: for the screen, for a print shop in colour and in grey, as e-book and text for the radio."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from khuyencong.build.folders import Folders
from khuyencong.build.pictures import PictureReader
from khuyencong.build.proofs import Proofs
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.tree import read_tree
from tests.printed import fonts_of, pages_of
from tests.printed_lines import colours_of, pictures_of
from tests.small_builds import Workplace


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workplace = Workplace.make(tmp_path_factory.mktemp("proofs"))
    _illustrate(workplace)
    look_at = PictureReader(workplace.root / "cache")
    catalogue = read_tree(workplace.content, dt.date(2025, 12, 1), look_at=look_at).catalogue
    assert catalogue
    issue = catalogue.get("bulletin", "2023-1")
    assert isinstance(issue, Bulletin)
    target = workplace.root / "print" / "2023-1"
    target.mkdir(parents=True)
    (target / "cu.txt").write_text("của lần trước", encoding="utf-8")
    folders = Folders(workplace.content, workplace.theme, workplace.output, workplace.root / "cache")
    return Proofs(issue, catalogue, folders, target).make().parent


def _illustrate(workplace: Workplace) -> None:
    """Give the article a photo of many pixels above it and one in it, and a drawing in colours of its own."""
    news = workplace.content / "news"
    for name, size in (("lo.jpg", (2600, 1800)), ("tho.jpg", (1300, 900))):
        Image.effect_noise(size, 60).convert("RGB").point(lambda level: level // 2 + 60).save(news / name, quality=60)
    (news / "so-do.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><style>.a{fill:tomato}</style>'
        '<path class="a" d="M0 0h90v40H0z"/><path fill="rgb(10,200,30)" d="M9 9h20v20H9z"/></svg>',
        encoding="utf-8",
    )
    path = news / "lang-duc-dong.md"
    text = path.read_text(encoding="utf-8").replace(
        "category: lang-nghe", "category: lang-nghe\nimage: {src: lo.jpg, alt: Lò nung đỏ lửa}"
    )
    pictures = '![Thợ đứng bên lò](tho.jpg "Thợ bên lò")\n\n![Sơ đồ của lò nung](so-do.svg "Sơ đồ")'
    path.write_text(text.replace("## Sắp tới", f"{pictures}\n\n## Sắp tới"), encoding="utf-8")


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


def test_photos_for_a_print_shop_have_300_dots_per_inch_and_those_for_the_screen_no_more_than_they_need(
    folder: Path,
) -> None:
    for ending, least, most in (("", 145, 250), ("-nha-in", 298, 500), ("-nha-in-xam", 298, 500)):
        shown = pictures_of((folder / f"ban-tin-2023-1{ending}.pdf").read_bytes())
        assert len(shown) == 2
        assert all(least <= box.dots_per_inch <= most for box in shown), [box.dots_per_inch for box in shown]


def test_the_grey_form_tells_of_no_colour_and_the_others_do(folder: Path) -> None:
    assert colours_of((folder / "ban-tin-2023-1-nha-in-xam.pdf").read_bytes()) == set()
    assert colours_of((folder / "ban-tin-2023-1-nha-in.pdf").read_bytes()) != set()


def test_fonts_of_all_forms_are_embedded_and_hold_only_the_letters_used(folder: Path) -> None:
    for path in folder.glob("*.pdf"):
        fonts = list(fonts_of(path.read_bytes()))
        assert fonts
        assert all(is_embedded and re.match(r"/[A-Z]{6}\+", name) for name, is_embedded, _ in fonts)


def test_the_preview_shows_each_page_and_what_is_wrong(folder: Path) -> None:
    preview = (folder / "xem-thu.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)"', preview)
    assert shown == sorted(path.name for path in folder.glob("trang-*.png"))
    assert len(shown) == len(pages_of((folder / "ban-tin-2023-1.pdf").read_bytes()))
    assert "Giấy phép xuất bản" in preview
    assert "<script" not in preview
    assert "style=" not in preview
    assert all((folder / name).is_file() for name in re.findall(r'href="([^"]+)"', preview))
