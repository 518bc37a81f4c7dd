"""The corpus of the benchmark: the same bytes for a seed, legal, and as large as it says."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import statistics
from collections import Counter
from pathlib import Path

import pytest
import yaml

from bench.awards import LAST_YEAR, Awards
from bench.corpus import SIZES, Corpus, size_of
from bench.formats import WRITERS
from bench.items import Item, Size
from khuyencong.model.listings import listings
from khuyencong.model.tree import read_tree
from khuyencong.model.types import TYPES

TINY = Size(12, 30, 20)
TODAY = dt.date(2026, 1, 1)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(TINY)


@pytest.fixture(scope="module")
def large() -> Corpus:
    return Corpus(SIZES["S1"])


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("fmt", sorted(WRITERS))
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, fmt: str) -> None:
    Corpus(TINY, 7).write(tmp_path / "one", fmt)
    Corpus(TINY, 7).write(tmp_path / "two", fmt)
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_another_seed_gives_other_items() -> None:
    slugs = [{item.slug for item in Corpus(TINY, seed).items} for seed in (1, 2)]
    assert slugs[0] != slugs[1]


def test_our_format_passes_the_gate(tmp_path: Path, corpus: Corpus) -> None:
    corpus.write(tmp_path / "content")
    assert [str(problem) for problem in read_tree(tmp_path / "content", TODAY).problems] == []


def test_the_real_size_passes_the_gate(tmp_path: Path, large: Corpus) -> None:
    large.write(tmp_path / "content")
    assert [str(problem) for problem in read_tree(tmp_path / "content", TODAY).problems] == []


def test_there_are_as_many_items_of_each_kind_as_asked_for(large: Corpus) -> None:
    assert Counter(item.kind for item in large.items) == {"co-so": 150, "san-pham": 374, "tin-tuc": 250}


def test_addresses_are_unique(large: Corpus) -> None:
    assert len({item.url for item in large.items}) == len(large.items)


def test_news_has_400_to_820_words_and_a_table_in_a_quarter(large: Corpus) -> None:
    bodies = [item.body for item in large.items if item.kind == "tin-tuc"]
    words = [len(re.findall(r"[^\W\d_]+", re.sub(r"\]\([^)]*\)", "]", body))) for body in bodies]
    assert min(words) >= 400
    assert max(words) <= 840  # "Xem thêm" and the heads of tables come on top
    assert 560 <= statistics.median(words) <= 640
    assert 0.15 <= sum("| ---" in body for body in bodies) / len(bodies) <= 0.35


def test_news_has_headings_lists_and_links_to_entries(large: Corpus) -> None:
    bodies = [item.body for item in large.items if item.kind == "tin-tuc"]
    assert all(re.search(r"^## ", body, re.MULTILINE) for body in bodies)
    assert any(re.search(r"^- ", body, re.MULTILINE) for body in bodies)
    assert any(re.search(r"^1\. ", body, re.MULTILINE) for body in bodies)
    assert sum("](/co-so/" in body for body in bodies) > len(bodies) / 4


def test_every_format_holds_every_item(corpus: Corpus) -> None:
    for fmt, write in WRITERS.items():
        stems = {Path(name).stem for name, _ in write(corpus.items, corpus.real.pages)}
        assert {item.slug for item in corpus.items} <= stems, fmt


def test_the_other_formats_have_the_same_bodies(corpus: Corpus) -> None:
    bodies = {item.slug: item.body for item in corpus.items}
    for write in WRITERS.values():
        for name, text in write(corpus.items, corpus.real.pages):
            if Path(name).stem in bodies:
                assert text.endswith(bodies[Path(name).stem])


def test_facets_told_to_the_others_are_those_of_the_site(tmp_path: Path, large: Corpus) -> None:
    large.write(tmp_path / "content")
    catalogue = read_tree(tmp_path / "content", TODAY).catalogue
    assert catalogue
    ours = {
        one.url: len(one.slugs) for kind in TYPES for one in listings(catalogue.index, kind.key) if len(one.chosen) == 1
    }
    assert told(large.items) == ours


def told(items: list[Item]) -> Counter[str]:
    return Counter(
        f"/{item.kind}/{facet}/{value}/" for item in items for facet, values in item.values.items() for value in values
    )


def test_front_matter_of_the_others_is_yaml_with_the_same_title(corpus: Corpus) -> None:
    titles = {item.slug: item.title for item in corpus.items}
    for fmt in ("ours", "hugo", "eleventy"):
        for name, text in WRITERS[fmt](corpus.items, corpus.real.pages):
            if Path(name).stem in titles:
                assert yaml.safe_load(text.split("---\n")[1])["title"] == titles[Path(name).stem]


def test_levels_never_fall_in_time(large: Corpus) -> None:
    for item in large.items:
        steps = [one for one in item.fields.get("recognitions", []) if one["kind"] == "CNNT"]
        ranks = [Awards.rank(one) for one in steps]
        years = [one["year"] for one in steps]
        assert ranks == sorted(ranks)
        assert years == sorted(years)
        assert all(one["year"] < LAST_YEAR for one in steps if one["level"] == "huyện")


def test_sizes_are_names_or_three_numbers() -> None:
    assert size_of("S3") == Size(9_785, 5_000, 5_000)
    assert size_of("1+2+3") == Size(1, 2, 3)
    with pytest.raises(Exception, match="neither"):
        size_of("1+2")
