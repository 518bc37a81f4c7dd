"""The e-book of an issue: valid, whole, and always the same."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import etree
from PIL import Image

from khuyencong.build.darkroom import Darkroom
from khuyencong.build.ebook import Bindery
from khuyencong.build.templating import ENVIRONMENT, FILTERS
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.outputs.epub.archive import packed
from tests.content import ROOT, catalogue, document, entry, news
from tests.ebooks import XHTML, files_of, problems_of, words_of

TEMPLATES = ROOT / "themes" / "khuyencong" / "templates"
AGREED = sorted((ROOT / "tests" / "golden" / "markdown").glob("*.md"))
OPF = "{http://www.idpf.org/2007/opf}"
ISSUE = "bulletins/2024-1.md"


def photo(form: str = "JPEG") -> bytes:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 1200)).convert("RGB").save(data, form)
    return data.getvalue()


def issue(*articles: str, body: str = "Lời mở đầu.") -> str:
    sections = f"sections: [{{title: Tin & bài, news: [{', '.join(articles)}]}}]"
    return entry("title: Số 1 <2024>", "number: 1", "year: 2024", "summary: Tóm tắt & mở", sections, body=body)


def environment() -> Environment:
    made = Environment(loader=FileSystemLoader(TEMPLATES), **ENVIRONMENT)  # noqa: S701 - ENVIRONMENT turns it on
    made.filters.update(FILTERS)
    return made


def made(found: Catalogue, folder: Path, cover: bytes = b"") -> bytes:
    """Make the e-book of the only issue."""
    (one,) = found.all(Bulletin)
    return Bindery(folder / "content", environment(), Darkroom(folder / "cache")).bind(one, found, cover)


def book(folder: Path, files: dict[str, str | bytes], cover: bytes = b"") -> bytes:
    """Lay down content with one issue, and make its e-book."""
    return made(catalogue(folder, files), folder, cover)


def texts(data: bytes) -> str:
    """Give all texts of a book."""
    return " ".join(" ".join(words_of(page)) for name, page in files_of(data).items() if name.endswith(".xhtml"))


def every_form() -> dict[str, str | bytes]:
    """Give content in which every form of Markdown, of picture and of field occurs."""
    full = news(
        "summary: 'Câu & \"tóm\" tắt.'",
        "image: {src: lo.jpg, alt: Người thợ xếp gốm, caption: Lò gốm, credit: Người chụp}",
        "sources: [{title: 'Báo A & B', url: 'https://bao.example/a?b=1&c=2', publisher: Báo A, date: 2024-01-02}]",
        "lang: en",
        body="![Lò & lửa](lo.jpg 'Lò')\n\n![Nét vẽ](ve.png)\n\n[B](b.md) [web](/co-so/) [mục](#muc)\n\n## Mục\n",
    )
    agreed = {
        f"news/2024/{one.stem.replace('_', '-')}.md": one for one in AGREED if one.stem not in ("figure", "raw_html")
    }
    return {
        ISSUE: issue("a", "b", *(Path(name).stem for name in agreed)),
        "news/2024/a.md": full,
        "news/2024/b.md": news(),
        "documents/2677.md": document("2677/QĐ-UBND"),
        "news/2024/lo.jpg": photo(),
        "news/2024/ve.png": photo("PNG"),
        **{name: news(body=one.read_text(encoding="utf-8")) for name, one in agreed.items()},
    }


def test_a_book_with_every_form_passes_the_official_checker(tmp_path: Path) -> None:
    path = tmp_path / "so.epub"
    path.write_bytes(book(tmp_path, every_form(), photo()))
    assert problems_of(path) == []


def test_the_official_checker_would_tell(tmp_path: Path) -> None:
    path = tmp_path / "so.epub"
    files = files_of(book(tmp_path, {ISSUE: issue("a"), "news/2024/a.md": news()}))
    path.write_bytes(packed({name: data for name, data in files.items() if name not in ("mimetype", "EPUB/book.css")}))
    assert {one.split(":")[0] for one in problems_of(path)} == {"RSC-001"}


def test_the_same_content_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first, second = (book(folder, every_form(), photo()) for folder in folders)
    assert first == second


def test_a_changed_word_changes_the_book(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {ISSUE: issue("a"), "news/2024/a.md": news(body="Một câu.")}
    assert book(tmp_path, files) != book(tmp_path, {**files, "news/2024/a.md": news(body="Hai câu.")})


def test_pictures_and_cover_lie_in_the_book_as_jpeg_with_their_words(tmp_path: Path) -> None:
    files = files_of(book(tmp_path, every_form(), photo()))
    pictures = [name for name in files if name.startswith("EPUB/pictures/") or name == "EPUB/cover.jpg"]
    assert len(pictures) == 3
    for name in pictures:
        with Image.open(io.BytesIO(files[name])) as opened:
            assert opened.format == ("PNG" if name.endswith(".png") else "JPEG")
            assert name == "EPUB/cover.jpg" or opened.width <= 960
    page = etree.fromstring(files["EPUB/bai-01.xhtml"])
    shown = [(one.get("src", "").split("-")[0], one.get("alt")) for one in page.iter(f"{XHTML}img")]
    assert shown == [
        ("pictures/lo", "Người thợ xếp gốm"),
        ("pictures/lo", "Lò & lửa"),
        ("pictures/ve", "Nét vẽ"),
    ]


def test_links_lead_to_the_other_article_of_the_book_or_to_the_web(tmp_path: Path) -> None:
    page = etree.fromstring(files_of(book(tmp_path, every_form()))["EPUB/bai-01.xhtml"])
    assert [one.get("href") for one in page.iter(f"{XHTML}a")] == [
        "bai-02.xhtml",
        "https://khuyencong.example/co-so/",
        "#muc",
        "https://bao.example/a?b=1&c=2",
        "https://khuyencong.example/tin-tuc/a/",
    ]


def test_the_list_of_contents_has_sections_and_articles_in_the_order_of_print(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {ISSUE: issue("b", "a"), "news/2024/a.md": news(), "news/2024/b.md": news()}
    page = etree.fromstring(files_of(book(tmp_path, files))["EPUB/nav.xhtml"])
    (contents, landmarks) = page.iter(f"{XHTML}nav")
    assert [" ".join(map(str, one.itertext())) for one in contents.iter(f"{XHTML}span")] == ["Tin & bài"]
    assert [one.get("href") for one in contents.iter(f"{XHTML}a")] == [
        "front.xhtml",
        "bai-01.xhtml",
        "bai-02.xhtml",
        "imprint.xhtml",
    ]
    assert [one.get("href") for one in landmarks.iter(f"{XHTML}a")] == ["nav.xhtml", "bai-01.xhtml"]


def package(data: bytes) -> etree._Element:
    return etree.fromstring(files_of(data)["EPUB/package.opf"])


def meta(data: bytes, name: str) -> list[str | None]:
    return [one.text for one in package(data).iter(f"{OPF}meta") if one.get("property") == name]


@pytest.mark.parametrize(("cover", "modes"), [(b"", ["textual"]), (photo(), ["textual", "visual"])])
def test_the_book_says_that_it_can_be_read_without_seeing(tmp_path: Path, cover: bytes, modes: list[str]) -> None:
    data = book(tmp_path, {ISSUE: issue("a"), "news/2024/a.md": news()}, cover)
    assert meta(data, "schema:accessMode") == modes
    assert meta(data, "schema:accessModeSufficient") == ["textual"]
    features = meta(data, "schema:accessibilityFeature")
    assert ("tableOfContents" in features, "alternativeText" in features) == (True, bool(cover))
    assert meta(data, "schema:accessibilityHazard") == ["none"]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ((), "2026-11-22"),  # content/site.yaml says when the first entries came
        (("added: 2027-02-03",), "2027-02-03"),
        (("added: 2027-02-03", "updated: 2027-03"), "2027-03-01"),
    ],
)
def test_the_day_of_the_last_change_is_that_of_the_content(tmp_path: Path, fields: tuple[str, ...], day: str) -> None:
    data = book(tmp_path, {ISSUE: issue("a"), "news/2024/a.md": news(*fields)})
    assert meta(data, "dcterms:modified") == [f"{day}T00:00:00Z"]


def test_the_name_of_a_book_outlives_changes_of_what_it_holds(tmp_path: Path) -> None:
    def name(data: bytes) -> str | None:
        return package(data).findtext(".//{http://purl.org/dc/elements/1.1/}identifier")

    files: dict[str, str | bytes] = {ISSUE: issue("a"), "news/2024/a.md": news(), "news/2024/b.md": news()}
    first = name(book(tmp_path, files))
    assert first == name(book(tmp_path, {**files, ISSUE: issue("a", "b", body="")}))
    assert str(first).startswith("urn:uuid:")


def test_what_is_not_known_is_said_to_be_missing(tmp_path: Path) -> None:
    said = texts(book(tmp_path, {ISSUE: issue("a"), "news/2024/a.md": news()}))
    assert "Giấy phép xuất bản chưa có" in said
    assert "Cơ quan chủ quản: chưa có" in said
