"""Nothing inline, nothing that runs."""

from __future__ import annotations

import pytest

from khuyencong.checks import safety
from khuyencong.checks.rules import PageRule
from tests.checks.pages import GOOD, in_body, messages, page


@pytest.mark.parametrize(
    "rule", [safety.nothing_inline, safety.no_event_handlers, safety.safe_schemes, safety.nothing_embedded]
)
def test_a_good_page_keeps_every_rule(rule: PageRule) -> None:
    assert messages(rule, page(GOOD)) == []


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ("<style>a{}</style>", "<style> in the page"),
        ("<script>alert(1)</script>", "<script> with its code in the page"),
        ("<script></script>", "<script> with its code in the page"),
        ('<script src="a.js">alert(1)</script>', "<script> with its code in the page"),
        ('<p style="color:red">a</p>', "<p style='color:red'>"),
    ],
)
def test_inline_styles_and_scripts_are_found(fragment: str, message: str) -> None:
    assert messages(safety.nothing_inline, in_body(fragment)) == [message]


@pytest.mark.parametrize(
    "tag",
    [
        '<script type="application/json">{}</script>',
        '<script type="application/ld+json" src="a.js">{}</script>',
        '<script type="module">a()</script>',
        '<script type="application/ld+json" defer>{}</script>',
    ],
)
def test_only_data_in_the_words_of_schema_org_may_stand_in_a_page(tag: str) -> None:
    assert messages(safety.nothing_inline, in_body(tag)) == ["<script> with its code in the page"]
    data = '<script type="application/ld+json">{"@type":"Thing"}</script>'
    assert messages(safety.nothing_inline, in_body(data)) == []


def test_a_script_in_a_file_is_right() -> None:
    assert messages(safety.nothing_inline, in_body('<script src="a.js" defer></script>')) == []


@pytest.mark.parametrize("attribute", ["onclick", "onerror", "ONLOAD", "OnFocus"])
def test_event_handlers_are_found(attribute: str) -> None:
    found = messages(safety.no_event_handlers, in_body(f'<a href="x" {attribute}="a()">a</a>'))
    assert found == [f"<a> has {attribute.lower()}"]


def test_words_that_only_contain_on_are_right() -> None:
    assert messages(safety.no_event_handlers, in_body('<p data-onclick="a" lang="onn" content="on">a</p>')) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java&#115;cript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
    ],
)
def test_addresses_that_run_or_carry_data_are_found(address: str) -> None:
    assert len(messages(safety.safe_schemes, in_body(f'<a href="{address}">a</a>'))) == 1


@pytest.mark.parametrize(
    "address", ["https://a.example/", "http://a.example/", "mailto:a@b.example", "tel:+84", "../a:b/", "#a:b", "?q=a:b"]
)
def test_web_mail_telephone_and_the_sites_own_addresses_are_right(address: str) -> None:
    assert messages(safety.safe_schemes, in_body(f'<a href="{address}">a</a>')) == []


@pytest.mark.parametrize("tag", ["iframe", "object", "embed", "base"])
def test_embedded_pages_are_found(tag: str) -> None:
    assert messages(safety.nothing_embedded, in_body(f"<{tag}>")) == [f"<{tag}> in the page"]
