"""Legal documents: their slugs, and which one changes which."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.document import DOCUMENTS, DocumentRelated, LegalDocument
from khuyencong.model.entry import Attachment
from khuyencong.model.listings import listings
from tests.content import catalogue, document, entry, news, problems, support

UNCHANGED = "Chưa thấy văn bản sửa đổi, thay thế"


def get(found: Catalogue, slug: str) -> LegalDocument:
    one = found.get("document", slug)
    assert isinstance(one, LegalDocument)
    return one


def related(found: Catalogue, slug: str) -> DocumentRelated:
    return get(found, slug).related(found)


@pytest.mark.parametrize(
    ("number", "slug"),
    [("2677/QĐ-UBND", "2677-qd-ubnd"), ("45/2012/NĐ-CP", "45-2012-nd-cp"), ("Số 12-CT/TU", "so-12-ct-tu")],
)
def test_the_slug_comes_from_the_number(tmp_path: Path, number: str, slug: str) -> None:
    found = catalogue(tmp_path, {"documents/ten-tep.md": document(number)})
    assert [one.url for one in found.all(LegalDocument)] == [f"/van-ban/{slug}/"]


def test_a_slug_that_is_written_stands_and_without_a_number_the_file_names_it(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"documents/ten-tep.md": document("1/QĐ", "slug: quyet-dinh-mot")})
    assert get(found, "quyet-dinh-mot").url == "/van-ban/quyet-dinh-mot/"
    assert LegalDocument.default_slug({}, "Tên Tệp") == "ten-tep"
    assert LegalDocument.default_slug({"number": ["1"]}, "Tên Tệp") == "ten-tep"


def test_relations_are_written_on_one_side_and_found_on_the_other(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "documents/a.md": document("1/NĐ", "date: 2012"),
            "documents/b.md": document("2/NĐ", "date: 2015", "amends: [1-nd]"),
            "documents/c.md": document("3/NĐ", "date: 2020", "replaces: [1-nd, 2-nd]"),
        },
    )
    first, second, third = (related(found, slug) for slug in ("1-nd", "2-nd", "3-nd"))
    assert [card.url for card in first.amended_by] == ["/van-ban/2-nd/"]
    assert [card.url for card in first.replaced_by] == ["/van-ban/3-nd/"]
    assert [card.url for card in second.amends] == ["/van-ban/1-nd/"]
    assert [card.url for card in second.replaced_by] == ["/van-ban/3-nd/"]
    assert [card.url for card in third.replaces] == ["/van-ban/1-nd/", "/van-ban/2-nd/"]
    assert (third.amended_by, third.replaced_by, second.amended_by) == ((), (), ())


@pytest.mark.parametrize(
    ("relations", "status"),
    [
        ([], UNCHANGED),
        (["amends"], "Đã được sửa đổi, bổ sung"),
        (["replaces"], "Đã được thay thế"),
        (["amends", "replaces"], "Đã được thay thế"),
        (["replaces", "amends"], "Đã được thay thế"),
    ],
)
def test_the_status_is_derived_and_replaced_says_more_than_amended(
    tmp_path: Path, relations: list[str], status: str
) -> None:
    later = {f"documents/{n}.md": document(f"{n}/SĐ", f"{name}: [1-nd]") for n, name in enumerate(relations, 2)}
    found = catalogue(tmp_path, {"documents/a.md": document("1/NĐ"), **later})
    assert related(found, "1-nd").status == status
    assert {related(found, f"{n}-sd").status for n, _ in enumerate(relations, 2)} <= {UNCHANGED}


def test_a_draft_changes_nothing(tmp_path: Path) -> None:
    draft = document("2/NĐ", "status: draft", "replaces: [1-nd]")
    found = catalogue(tmp_path, {"documents/a.md": document("1/NĐ"), "documents/b.md": draft})
    assert related(found, "1-nd").status == UNCHANGED


def test_everything_that_mentions_a_document_is_shown(tmp_path: Path) -> None:
    programme = entry("title: C", "period: 2022", "province: Đồng Nai", "legal_basis: [1-nd]")
    found = catalogue(
        tmp_path,
        {
            "documents/a.md": document("1/NĐ"),
            "news/2024/n.md": news("documents: [1-nd]"),
            "support/h.md": support("documents: [1-nd]"),
            "programmes/c.md": programme,
        },
    )
    mentioned = [card.url for card in related(found, "1-nd").mentioned]
    assert mentioned == ["/tin-tuc/n/", "/ho-tro/h/", "/chuong-trinh/c/"]


@pytest.mark.parametrize(
    ("relation", "slug", "other", "words"),
    [
        ("amends", "1-nd", (), "văn bản không thể sửa đổi hay thay thế chính nó. Hãy xóa dòng này."),
        (
            "replaces",
            "2-nd",
            ("date: 2020-02",),
            'văn bản "2/NĐ" ban hành sau văn bản này. Hãy xem lại ngày của hai văn bản.',
        ),
        (
            "amends",
            "2-nd",
            ("date: 2020-01-31", "amends: [1-nd]"),
            'văn bản "2/NĐ" cũng nêu văn bản này ở amends. Hãy giữ một chiều.',
        ),
    ],
)
def test_an_impossible_relation_is_reported_once(
    tmp_path: Path, relation: str, slug: str, other: tuple[str, ...], words: str
) -> None:
    one = document("1/NĐ", "date: 2020-01-31", f"{relation}: [{slug}]")
    said = problems(tmp_path, {"documents/a.md": one, "documents/b.md": document("2/NĐ", *other)})
    assert said == [f"content/documents/a.md:7: {relation}.0: {words}"]


@pytest.mark.parametrize(("date", "other"), [("2020-01", "2020-01-31"), ("2020-01-31", "2020"), ("2020", "2020-12")])
def test_a_document_may_amend_one_that_can_be_older_as_far_as_dates_are_known(
    tmp_path: Path, date: str, other: str
) -> None:
    later = document("2/NĐ", f"date: {date}", "amends: [1-nd]")
    assert problems(tmp_path, {"documents/a.md": document("1/NĐ", f"date: {other}"), "documents/b.md": later}) == []


def test_a_card_names_a_document_by_type_and_number(tmp_path: Path) -> None:
    one_file = {"documents/a.md": document("1/QĐ", "date: 2020", "file: a.pdf")}
    found = catalogue(tmp_path, {**one_file, "documents/a.pdf": "%PDF-1.4\n"})
    one = get(found, "1-qd")
    card = one.card(found)
    assert (card.title, card.summary, card.facts) == ("Quyết định 1/QĐ", "Văn bản", ("UBND tỉnh Đồng Nai",))
    assert card.date == PartialDate(2020)
    assert one.describe(found) == "Quyết định 1/QĐ của UBND tỉnh Đồng Nai: Văn bản"
    assert one.attached == (Attachment(file="a.pdf", title="1/QĐ: Văn bản"),)


def test_the_newest_stands_first_and_the_undated_last(tmp_path: Path) -> None:
    dates = ("date: 2020-05-01", "", "date: 2021", "date: 2020-06")
    files = {f"documents/{n}.md": document(f"{n}/QĐ", date) for n, date in enumerate(dates)}
    found = catalogue(tmp_path, files)
    assert [one.slug for one in found.all(LegalDocument)] == ["2-qd", "3-qd", "0-qd", "1-qd"]
    years = [
        one.value for one in listings(found.index, DOCUMENTS.key) if [two.facet.slug for two in one.chosen] == ["nam"]
    ]
    assert years == ["Năm 2021", "Năm 2020"]
