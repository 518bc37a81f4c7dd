"""Abbreviations on a page: explained once, where running text uses them first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.abbreviations import explained
from khuyencong.build.templating import FILTERS
from khuyencong.model.glossary import Abbreviation, Glossary
from tests.templates.test_macros import environment

GLOSSARY = Glossary(
    abbreviations=(
        Abbreviation(short="CNNT", long="công nghiệp nông thôn"),
        Abbreviation(short="UBND", long="Ủy ban nhân dân"),
        Abbreviation(short="QĐ", long="quyết định"),
        Abbreviation(short="TP", long="thành phố"),
        Abbreviation(short="TP.HCM", long="thành phố Hồ Chí Minh"),
    )
)
MACRO = environment().get_template("macros/abbreviations.html").module.abbreviation  # type: ignore[attr-defined]
ABBR = re.compile(r"</?abbr[^>]*>")
PIECES = [
    *("CNNT", "UBND", "QĐ", "TP", "TP.HCM", " ", " và ", "12/QĐ-UBND", "TTCN", "CNNTX", "a"),
    *("<p>", "</p>", "<h2>CNNT</h2>", '<a title="CNNT" href="/CNNT/">', "</a>", "<code>UBND</code>", "<br>"),
]


def shown(html: str) -> str:
    """Explain, and write each explanation as [short]."""
    return as_shown(str(explained(html, GLOSSARY, MACRO).html))


def as_shown(html: str) -> str:
    """Write each explanation as [short]."""
    return re.sub(r'<abbr title="[^"]*">([^<]*)</abbr>', r"[\1]", html)


def test_the_first_use_is_explained_and_no_other() -> None:
    found = explained("<p>Cơ sở CNNT.</p><p>CNNT, UBND</p>", GLOSSARY, MACRO)
    assert found.html == (
        '<p>Cơ sở <abbr title="công nghiệp nông thôn">CNNT</abbr>.</p>'
        '<p>CNNT, <abbr title="Ủy ban nhân dân">UBND</abbr></p>'
    )
    assert [one.short for one in found.abbreviations] == ["CNNT", "UBND"]


@pytest.mark.parametrize(
    "quiet",
    [
        "<h1>{}</h1>",
        '<h3 id="x">{}</h3>',
        '<nav aria-label="Mục lục"><a href="#a">{}</a></nav>',
        '<article class="card card--artwork"><h3>x</h3><p>{}</p></article>',
        '<section class="sources stack"><ol><li>{}</li></ol></section>',
        '<p class="kicker">{}</p>',
        '<ul class="link-list"><li>{}</li></ul>',
        "<pre><code>{}</code></pre>",
        '<img alt="{0}" src="/{0}.png">',
        "<p>12/{0}-{0}, {0}X, X{0}, {0}-X, {0}/X</p>",
    ],
)
def test_some_places_are_passed_over(quiet: str) -> None:
    before = quiet.format("UBND")
    assert shown(f"{before}<p>UBND</p>") == f"{as_shown(before)}<p>[UBND]</p>"


@pytest.mark.parametrize("text", ["Ủy ban nhân dân (UBND)", "ủy ban nhân dân (UBND)", "UBND (Ủy ban nhân dân)"])
def test_what_the_text_explains_itself_is_left_alone(text: str) -> None:
    found = explained(f"<p>{text} và UBND</p>", GLOSSARY, MACRO)
    assert (found.html, found.abbreviations) == (f"<p>{text} và UBND</p>", ())


def test_an_abbreviation_that_its_writer_has_explained_is_left_alone() -> None:
    html = '<p><abbr title="do người viết ghi">UBND</abbr>, UBND, CNNT</p>'
    assert shown(html) == "<p>[UBND], UBND, [CNNT]</p>"


def test_the_longest_abbreviation_is_meant() -> None:
    assert shown("<p>TP.HCM, TP. Bà Rịa, TP.HCM</p>") == "<p>[TP.HCM], [TP]. Bà Rịa, TP.HCM</p>"


def test_without_abbreviations_nothing_changes() -> None:
    found = explained("<p>CNNT</p>", Glossary(), MACRO)
    assert (found.html, found.abbreviations) == ("<p>CNNT</p>", ())


@given(st.lists(st.sampled_from(PIECES), max_size=16).map(lambda parts: f"<div>{''.join(parts)}</div>"))
def test_text_and_tags_stay_and_each_abbreviation_is_explained_at_most_once(html: str) -> None:
    found = explained(html, GLOSSARY, MACRO)
    assert ABBR.sub("", found.html) == html
    explanations = re.findall(r'<abbr title="([^"]*)">([^<]*)</abbr>', found.html)
    assert explanations == [(one.long, one.short) for one in found.abbreviations]
    assert len(set(explanations)) == len(explanations)


def test_templates_know_the_filter() -> None:
    template = environment().from_string("{{ (text | explained(glossary, macro)).html }}")
    assert template.render(text="<p>CNNT</p>", glossary=GLOSSARY, macro=MACRO).startswith("<p><abbr title=")
    assert FILTERS["explained"] is explained
