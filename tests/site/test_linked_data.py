"""What the pages of the real site say to machines: in words that exist, and the same that they show to people."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from khuyencong.checks.pages import BuiltPage, BuiltSite, read_site
from khuyencong.model.dates import PartialDate
from tests.vocabulary import vocabulary, wrong

pytestmark = pytest.mark.site

KINDS = {
    "co-so": {"LocalBusiness", "Place"},
    "san-pham": {"Product"},
    "van-ban": {"Legislation"},
    "su-kien": {"Event"},
    "tin-tuc": {"NewsArticle"},
    "ban-tin": {"PublicationIssue"},
}


@pytest.fixture(scope="module")
def pages(site: Path) -> BuiltSite:
    """Read the site once, without the pages at old addresses, which tell of nothing."""
    found = read_site(site)
    return replace(found, pages=tuple(one for one in found.pages if not one.leads_on))


def data_of(page: BuiltPage) -> list[dict[str, Any]]:
    """Give the things that a page tells of."""
    data = json.loads(page.tree.xpath('string(//script[@type="application/ld+json"])'))
    things: list[dict[str, Any]] = data.get("@graph", [data])
    return things


def text_of(page: BuiltPage, path: str = "//main") -> str:
    """Give what readers see of a part of a page, with single spaces."""
    found = page.tree.xpath(f"({path})[1]//text()[not(parent::script)]")
    return " ".join("".join(found).split())


def spaced(text: str) -> str:
    """Write a text with single spaces."""
    return " ".join(text.split())


def test_the_vocabulary_is_read_whole() -> None:
    words = vocabulary()
    assert len(words.parents) > 800
    assert {"LocalBusiness", "Organization", "Place", "Thing"} <= words.lineage("LocalBusiness")
    assert "headline" in words.expected("NewsArticle")
    assert list(wrong({"@type": "Product", "legislationDate": "2024"})) == ["Product has no legislationDate"]
    assert list(wrong({"@type": "Produkt"})) == ["there is no type Produkt"]
    assert list(wrong({"@type": "Event", "location": {"@type": "Product"}})) == ["Event.location is no Product"]
    force = {"@type": "Legislation", "legislationLegalForce": {"@id": "https://schema.org/EventScheduled"}}
    assert list(wrong(force)) == ["Legislation.legislationLegalForce is not EventScheduled"]


def test_every_type_and_every_property_is_in_the_vocabulary(pages: BuiltSite) -> None:
    assert {page.path: found for page in pages.pages for one in data_of(page) if (found := list(wrong(one)))} == {}


def test_every_entry_is_a_thing_of_its_kind(pages: BuiltSite) -> None:
    seen: dict[str, set[str]] = {}
    for page in pages.pages:
        first = data_of(page)[0]
        folder = page.path.split("/")[0]
        if "@id" in first and folder in KINDS:
            seen.setdefault(folder, set()).add(first["@type"])
    assert seen == KINDS


def test_the_breadcrumbs_for_machines_are_those_for_people(pages: BuiltSite) -> None:
    for page in pages.pages:
        shown = [
            spaced("".join(one.itertext())) for one in page.tree.xpath('//nav[contains(@class, "breadcrumbs")]//li')
        ]
        shown += [spaced(one) for one in page.tree.xpath('//meta[@property="og:title"]/@content')] if shown else []
        told = [one for one in data_of(page) if one["@type"] == "BreadcrumbList"]
        assert [spaced(one["name"]) for crumbs in told for one in crumbs["itemListElement"]] == shown, page.path


def test_an_article_says_the_dates_that_it_shows(pages: BuiltSite) -> None:
    articles = [page for page in pages.pages if data_of(page)[0]["@type"] == "NewsArticle"]
    assert articles
    for page in articles:
        data = data_of(page)[0]
        shown = page.tree.xpath("//article[1]/header//time/@datetime")
        told = [data["datePublished"], *([data["dateModified"]] if "dateModified" in data else [])]
        assert [PartialDate.parse(day).zoned for day in shown] == told
        assert spaced(data["headline"]) == text_of(page, "//h1")
        assert spaced(data["articleSection"]) == text_of(page, '//p[@class="kicker"]')
        assert spaced(data["author"]["name"]) in text_of(page, "//header[contains(@class, 'entry__header')]")


@pytest.mark.parametrize("kind", ["LocalBusiness", "Place", "Product", "Legislation", "Event"])
def test_what_machines_are_told_stands_on_the_page(pages: BuiltSite, kind: str) -> None:
    told = [(page, data_of(page)[0]) for page in pages.pages if data_of(page)[0]["@type"] == kind]
    assert told
    for page, data in told:
        shown = text_of(page)
        for text in facts(data):
            assert spaced(text) in shown, (page.path, text)


def facts(data: dict[str, Any]) -> list[str]:
    """List the texts of a thing that its page must show in the same words."""
    address = data.get("address", {})
    listed = (data.get("alternateName", []), data.get("award", []), data.get("category", []))
    several = [one for value in listed for one in (value if isinstance(value, list) else [value])]
    places = [
        part for key in ("streetAddress", "addressLocality", "addressRegion") for part in [address.get(key)] if part
    ]
    others = [data.get("legislationIdentifier"), data.get("legislationPassedBy", {}).get("name")]
    others += [data.get("location", {}).get("name"), data.get("manufacturer", {}).get("name"), data.get("foundingDate")]
    awards = [one.split(" (")[0] for one in several]
    return [*awards, *places, *(one for one in others if one)]


def test_no_page_claims_to_be_of_an_authority_while_none_answers_for_it(pages: BuiltSite) -> None:
    assert not any("GovernmentOrganization" in json.dumps(data_of(page)) for page in pages.pages)
