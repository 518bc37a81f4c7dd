"""A template's hash is of all that it is made of, and of nothing else."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from khuyencong.build.closure import Closures

TEMPLATES = {
    "base.html": "{% block main %}{% endblock %}",
    "macros/card.html": "{% macro card(x) %}{{ x }}{% endmacro %}",
    "macros/list.html": '{% from "macros/card.html" import card %}{% macro all(xs) %}{% endmacro %}',
    "news.html": '{% extends "base.html" %}{% from "macros/list.html" import all %}',
    "page.html": '{% extends "base.html" %}',
    "odd.html": "{% include name %}",
}


def digest(name: str, **changes: str) -> str:
    """Hash a template after changes."""
    changed = {key.replace("__", "/").replace("_html", ".html"): text for key, text in changes.items()}
    return Closures(Environment(loader=DictLoader(TEMPLATES | changed), autoescape=True)).digest(name)


def test_a_change_far_below_changes_the_hash() -> None:
    assert digest("news.html", macros__card_html="{% macro card(x) %}!{% endmacro %}") != digest("news.html")


def test_a_change_elsewhere_does_not() -> None:
    assert digest("page.html", macros__card_html="{% macro card(x) %}!{% endmacro %}") == digest("page.html")


def test_a_computed_name_depends_on_every_template() -> None:
    assert digest("odd.html", page_html="anders") != digest("odd.html")
