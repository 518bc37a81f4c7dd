"""Which entries stand next to an entry, in its listing and by what they share."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.row import Named
from tests.content import product
from tests.rows import NEWS, day, index, of_rows, row

SLUGS = st.lists(st.integers(0, 40), unique=True, max_size=12).map(lambda numbers: [f"n{one}" for one in numbers])


@given(SLUGS, st.integers(0, 14), st.data())
def test_neighbours_are_the_nearest_in_order_and_never_the_entry_itself(
    slugs: list[str], count: int, data: st.DataObject
) -> None:
    found = of_rows(*(row(slug, order=-place) for place, slug in enumerate(slugs)))
    slug = data.draw(st.sampled_from([*slugs, "hidden"]))
    around = found.around(NEWS, slug, count)
    others = [one for one in slugs if one != slug]
    assert len(around) == min(count, len(others))
    start = others.index(around[0]) if around else 0
    assert list(around) == others[start : start + count]
    if slug in slugs and around:
        before = sum(slugs.index(one) < slugs.index(slug) for one in around)
        after = len(around) - before
        at_an_end = slugs.index(slug) == before or len(slugs) - 1 - slugs.index(slug) == after
        assert at_an_end or abs(before - after) <= 1


@given(SLUGS)
def test_the_next_of_the_entry_before_is_the_entry_itself(slugs: list[str]) -> None:
    found = of_rows(*(row(slug, order=-place) for place, slug in enumerate(slugs)))
    padded = ["", *slugs, ""]
    for before, slug, after in zip(padded, slugs, padded[2:], strict=False):
        assert found.next_to(NEWS, slug) == (before, after)


@given(SLUGS, st.integers(0, 15), st.integers(0, 15))
def test_a_part_of_a_listing_is_cut_out_of_the_whole(slugs: list[str], start: int, stop: int) -> None:
    found = of_rows(*(row(slug, order=-place) for place, slug in enumerate(slugs)))
    assert found.listed(NEWS, start, stop) == tuple(slugs[start:stop])
    assert found.total(NEWS) == len(slugs)


def test_kin_share_references_more_than_tags_and_rare_ones_more_than_common_ones(tmp_path: Path) -> None:
    files = {
        "products/p.md": product(),
        "products/q.md": product(),
        "news/a.md": day(1, "products: [p, q]", "tags: [hội chợ]"),
        "news/same-tag.md": day(2, "tags: [Hội chợ]"),
        "news/same-product.md": day(3, "products: [p]"),
        "news/rare-product.md": day(4, "products: [q]"),
        "news/also-p.md": day(5, "products: [p]"),
        "news/nothing.md": day(6, "tags: [khác]"),
    }
    found = index(tmp_path, files)
    assert found.kin("news", "a", 9) == ("rare-product", "same-product", "also-p", "same-tag")
    assert found.kin("news", "a", 2) == ("rare-product", "same-product")
    assert found.kin("news", "nothing", 9) == ()


@given(st.lists(st.sets(st.sampled_from("abcdef"), max_size=3), min_size=1, max_size=8))
def test_kin_is_mutual_never_oneself_and_never_without_a_common_tag(tags: list[set[str]]) -> None:
    named = [tuple(Named("tag", "", "tags", 1, tag) for tag in sorted(own)) for own in tags]
    found = of_rows(*(row(str(number))._replace(named=own) for number, own in enumerate(named)))
    for number, own in enumerate(tags):
        kin = set(found.kin("news", str(number), 99))
        assert kin == {str(other) for other, theirs in enumerate(tags) if other != number and own & theirs}
