"""A template's hash is of all that it is made of, and of nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2.meta
import pytest

from khuyencong.build.closure import EVERY, _names_in, read_templates, template_digests
from khuyencong.build.store import Store
from tests.builds import ROOT

TEMPLATES = {
    "base.html": "{% block main %}{% endblock %}",
    "macros/card.html": "{% macro card(x) %}{{ x }}{% endmacro %}",
    "macros/list.html": '{% from "macros/card.html" import card %}{% macro all(xs) %}{% endmacro %}',
    "news.html": '{% extends "base.html" %}{% from "macros/list.html" import all %}',
    "page.html": '{% extends "base.html" %}',
    "odd.html": "{% include name %}",
}


def digests(folder: Path, templates: dict[str, str], store: Store) -> dict[str, str]:
    """Lay down templates and hash them."""
    for name, text in templates.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return template_digests(read_templates(folder), store)


def digest(name: str, **changes: str) -> str:
    """Hash a template after changes."""
    changed = {key.replace("__", "/").replace("_html", ".html"): text for key, text in changes.items()}
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "cache", "1")
        found = digests(Path(folder) / "templates", TEMPLATES | changed, store)
        store.close()
    return found[name]


def test_a_change_far_below_changes_the_hash() -> None:
    assert digest("news.html", macros__card_html="{% macro card(x) %}!{% endmacro %}") != digest("news.html")


def test_a_change_elsewhere_does_not() -> None:
    assert digest("page.html", macros__card_html="{% macro card(x) %}!{% endmacro %}") == digest("page.html")


def test_a_computed_name_depends_on_every_template() -> None:
    assert digest("odd.html", page_html="anders") != digest("odd.html")


def test_a_template_that_is_named_but_not_there_is_no_part() -> None:
    assert digest("page.html", page_html='{% include "none.html" ignore missing %}') != digest("page.html")


def test_templates_that_refer_to_each_other_have_a_hash() -> None:
    circle = {"page_html": '{% include "news.html" %}', "news_html": '{% include "page.html" %}'}
    assert digest("page.html", **circle) == digest("news.html", **circle)


def test_a_template_seen_before_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "cache", "1")
    before = digests(tmp_path / "templates", TEMPLATES, store)
    parsed: list[object] = []

    def note(tree: object) -> list[str]:
        parsed.append(tree)
        return []

    monkeypatch.setattr(jinja2.meta, "find_referenced_templates", note)
    assert digests(tmp_path / "templates", {}, store) == before
    assert parsed == []
    digests(tmp_path / "templates", {"page.html": "{% include other %}"}, store)
    assert len(parsed) == 1


def test_a_look_at_the_text_finds_what_parsing_finds() -> None:
    """The quick way must never miss a reference; in a comment it may find one too many."""
    templates = ROOT / "themes" / "khuyencong" / "templates"
    odd = ['{% include "a" ~ b %}', '{% include ["a", "b"] %}', "{%- from 'c' import d -%}", '{% extends "e" if f %}']
    for source in (*odd, *(path.read_text(encoding="utf-8") for path in templates.rglob("*.html"))):
        parsed = jinja2.meta.find_referenced_templates(jinja2.Environment(autoescape=True).parse(source))
        assert {EVERY if one is None else one for one in parsed} <= set(_names_in(source).splitlines())
