"""Notes go to the words that they belong to, whole and once."""

from __future__ import annotations

from khuyencong.build.markdown import Resolver, render
from khuyencong.model.article_tree import Child, Node, article_tree
from khuyencong.model.media_view import PictureView
from khuyencong.outputs.printing.notes import AGAIN, MARK, NOTE, TABLE_NOTE, with_notes


def tree_of(body: str) -> tuple[Child, ...]:
    resolver = Resolver(link=str, picture=lambda name, alt: PictureView(name, (), 1, 1, alt))
    return with_notes(article_tree(render(body, resolver).html))


def notes_of(tree: tuple[Child, ...], tag: str = NOTE) -> list[Node]:
    return [node for child in tree if isinstance(child, Node) for node in child.walk() if node.tag == tag]


def test_a_note_stands_where_its_number_stood() -> None:
    paragraph = next(one for one in tree_of("Một.[^a] Hai.\n\n[^a]: Chú thích.") if isinstance(one, Node))
    before, note, after = paragraph.children
    assert (before, after) == ("Một.", " Hai.")
    assert isinstance(note, Node)
    assert (note.tag, note.text()) == (NOTE, "Chú thích.")


def test_the_list_at_the_end_is_gone() -> None:
    tree = tree_of("Một.[^a]\n\n[^a]: Chú thích.")
    assert [one.tag for one in tree if isinstance(one, Node)] == ["p"]


def test_a_note_named_twice_is_written_once() -> None:
    tree = tree_of("Một.[^a] Hai.[^a]\n\n[^a]: Chú thích.")
    assert [one.text() for one in notes_of(tree)] == ["Chú thích."]
    assert [one.attributes["id"] for one in notes_of(tree, AGAIN)] == [notes_of(tree)[0].attributes["id"]]


def test_a_note_keeps_its_marks_and_all_its_paragraphs() -> None:
    (note,) = notes_of(tree_of("Một.[^a]\n\n[^a]: Đây là **số** của\n\n    hai đoạn."))
    assert "Đây là số của" in note.text()
    assert note.text().endswith("hai đoạn.")
    assert [one.tag for one in note.walk() if one is not note] == ["strong", "br"]


def test_the_way_back_is_not_printed() -> None:
    (note,) = notes_of(tree_of("Một.[^a]\n\n[^a]: Chú thích."))
    assert "↩" not in note.text()


def test_an_article_without_notes_stays_as_it_is() -> None:
    html = "<p>Một <sup>2</sup>.</p>"
    assert with_notes(article_tree(html)) == article_tree(html)


TABLE = "| Năm | Số |\n| --- | --- |\n| 2024[^a] | 1[^b] |\n| 2025[^a] | 2 |\n\n[^a]: Một.\n[^b]: Hai.\n"


def test_the_notes_of_a_table_stand_below_it() -> None:
    tree = tree_of(TABLE)
    assert [one.attributes["mark"] for one in notes_of(tree, MARK)] == ["*", "**", "*"]
    assert [(one.attributes["mark"], one.text()) for one in notes_of(tree, TABLE_NOTE)] == [
        ("*", "Một."),
        ("**", "Hai."),
    ]
    assert notes_of(tree) == []


def test_a_note_of_a_table_that_the_text_names_too_is_written_in_both_places() -> None:
    tree = tree_of(f"Trước.[^a]\n\n{TABLE}")
    assert [one.text() for one in notes_of(tree)] == ["Một."]
    assert [one.text() for one in notes_of(tree, TABLE_NOTE)] == ["Một.", "Hai."]
