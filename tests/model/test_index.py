"""Each question that pages may ask of all rows together, and its answer."""

from __future__ import annotations

import datetime as dt
import pickle
import unicodedata
from dataclasses import fields
from pathlib import Path

import pytest

from khuyencong.model.edition import Cover, Edition, Editions
from khuyencong.model.index import Index, Question
from khuyencong.model.media_view import PictureView
from khuyencong.model.row import ListedUnder
from khuyencong.model.types import TYPES
from tests.content import TODAY, document, entry, establishment, news, product, write_content
from tests.pictures import drawing, photo
from tests.rows import NEWS, day, index, of_rows, row

SMALL: dict[str, str | bytes] = {
    "addresses.csv": "địa chỉ,tệp,tên\n/tin-tuc/cu/,news/c.md,Tin\n",
    "news/a.pdf": "x",
    "news/a.svg": drawing().decode(),
    "news/a.png": photo(8, 6, kind="PNG"),
    "news/a.md": day(
        1, "products: [p]", "tags: [Muối]", "image: {src: a.png, alt: Người thợ bên lò}", body="Xem [b](b.md)."
    ),
    "news/b.md": day(2, "tags: [muối]"),
    "news/c.md": day(3, "status: hidden", "products: [p]", "aliases: [/cu/]"),
    "news/d.md": day(4, "expires: 2025-11-30", "products: [p]"),
    "news/e.md": day(5, "status: draft"),
    "products/p.md": product("establishment: m"),
    "establishments/m.md": establishment("address: {province: Đồng Nai}"),
}
QUESTIONS: list[Question] = [
    ("face", "news", "a"),
    ("whole", "news", "a"),
    ("at", "news/a.md"),
    ("listed", NEWS, 0, 9),
    ("total", NEWS),
    ("around", NEWS, "a", 6),
    ("next_to", NEWS, "a"),
    ("facets", "news"),
    ("narrowing", NEWS),
    ("valued", "news"),
    ("referring", "news", "product", "p"),
    ("kin", "news", "a", 3),
    ("file", "news/a.pdf"),
    ("picture", "news/a.svg"),
    ("standing", "establishment", "dong-nai", 9),
    ("total_standing", "establishment", "dong-nai"),
    ("known_only", "establishment", "dong-nai", 9),
    ("total_known_only", "establishment", "dong-nai"),
    ("provinces", "establishment"),
    ("mentioned", "dong-nai", 9),
    ("total_mentioned", "dong-nai"),
    ("mentioned_places",),
    ("attachment", "news/a.pdf"),
    ("editions_of", "x"),
    ("photos", 0, 9),
    ("photo_count",),
    ("moved", "/cu/"),
    ("moves",),
    ("first_address", "/tin-tuc/c/"),
]
COVER = PictureView("/a.jpg", (("image/webp", "/a.webp 96w"),), 320, 455, "Bìa")
PRINTED = Editions((Edition("pdf", "/a.pdf", 9, 2, "0a"),), Cover(COVER, (("/a.jpg", "0b"),)))
UNKNOWN: list[tuple[Question, object]] = [
    (("face", "news", "none"), ""),
    (("face", "none", "a"), ""),
    (("whole", "news", "none"), ""),
    (("at", "news/none.md"), ""),
    (("listed", "/none/", 0, 9), ()),
    (("listed", NEWS, 90, 99), ()),
    (("total", "/none/"), 0),
    (("around", "/none/", "a", 3), ()),
    (("next_to", "/none/", "a"), ("", "")),
    (("next_to", NEWS, "none"), ("", "")),
    (("narrowing", "/none/"), ()),
    (("referring", "news", "product", "none"), ()),
    (("referring", "none", "product", "p"), ()),
    (("kin", "news", "none", 3), ()),
    (("kin", "none", "a", 3), ()),
    (("file", "news/none.pdf"), None),
    (("picture", "news/none.jpg"), None),
    (("standing", "establishment", "none", 9), ()),
    (("standing", "none", "dong-nai", 9), ()),
    (("total_standing", "establishment", "none"), 0),
    (("known_only", "establishment", "none", 9), ()),
    (("total_known_only", "establishment", "none"), 0),
    (("provinces", "news"), ()),
    (("mentioned", "none", 9), ()),
    (("total_mentioned", "none"), 0),
    (("attachment", "news/none.pdf"), ()),
    (("editions_of", "none"), Editions()),
    (("photos", 90, 99), ()),
    (("moved", "/none/"), ("", "")),
    (("first_address", "/none/"), ""),
]


@pytest.mark.parametrize(("question", "answer"), UNKNOWN)
def test_what_is_not_there_has_an_empty_answer(tmp_path: Path, question: Question, answer: object) -> None:
    assert index(tmp_path, SMALL).answer(question) == answer
    assert of_rows().answer(question) == answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_empty_site_answers_every_question(question: Question) -> None:
    answer = of_rows().answer(question)
    assert not answer or answer in (("", ""), Editions())


def test_every_question_that_can_be_asked_is_tried_here() -> None:
    assert {str(question[0]) for question in QUESTIONS} == of_rows().answers.keys()


def test_a_question_of_another_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        of_rows().answer(("rows",))


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_plain_data_that_another_process_gives_and_compares_equal(
    tmp_path: Path, question: Question
) -> None:
    one = index(tmp_path, SMALL)
    other = Index(pickle.loads(pickle.dumps(one.rows)), TYPES, TODAY, dict(one.beside), dict(one.verdicts))  # noqa: S301 - our own
    other.attachments, other.redirects = one.attachments, one.redirects
    one.editions = other.editions = {"x": PRINTED}
    answer = one.answer(question)
    assert answer
    assert is_plain(answer)
    assert pickle.loads(pickle.dumps(answer)) == answer == other.answer(question)  # noqa: S301 - our own


def is_plain(answer: object) -> bool:
    """Whether an answer is a text, a number, or a tuple or a frozen view of plain answers."""
    if isinstance(answer, PictureView):
        return all(is_plain(getattr(answer, one.name)) for one in fields(answer))
    return type(answer) in (str, int, bool) or (isinstance(answer, tuple) and all(map(is_plain, answer)))


def change(folder: Path, path: str, text: str) -> tuple[Index, Index]:
    """Give the index before and after a change of one file."""
    before = index(folder, SMALL)
    return before, index(folder, {path: text})


def test_another_body_changes_the_whole_and_not_the_face(tmp_path: Path) -> None:
    before, after = change(tmp_path, "news/b.md", day(2, "tags: [muối]", body="Nội dung khác."))
    assert before.face("news", "b") == after.face("news", "b") != ""
    assert before.whole("news", "b") != after.whole("news", "b")


def test_another_front_matter_changes_face_and_whole(tmp_path: Path) -> None:
    before, after = change(tmp_path, "news/b.md", day(2, "summary: Mới"))
    assert before.face("news", "b") != after.face("news", "b")
    assert before.whole("news", "b") != after.whole("news", "b")


def test_another_place_of_the_file_changes_the_face(tmp_path: Path) -> None:
    before = index(tmp_path, SMALL)
    (tmp_path / "content" / "news" / "2024").mkdir()
    (tmp_path / "content" / "news" / "b.md").rename(tmp_path / "content" / "news" / "2024" / "b.md")
    (tmp_path / "content" / "news" / "a.md").write_text(day(1), encoding="utf-8")
    assert index(tmp_path, {}).face("news", "b") != before.face("news", "b")


def test_an_edit_changes_no_face_or_whole_of_another_entry(tmp_path: Path) -> None:
    before, after = change(tmp_path, "establishments/m.md", establishment("founded: 1990"))
    for one in before.rows:
        if one.key != "establishment" and one.status != "draft":
            assert before.whole(one.key, one.slug) == after.whole(one.key, one.slug) == one.whole
            assert before.face(one.key, one.slug) == after.face(one.key, one.slug) == one.face


def test_equal_texts_in_two_files_have_two_wholes(tmp_path: Path) -> None:
    found = index(tmp_path, {"products/p.md": product(), "products/q.md": product()})
    assert found.whole("product", "p") != found.whole("product", "q")


def test_drafts_have_no_face_and_no_address_hidden_and_expired_entries_have_both(tmp_path: Path) -> None:
    found = index(tmp_path, SMALL)
    assert [bool(found.face("news", slug)) for slug in "abcde"] == [True, True, True, True, False]
    assert [found.at(f"news/{slug}.md") for slug in "acde"] == [f"{NEWS}a/", f"{NEWS}c/", f"{NEWS}d/", ""]


def test_lists_show_neither_hidden_nor_expired_entries_nor_drafts(tmp_path: Path) -> None:
    found = index(tmp_path, SMALL)
    assert found.listed(NEWS, 0, 9) == ("b", "a")
    assert found.total(NEWS) == 2
    assert found.facets("news") == (
        ("Chuyên mục", "Cơ sở công nghiệp nông thôn", f"{NEWS}chuyen-muc/co-so/", 2),
        ("Năm", "Năm 2024", f"{NEWS}nam/2024/", 2),
    )
    assert found.referring("news", "product", "p") == ("a",)


@pytest.mark.parametrize(("today", "count"), [("2025-11-29", 3), ("2025-11-30", 3), ("2025-12-01", 2)])
def test_an_entry_is_listed_until_the_end_of_its_last_day(tmp_path: Path, today: str, count: int) -> None:
    found = index(tmp_path, SMALL)
    assert Index(found.rows, TYPES, dt.date.fromisoformat(today), {}).total(NEWS) == count


def test_entries_of_equal_order_stand_in_the_order_of_their_files_either_way() -> None:
    rows = [row(slug) for slug in "cab"]
    assert of_rows(*rows).listed(NEWS, 0, 9) == ("c", "a", "b")  # newest first, and all equally new
    rows = [one._replace(key="establishment") for one in rows]
    assert of_rows(*rows).listed("/co-so/", 0, 9) == ("c", "a", "b")


def test_facets_of_years_are_newest_first_and_others_are_in_the_order_of_the_alphabet() -> None:
    years = [ListedUnder("nam", str(year), f"Năm {year}") for year in (2020, 2022, 2021)]
    kinds = [ListedUnder("chuyen-muc", slug, label) for slug, label in (("1", "Đồ"), ("2", "Ăn"), ("3", "Dệt"))]
    found = of_rows(*(row(str(number), *both) for number, both in enumerate(zip(years, kinds, strict=True))))
    assert [value for _, value, _, _ in found.facets("news")] == [
        *("Ăn", "Dệt", "Đồ"),
        *("Năm 2022", "Năm 2021", "Năm 2020"),
    ]


def test_those_that_refer_are_in_the_order_of_their_listing_and_each_once(tmp_path: Path) -> None:
    found = index(
        tmp_path,
        {
            "documents/a.md": document("1/QĐ", "slug: a", "amends: [b]", "replaces: [b]"),
            "documents/b.md": document("2/QĐ", "slug: b"),
            "bulletins/x.md": entry(
                *("title: X", "number: 1", "year: 2024", "sections:"),
                *("  - {title: Một, news: [n]}", "  - {title: Hai, news: [n]}"),
            ),
            "news/n.md": day(1, "documents: [b]"),
            "news/m.md": day(2, "documents: [b, b]"),
        },
    )
    assert found.referring("document", "document", "b") == ("a",)
    assert found.referring("news", "document", "b") == ("m", "n")
    assert found.referring("bulletin", "news", "n") == ("x",)
    assert found.referring("news", "product", "b") == ()


def test_files_beside_entries_are_known_by_name_size_and_time(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/a.md": news()})
    seen = {index(tmp_path, {}).file("news/a.pdf")}
    for held in (b"x", b"xy"):
        seen.add(index(tmp_path, {"news/a.pdf": held}).file("news/a.pdf"))
    assert len(seen) == 3
    folder = tmp_path / "content" / "news"
    (folder / "a.pdf").rename(folder / unicodedata.normalize("NFD", "é.pdf"))
    found = index(tmp_path, {})
    assert found.file("news/a.pdf") is None
    assert (found.file("news/é.pdf") or (0, 0))[0] == 2
    assert found.file("news/é.pdf") == index(tmp_path, {"news/a.md": news("summary: Mới")}).file("news/é.pdf")
