"""Where a fact comes from: always said, never by the file name of a seed text."""

from __future__ import annotations

import pytest

from khuyencong.intake.draft import UnusableError
from khuyencong.intake.publishers import SEEDS, publisher_of
from khuyencong.intake.sources import Bibliography, distinct
from tests.intake.tables import facts_with

URL = "https://m.baomoi.com/a"


def sources_of(**fields: str) -> list[dict[str, str]]:
    facts = facts_with(establishments=[fields])
    return Bibliography(facts).of(facts["establishments.csv"][0])


def test_a_source_has_title_address_publisher_and_date() -> None:
    given = sources_of(source_url=URL, source_title="Chả cá", source_date="05/09/2022")
    assert given == [{"title": "Chả cá", "url": URL, "publisher": "Báo Mới", "date": "2022-09-05"}]


def test_a_page_without_title_is_described_by_its_site() -> None:
    assert sources_of(source_url=URL)[0]["title"] == "Bài trên Báo Mới"
    assert sources_of(source_url="http://www.la.vn/x", source_kind="cơ quan nhà nước")[0]["title"] == "Trang trên la.vn"


def test_a_title_in_brackets_is_a_description() -> None:
    given = sources_of(source_url=URL, source_title="(bài về giò chả; tên bài theo địa chỉ trang)")
    assert given[0]["title"] == "Bài về giò chả"


def test_a_page_has_the_same_title_in_every_table() -> None:
    facts = facts_with(
        establishments=[{"source_url": URL, "source_title": "Chả cá", "source_date": "2022"}],
        products=[{"source_url": URL}],
    )
    assert Bibliography(facts).of(facts["products.csv"][0])[0] == {
        "title": "Chả cá", "url": URL, "publisher": "Báo Mới", "date": "2022",
    }  # fmt: skip


@pytest.mark.parametrize("number", list(SEEDS))
def test_a_seed_text_is_cited_by_its_title_and_never_by_its_file_name(number: str) -> None:
    (given,) = sources_of(source_url=f"{number}_b67dcd85605fbf4b.txt")
    assert given["title"] == SEEDS[number].title
    assert "url" not in given


def test_further_addresses_become_further_sources_once() -> None:
    given = sources_of(source_url=URL, other_source_urls=f"{URL} ; https://nld.com.vn/b ; https://x.vn/c")
    assert [source["url"] for source in given] == [URL, "https://nld.com.vn/b", "https://x.vn/c"]


@pytest.mark.parametrize("url", ["", "bài báo", "999_abc.txt", "ftp://x.vn"])
def test_a_row_without_a_usable_source_is_not_used(url: str) -> None:
    with pytest.raises(UnusableError):
        sources_of(source_url=url)


def test_a_publisher_is_named_only_where_it_is_evident() -> None:
    assert publisher_of("hangthat.baohaiduong.vn") == "Báo Hải Dương"
    assert publisher_of("ven.congthuong.vn") == "Vietnam Economic News"
    assert publisher_of("kinhte.congthuong.vn") == "Báo Công Thương"
    assert publisher_of("khongbaohaiduong.vn") is None


def test_distinct_sources_keep_their_order() -> None:
    assert distinct([{"title": "b"}, {"title": "a"}, {"title": "b"}]) == [{"title": "b"}, {"title": "a"}]
