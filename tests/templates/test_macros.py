"""Every macro renders every example of macros/examples.yaml, in the environment that the site is built with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from lxml import etree, html

from khuyencong.build.templating import ENVIRONMENT, FILTERS
from khuyencong.model.frozen import frozen

TEMPLATES = Path(__file__).parents[2] / "themes" / "khuyencong" / "templates"
MACROS: dict[str, dict[str, Any]] = yaml.safe_load((TEMPLATES / "macros" / "examples.yaml").read_text("utf-8"))
EXAMPLES = [
    pytest.param(macro, example, id=f"{key}: {example['name']}")
    for key, macro in MACROS.items()
    for example in macro["examples"]
]
DECLARATION = re.compile(r"{%-?\s*macro\s+(\w+)\((.*?)\)\s*-?%}")


def environment() -> Environment:
    """Build the environment as Pelican does from pelicanconf.py."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), **ENVIRONMENT)  # noqa: S701 - ENVIRONMENT turns it on
    made.filters.update(FILTERS)
    return made


def render(macro: dict[str, Any], arguments: dict[str, Any]) -> str:
    """Call a macro as a template does that imports it."""
    module = environment().get_template(macro["file"]).module
    return str(getattr(module, macro["macro"])(**{name: frozen(value) for name, value in arguments.items()}))


@pytest.mark.parametrize(("macro", "example"), EXAMPLES)
def test_an_example_renders_what_it_promises(macro: dict[str, Any], example: dict[str, Any]) -> None:
    rendered = render(macro, example["arguments"])
    for text in example["expect"]:
        assert text in rendered
    if not example["expect"]:
        assert not rendered.strip()


@pytest.mark.parametrize(("macro", "example"), EXAMPLES)
def test_an_example_is_well_formed(macro: dict[str, Any], example: dict[str, Any]) -> None:
    rendered = render(macro, example["arguments"])
    parser = etree.HTMLParser(recover=False)
    if rendered.strip():
        html.fragment_fromstring(f"<div>{_known_to_libxml(rendered)}</div>", parser=parser)
    assert "None" not in rendered


@pytest.mark.parametrize(("macro", "example"), EXAMPLES)
def test_an_example_names_only_declared_arguments(macro: dict[str, Any], example: dict[str, Any]) -> None:
    assert set(example["arguments"]) <= set(macro["arguments"])


def test_every_macro_has_examples_and_its_arguments_are_described() -> None:
    declared = {
        found[1]: re.findall(r"(\w+)(?:=[^,]*)?", found[2])
        for path in sorted((TEMPLATES / "macros").glob("*.html"))
        for found in DECLARATION.finditer(path.read_text("utf-8"))
    }
    assert {key: list(macro["arguments"]) for key, macro in MACROS.items()} == declared
    assert all(macro["examples"] for macro in MACROS.values())


def test_only_the_rendered_body_skips_escaping() -> None:
    found = [
        f"{path.relative_to(TEMPLATES).as_posix()}: {line.strip()}"
        for path in sorted(TEMPLATES.rglob("*.*"))
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\|\s*safe\b|autoescape", line)
    ]
    assert found == [
        "epub/article.xhtml: {{ view.chapter.body | safe }}",
        "epub/front.xhtml: {{ view.book.body | safe }}",
        "layouts/entry.html: {{ view.body | safe }}",
    ]


def _known_to_libxml(fragment: str) -> str:
    """Rename the elements that libxml, which knows HTML 4, would refuse."""
    blocks = re.sub(r"(</?)(?:article|nav|section|figure|figcaption|details|summary|dialog)\b", r"\1div", fragment)
    inline = re.sub(r"(</?)(?:picture|time)\b", r"\1span", blocks)
    return re.sub(r"<source\b[^>]*>", "", inline)
