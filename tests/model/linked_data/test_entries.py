"""What entries say in the words of schema.org: only what is known."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from khuyencong.model.linked_data.dataset import DataSet, Download, data_catalogue, dataset
from khuyencong.model.linked_data.entries import entry_data
from khuyencong.model.linked_data.site import organization, publisher, website
from khuyencong.model.site import Identity, Site
from khuyencong.outputs.linked_data import json_ld
from tests.content import catalogue, document, entry, establishment, news, product, support
from tests.vocabulary import wrong

SITE = Site.blank().model_copy(update={"name": "Cổng", "short_name": "C", "url": "https://a.example"})
BASE = "https://khuyencong.example"


def told(folder: Path, path: str, files: Mapping[str, str | bytes]) -> dict[str, Any]:
    """Lay down content and give what the entry of one file says; empty when it says nothing."""
    made = catalogue(folder, files)
    row = next(row for row in made.index.rows if row.path == path)
    found = made.get(row.key, row.slug)
    assert found
    data = json.loads(json_ld(entry_data(found, made))) if entry_data(found, made) else {}
    assert not data or list(wrong(data)) == []
    data.pop("@context", None)
    return data


def test_an_establishment_is_a_business_with_the_address_of_its_source(tmp_path: Path) -> None:
    fields = (
        "address: {street: ấp 1, commune: xã An Ngãi, district: huyện Long Điền, province: Bà Rịa - Vũng Tàu}",
        "also_known_as: [Lò Cũ]",
        "founded: 1991",
        "website: https://lo.example/",
        "contact: {phone: 0254 000 000}",
    )
    data = told(tmp_path, "establishments/lo.md", {"establishments/lo.md": establishment(*fields, title="Lò")})
    assert (data["@type"], data["@id"], data["name"]) == ("LocalBusiness", f"{BASE}/co-so/lo/", "Lò")
    assert data["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "ấp 1",
        "addressLocality": "xã An Ngãi, huyện Long Điền",
        "addressRegion": "Bà Rịa - Vũng Tàu",
        "addressCountry": "VN",
    }
    assert (data["alternateName"], data["foundingDate"], data["url"]) == ("Lò Cũ", "1991", "https://lo.example/")
    assert data["telephone"] == "0254 000 000"
    assert "geo" not in data


@pytest.mark.parametrize("founded", ["khoảng 1968", "2007 (khi là DNTN)"])
def test_a_year_that_is_not_certain_is_no_date(tmp_path: Path, founded: str) -> None:
    files = {"establishments/lo.md": establishment(f"founded: {founded}")}
    assert "foundingDate" not in told(tmp_path, "establishments/lo.md", files)


def test_a_craft_village_is_a_place_and_no_business(tmp_path: Path) -> None:
    data = told(tmp_path, "establishments/lo.md", {"establishments/lo.md": establishment("kind: craft village")})
    assert data["@type"] == "Place"
    assert "address" not in data


def test_a_product_names_its_maker_and_its_awards_but_not_what_was_only_proposed(tmp_path: Path) -> None:
    awards = "recognitions: [{kind: OCOP, level: 4 sao, year: 2023}, {level: tỉnh, year: 2022, note: Mới là đề nghị.}]"
    files = {"establishments/lo.md": establishment(title="Lò"), "products/lu.md": product("establishment: lo", awards)}
    data = told(tmp_path, "products/lu.md", files)
    assert data["award"] == "OCOP 4 sao (năm 2023)"
    assert data["manufacturer"] == {"@type": "Organization", "@id": f"{BASE}/co-so/lo/", "name": "Lò"}
    assert "offers" not in data


def test_a_document_says_which_ones_it_changes_and_which_it_replaces(tmp_path: Path) -> None:
    files = {
        "documents/a.md": document("1/QĐ-UBND", "date: 2020-01-02"),
        "documents/b.md": document("2/QĐ-UBND", "date: 2021", "effective: 2021-03-01"),
        "documents/c.md": document("3/QĐ-UBND", "date: 2022-05", "amends: [2-qd-ubnd]", "replaces: [1-qd-ubnd]"),
    }
    data = told(tmp_path, "documents/c.md", files)
    assert (data["legislationIdentifier"], data["legislationDate"]) == ("3/QĐ-UBND", "2022-05")
    assert data["legislationChanges"] == {"@id": f"{BASE}/van-ban/2-qd-ubnd/"}
    assert data["legislationRepeals"] == {"@id": f"{BASE}/van-ban/1-qd-ubnd/"}
    assert "legislationLegalForce" not in data
    replaced = told(tmp_path, "documents/a.md", files)
    assert replaced["legislationLegalForce"] == {"@id": "https://schema.org/NotInForce"}
    amended = told(tmp_path, "documents/b.md", files)
    assert "legislationLegalForce" not in amended  # that it was amended does not say what is left of it
    assert amended["legislationDateOfApplicability"] == "2021-03-01"


def test_an_article_names_its_dates_its_author_and_what_it_is_about(tmp_path: Path) -> None:
    files = {
        "establishments/lo.md": establishment(title="Lò"),
        "news/a.md": news("updated: 2024-06", "author: Phòng Khuyến công", "establishments: [lo]", "tags: [muối, cá]"),
    }
    data = told(tmp_path, "news/a.md", files)
    assert (data["datePublished"], data["dateModified"]) == ("2024-05-01T00:00:00+07:00", "2024-06")
    assert data["author"] == {"@type": "Organization", "name": "Phòng Khuyến công"}
    assert data["mentions"] == {"@id": f"{BASE}/co-so/lo/"}
    assert data["keywords"] == "muối, cá"


def test_an_event_has_its_days_and_its_place_and_no_status(tmp_path: Path) -> None:
    text = entry("title: Hội chợ", "start: 2024-05-01", "end: 2024-05-03", "place: Bà Rịa", "kind: hoi-cho")
    data = told(tmp_path, "events/a.md", {"events/a.md": text})
    assert (data["startDate"], data["endDate"]) == ("2024-05-01", "2024-05-03")
    assert data["location"] == {"@type": "Place", "name": "Bà Rịa"}
    assert "eventStatus" not in data


def test_an_issue_belongs_to_the_bulletin_and_holds_its_articles(tmp_path: Path) -> None:
    text = entry("title: Số 1", "number: 1", "year: 2024", "sections: [{title: Tin, news: [a]}]")
    data = told(tmp_path, "bulletins/a.md", {"bulletins/a.md": text, "news/a.md": news()})
    assert (data["@type"], data["issueNumber"], data["datePublished"]) == ("PublicationIssue", 1, "2024")
    assert data["isPartOf"]["@type"] == "Periodical"
    assert data["hasPart"] == {"@id": f"{BASE}/tin-tuc/a/"}


def test_a_type_without_a_word_of_its_own_says_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, "support/a.md", {"support/a.md": support()}) == {}


def test_only_a_site_that_a_body_answers_for_is_an_authority() -> None:
    assert publisher(SITE).get("@type") == "Organization"
    identity = Identity(governing_body="Sở Công Thương", phone="0254 000 000", address="Số 1", email="a@a.example")
    body = organization(SITE.model_copy(update={"identity": identity}))
    assert dict(body.values) == {
        "@type": "GovernmentOrganization",
        "@id": "https://a.example/#to-chuc",
        "name": "Sở Công Thương",
        "url": "https://a.example/",
        "address": "Số 1",
        "telephone": "0254 000 000",
        "email": "a@a.example",
    }
    assert list(wrong(json.loads(json_ld([body])))) == []


def test_the_site_says_how_to_search_it() -> None:
    data = json.loads(json_ld([website(SITE)]))
    assert list(wrong(data)) == []
    assert data["potentialAction"]["target"]["urlTemplate"] == "https://a.example/tim-kiem/?q={tu_khoa}"
    assert data["potentialAction"]["query-input"] == "required name=tu_khoa"


def test_a_set_of_open_data_names_its_files_and_its_licence() -> None:
    files = (Download("/du-lieu/a.csv", "text/csv"),)
    made = DataSet("/du-lieu/co-so/", "Cơ sở", "Mọi cơ sở.", "v1", "/du-lieu/", "2026-11-22", files)
    data = json.loads(json_ld([dataset(made, SITE)]))
    assert list(wrong(data)) == []
    assert data["distribution"] == {
        "@type": "DataDownload",
        "contentUrl": "https://a.example/du-lieu/a.csv",
        "encodingFormat": "text/csv",
    }
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert (data["isAccessibleForFree"], data["version"]) == (True, "v1")
    assert data["includedInDataCatalog"] == {"@id": "https://a.example/du-lieu/"}


def test_all_sets_of_open_data_are_one_catalogue() -> None:
    made = data_catalogue("/du-lieu/", "Dữ liệu mở", "Mọi bộ.", ["/du-lieu/co-so/", "/du-lieu/van-ban/"], SITE)
    data = json.loads(json_ld([made]))
    assert list(wrong(data)) == []
    assert [one["@id"] for one in data["dataset"]] == [
        "https://a.example/du-lieu/co-so/",
        "https://a.example/du-lieu/van-ban/",
    ]
