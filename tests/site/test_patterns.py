"""The pattern page shows every macro with every example, each id once, and no search engine lists it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from markupsafe import Markup

from khuyencong.build.patterns import EXAMPLES, apart, pattern_view
from khuyencong.checks.pages import PATTERNS, BuiltPage, parse_page, text_of
from khuyencong.outputs.assets import collect
from tests.builds import ROOT

pytestmark = pytest.mark.site

THEME = ROOT / "themes" / "khuyencong"
SOURCE = (THEME / "templates" / EXAMPLES).read_text(encoding="utf-8")


def page(site: Path) -> BuiltPage:
    """Read the pattern page."""
    return parse_page(PATTERNS, (site / PATTERNS).read_bytes())


def test_every_macro_and_every_example_is_there(site: Path) -> None:
    shown = page(site).tree
    macros = yaml.safe_load(SOURCE)
    assert [text_of(one) for one in shown.xpath("//main//h2[code]")] == [one["macro"] for one in macros.values()]
    names = [str(example["name"]) for one in macros.values() for example in one["examples"]]
    assert [text_of(one) for one in shown.xpath('//main//h3[@lang="en"]')] == names


def test_no_id_stands_twice_and_every_reference_within_the_page_leads_somewhere(site: Path) -> None:
    shown = page(site).tree
    ids = Counter(shown.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    labels = {name for value in shown.xpath("//@aria-labelledby | //@for") for name in value.split()}
    assert labels <= set(ids)


def test_search_engines_are_kept_out_and_no_page_leads_there(site: Path) -> None:
    assert "noindex" in page(site).tree.xpath("/html/head/meta[@name='robots']/@content")
    assert "mau-giao-dien" not in (site / "index.html").read_text(encoding="utf-8")


def test_the_view_is_plain_data_with_the_files_of_the_theme() -> None:
    assets = collect(THEME / "static").addresses
    view = pattern_view(SOURCE, assets)
    assert hash(view) == hash(pattern_view(SOURCE, assets))
    (header,) = (one for one in view.patterns if one.name == "site_header")
    assert header.examples[0].arguments["icon"] == assets["icon.svg"]


def test_ids_and_what_refers_to_them_are_renamed_together() -> None:
    html = Markup('<p id="a">&lt;</p><a href="#a">x</a><a href="/b#a">y</a><nav aria-labelledby="a"></nav>')
    assert apart(html, "m") == Markup(
        '<p id="m_a">&lt;</p><a href="#m_a">x</a><a href="/b#a">y</a><nav aria-labelledby="m_a"></nav>'
    )
