"""All entries, and how they refer to one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import EVERY, TABLES, Catalogue
from khuyencong.model.edition import Editions
from khuyencong.model.entry import Entry
from khuyencong.model.establishment import Establishment
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.index import Question
from khuyencong.model.marks import marked_values
from khuyencong.model.news import News
from khuyencong.model.product import Product
from khuyencong.model.view import Link
from tests.content import catalogue, entry, establishment, news, product, support
from tests.pictures import photo


def test_a_relation_written_on_one_side_is_found_from_the_other(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "establishments/a.md": establishment(),
            "products/x.md": product("establishment: a", title="Xoài"),
            "products/b.md": product("establishment: a", title="Bánh"),
            "products/c.md": product("establishment: a", "status: hidden"),
            "products/d.md": product("establishment: a", "status: draft"),
            "news/2024/n.md": news("establishments: [a, a]"),
        },
    )
    maker = found.all(Establishment)[0]
    assert [one.slug for one in found.referring("product", maker)] == ["b", "x"]
    assert [one.slug for one in found.referring("news", maker)] == ["n"]
    assert found.referring("event", maker) == ()


def test_entries_are_found_by_slug_hidden_ones_too_but_not_drafts(tmp_path: Path) -> None:
    statuses = ("published", "hidden", "draft")
    found = catalogue(tmp_path, {f"products/{status}.md": product(f"status: {status}") for status in statuses})
    assert [bool(found.get("product", status)) for status in statuses] == [True, True, False]
    assert [one.slug for one in found.named("product", ("hidden", "draft", "none", "published"))] == [
        "hidden",
        "published",
    ]
    assert [one.slug for one in found.all(Product)] == ["published"]
    assert found.get("news", "published") is None


def test_every_marked_field_is_looked_at_however_deep(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "support/s.md": support(),
            "establishments/a.md": establishment(
                "sector: che-bien", "supports:", "  - {content: Máy}", "  - {content: Lò, scheme: s}"
            ),
            "news/2024/n.md": news(
                "establishments: [a]",
                "attachments: [{file: a.pdf, title: A}]",
                "image: {src: a.jpg, alt: Lò muối}",
                "status: draft",
            ),
            "news/2024/a.pdf": "x",
            "news/2024/m.md": news("establishments: [a]"),
            "bulletins/b.md": entry("title: B", "number: 1", "year: 2024", "sections:", "  - {title: C, news: [m]}"),
        }
        | {"news/2024/a.jpg": photo(8, 6)},
    )
    one = found.all(Establishment)[0]
    marked = [(mark, location, value) for mark, location, value in marked_values(one)]
    assert marked == [
        (Term("sectors"), ("sector",), "che-bien"),
        (Reference("support"), ("supports", 1, "scheme"), "s"),
    ]
    issue = found.all(Bulletin)[0]
    assert [(mark, value) for mark, _, value in marked_values(issue)] == [(Reference("news"), "m")]
    assert not any(isinstance(mark, File) for mark, _, _ in marked_values(issue))


ARTICLES = {
    "news/a.md": news("establishments: [m]", body="Nội dung một."),
    "news/b.md": news("status: hidden"),
    "establishments/m.md": establishment("address: {province: Đồng Nai}"),
}
LISTING = "/tin-tuc/"
FACE_A, FACE_B = ("face", "news", "a"), ("face", "news", "b")
MAKER = ("face", "establishment", "m")
READINGS: list[tuple[str, Callable[[Catalogue], object], set[Question], object]] = [
    ("get", lambda found: slugs(found.get("news", "b")), {FACE_B}, ["b"]),
    ("get none", lambda found: found.get("news", "none"), {("face", "news", "none")}, None),
    ("body", lambda found: found.body(article(found)).strip(), {("whole", "news", "a")}, "Nội dung một."),
    ("address", lambda found: found.address("news/a.md"), {("at", "news/a.md")}, "/tin-tuc/a/"),
    ("attachment", lambda found: found.attachment("news/a.pdf"), {("attachment", "news/a.pdf")}, None),
    ("picture", lambda found: found.picture("news/a.jpg"), {("picture", "news/a.jpg")}, None),
    ("photos", lambda found: found.photos(0, 9), {("photos", 0, 9)}, ()),
    ("photo count", lambda found: found.photo_count(), {("photo_count",)}, 0),
    ("named", lambda found: slugs(*found.named("news", "bab")), {FACE_A, FACE_B}, ["b", "a"]),
    (
        "referring",
        lambda found: slugs(*found.referring("news", maker(found))),
        {("referring", "news", "establishment", "m"), FACE_A},
        ["a"],
    ),
    ("all", lambda found: slugs(*found.all(News)), {("listed", LISTING, 0, EVERY), FACE_A}, ["a"]),
    ("first", lambda found: slugs(*found.first(News, 2)), {("listed", LISTING, 0, 2), FACE_A}, ["a"]),
    ("none", lambda found: slugs(*found.first(News, 0)), {("listed", LISTING, 0, 0)}, []),
    (
        "listed",
        lambda found: slugs(*found.listed("news", LISTING, 0, 1)),
        {("listed", LISTING, 0, 1), FACE_A},
        ["a"],
    ),
    ("total", lambda found: found.total(LISTING), {("total", LISTING)}, 1),
    ("around", lambda found: slugs(*found.around(article(found), LISTING, 3)), {("around", LISTING, "a", 3)}, []),
    ("kin", lambda found: slugs(*found.kin(article(found), 3)), {("kin", "news", "a", 3)}, []),
    ("next", lambda found: found.next_to(article(found), LISTING), {("next_to", LISTING, "a")}, (None, None)),
    ("narrowed", lambda found: len(found.narrowed("news")), {("facets", "news")}, 2),
    (
        "narrowing",
        lambda found: found.narrowing(LISTING),
        {("narrowing", LISTING)},
        ((f"{LISTING}chuyen-muc/co-so/",) * 2 + (1,), (f"{LISTING}nam/2024/",) * 2 + (1,)),
    ),
    (
        "valued",
        lambda found: [(one.slug, values) for one, values in found.valued("news")],
        {("valued", "news"), FACE_A},
        [("a", "chuyen-muc/co-so nam/2024")],
    ),
    ("taxonomies", lambda found: found.taxonomies.label("sectors", None), {TABLES}, ""),
    ("places", lambda found: found.places.unit_since_2025(None, None), {TABLES}, None),
    ("boundaries", lambda found: dict(found.boundaries), {TABLES}, {}),
    ("glossary", lambda found: found.glossary is found.tables.glossary, {TABLES}, True),
    ("radio", lambda found: found.radio is found.tables.radio, {TABLES}, True),
    (
        "standing",
        lambda found: slugs(*found.standing(Establishment, "dong-nai", 3)),
        {("standing", "establishment", "dong-nai", 3), MAKER},
        ["m"],
    ),
    (
        "total_standing",
        lambda found: found.total_standing("establishment", "dong-nai"),
        {("total_standing", "establishment", "dong-nai")},
        1,
    ),
    (
        "known_only",
        lambda found: slugs(*found.known_only(Establishment, "dong-nai", 3)),
        {("known_only", "establishment", "dong-nai", 3), MAKER},
        ["m"],
    ),
    (
        "total_known_only",
        lambda found: found.total_known_only("establishment", "dong-nai"),
        {("total_known_only", "establishment", "dong-nai")},
        1,
    ),
    (
        "provinces",
        lambda found: found.provinces("establishment"),
        {("provinces", "establishment")},
        (Link("/dia-ban/dong-nai/", "Đồng Nai", 1),),
    ),
    (
        "mentioned",
        lambda found: slugs(*found.mentioned(News, "dong-nai", 9)),
        {("mentioned", "dong-nai", 9), FACE_A},
        ["a"],
    ),
    ("total_mentioned", lambda found: found.total_mentioned("dong-nai"), {("total_mentioned", "dong-nai")}, 1),
    (
        "mentioned_places",
        lambda found: found.mentioned_places(),
        {("mentioned_places",)},
        (("dong-nai", "Đồng Nai", 1),),
    ),
    ("moved", lambda found: found.moved("/none/"), {("moved", "/none/")}, ("", "")),
    ("moves", lambda found: found.moves(), {("moves",)}, ()),
    ("first address", lambda found: found.first_address("/none/"), {("first_address", "/none/")}, ""),
    ("editions", lambda found: found.editions("x"), {("editions_of", "x")}, Editions()),
    ("card", lambda found: article(found).card(found).url, {TABLES}, "/tin-tuc/a/"),
]


def article(found: Catalogue) -> Entry:
    """Fetch an article without asking for it."""
    row = found.index.row("news", "a")
    assert row
    return found.shelf.entry(row)


def maker(found: Catalogue) -> Entry:
    """Fetch an establishment without asking for it."""
    row = found.index.row("establishment", "m")
    assert row
    return found.shelf.entry(row)


def slugs(*entries: Entry | None) -> list[str]:
    """Name entries."""
    return [one.slug for one in entries if one]


@pytest.mark.parametrize(
    ("reading", "questions", "answer"), [one[1:] for one in READINGS], ids=[one[0] for one in READINGS]
)
def test_every_way_of_reading_notes_what_was_asked(
    tmp_path: Path,
    reading: Callable[[Catalogue], object],
    questions: set[Question],
    answer: object,
) -> None:
    found = catalogue(tmp_path, ARTICLES)
    found.asked = set()  # the gate asks too
    assert reading(found) == answer
    assert found.asked == questions


def test_every_question_noted_can_be_asked_again_and_the_answer_is_the_same(tmp_path: Path) -> None:
    found = catalogue(tmp_path, ARTICLES)
    for entry_there in (*found.all(News), *found.all(Establishment)):
        entry_there.related(found)
        entry_there.describe(found)
    again = catalogue(tmp_path, {})
    assert found.asked >= {FACE_A, MAKER, TABLES}
    for question in found.asked - {TABLES}:
        assert again.index.answer(question) == found.index.answer(question)


def test_every_public_way_of_reading_is_tried_here() -> None:
    ways = {name for name in vars(Catalogue) if not name.startswith("_")}
    assert ways == {
        *("get", "body", "address", "named", "referring", "all", "first", "listed", "total", "around"),
        "kin",
        *("next_to", "narrowed", "narrowing", "valued", "taxonomies", "places", "boundaries", "ask"),
        *("standing", "total_standing", "known_only", "total_known_only", "provinces"),
        *("mentioned", "total_mentioned", "mentioned_places"),
        *("attachment", "picture", "photos", "photo_count", "editions"),
        *("glossary", "radio", "moved", "moves", "first_address"),
        "shared",
    }


def test_what_several_pages_share_is_worked_out_once_and_each_asks_for_it(tmp_path: Path) -> None:
    found = catalogue(tmp_path, ARTICLES)
    found.asked = {("total", LISTING)}
    titles = found.shared("titles", lambda: [one.title for one in found.all(News)])
    asked = found.asked - {("total", LISTING)}
    found.asked = set()
    assert found.shared("titles", list) is titles
    assert found.asked == asked
    assert FACE_A in asked


def test_what_failed_is_not_shared_and_leaves_the_questions_as_they_were(tmp_path: Path) -> None:
    found = catalogue(tmp_path, ARTICLES)
    found.asked = {("total", LISTING)}
    with pytest.raises(IndexError):
        found.shared("broken", lambda: found.all(News)[99])
    assert found.asked == {("total", LISTING)}
    assert found.shared("broken", lambda: 1) == 1


def test_neighbours_are_asked_for_one_by_one(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {f"news/{day}.md": news().replace("05-01", f"05-0{day}") for day in range(1, 6)})
    middle = found.get("news", "3")
    assert middle
    found.asked = set()
    assert [one and one.slug for one in found.next_to(middle, LISTING)] == ["4", "2"]
    assert slugs(*found.around(middle, LISTING, 2)) == ["4", "2"]
    assert {one for one in found.asked if one[0] == "face"} == {("face", "news", "4"), ("face", "news", "2")}


def test_an_entry_that_is_gone_has_no_markdown(tmp_path: Path) -> None:
    found = catalogue(tmp_path, ARTICLES)
    gone = found.all(News)[0]
    (tmp_path / "content" / "news" / "a.md").unlink()
    assert catalogue(tmp_path, {}).body(gone) == ""


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
