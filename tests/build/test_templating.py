"""What templates may use, and that nothing they remember is ever out of date."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from khuyencong.build.closure import read_templates
from khuyencong.build.templating import among, make_environment
from khuyencong.model.view import Card, Link

USE = '{% from "cards.html" import card %}{{ card | remembered(one, 2) }}'


def theme(folder: Path, card: str = "<h{{ level }}>{{ one.title }}</h{{ level }}>") -> Environment:
    """Make an environment with two templates."""
    folder.mkdir()
    (folder / "cards.html").write_text(f"{{% macro card(one, level) %}}{card}{{% endmacro %}}", encoding="utf-8")
    (folder / "page.html").write_text(USE, encoding="utf-8")
    return make_environment(read_templates(folder), folder / "compiled" / "1")


def test_what_is_remembered_is_what_the_macro_makes_escaped_once(tmp_path: Path) -> None:
    page = theme(tmp_path / "theme").get_template("page.html")
    assert [page.render(one=Card("/a/", "Một & hai")) for _ in range(2)] == ["<h2>Một &amp; hai</h2>"] * 2
    assert page.render(one=Card("/a/", "Ba")) == "<h2>Ba</h2>"


def test_macros_of_another_edition_of_the_templates_are_not_mixed_up(tmp_path: Path) -> None:
    one = Card("/a/", "Một")
    assert theme(tmp_path / "before").get_template("page.html").render(one=one) == "<h2>Một</h2>"
    assert theme(tmp_path / "after", "{{ one.url }}").get_template("page.html").render(one=one) == "/a/"


def test_a_macro_is_made_once_for_the_same_arguments(tmp_path: Path) -> None:
    calls: list[str] = []
    environment = theme(tmp_path / "theme", "{{ one.title | noted }}")
    environment.filters["noted"] = calls.append
    for _ in range(3):
        environment.get_template("page.html").render(one=Card("/a/", "Chỉ một lần"))
    assert calls == ["Chỉ một lần"]


def test_what_may_change_cannot_be_remembered(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="unhashable"):
        theme(tmp_path / "theme").get_template("page.html").render(one={"title": "Một"})


def test_an_address_is_known_among_links() -> None:
    links = (Link("/co-so/", "Cơ sở"), Link("/tin-tuc/", "Tin tức"))
    assert among("/tin-tuc/", links) == "/tin-tuc/"
    assert among("/tin-tuc/a/", links) == ""


def test_an_unknown_name_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        theme(tmp_path / "theme", "{{ range(3) }}").get_template("page.html").render(one=Card("/a/", "Một"))
