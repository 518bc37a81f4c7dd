"""All entries, and how they refer to one another."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.establishment import Establishment
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.marks import marked_values
from khuyencong.model.product import Product
from tests.content import catalogue, entry, establishment, news, product, support


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
        | {"news/2024/a.jpg": PICTURE},
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


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
