"""The pattern page: every macro of the theme with its examples, which are also the fixtures of its test."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from khuyencong.model.frozen import FrozenMapping, frozen
from khuyencong.model.view import Head, Link

URL = "/mau-giao-dien/"
EXAMPLES = "macros/examples.yaml"
_ASSET = "asset:"
"""Begins a text that names one of the theme's files, for an example that shows a picture."""
_NAMES = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby)="|\shref="#)([^"]+)"')


@dataclass(frozen=True, slots=True)
class Example:
    """One way to call a macro.

    Arguments:
        name: what it shows.
        arguments: what the macro is given.
        mark: tells its ids apart from those of the other examples.
    """

    name: str
    arguments: FrozenMapping
    mark: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One macro.

    Arguments:
        name: its name.
        file: the template that holds it.
        arguments: its arguments in order, each with what it means.
        examples: ways to call it.
        within: `table`, `row` or `figure` for what can stand nowhere else; empty for what stands by itself.
    """

    name: str
    file: str
    arguments: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    within: str


@dataclass(frozen=True, slots=True)
class PatternView:
    """What the pattern page sees.

    Arguments:
        head: see Head.
        patterns: every macro, in the order of the examples' file.
    """

    head: Head
    patterns: tuple[Pattern, ...]


def pattern_view(examples: str, assets: Mapping[str, str]) -> PatternView:
    """Read the examples.

    Arguments:
        examples: the text of `macros/examples.yaml`.
        assets: addresses of the theme's files by name.
    """
    import yaml  # noqa: PLC0415 - only a change of the theme needs it

    macros = yaml.load(examples, yaml.CSafeLoader)
    head = Head(
        URL,
        "Mẫu giao diện",
        "Mọi thành phần của giao diện, kèm ví dụ. Trang này dành cho người làm trang web.",
        breadcrumbs=(Link("/", "Trang chủ"),),
    )
    return PatternView(head, tuple(_pattern(key, macro, assets) for key, macro in macros.items()))


def _pattern(key: str, macro: Mapping[str, Any], assets: Mapping[str, str]) -> Pattern:
    examples = tuple(
        Example(str(one["name"]), _arguments(one["arguments"], assets), f"{key}_{number}")
        for number, one in enumerate(macro["examples"], 1)
    )
    arguments = tuple((name, str(meaning)) for name, meaning in macro["arguments"].items())
    return Pattern(macro["macro"], macro["file"], arguments, examples, macro.get("within", ""))


def _arguments(given: Mapping[str, Any], assets: Mapping[str, str]) -> FrozenMapping:
    """Freeze the arguments of an example; the files that it names are those of the theme."""
    shown = {name: assets if name == "assets" else _with_assets(value, assets) for name, value in given.items()}
    return FrozenMapping({name: value if name == "assets" else frozen(value) for name, value in shown.items()})


def _with_assets(value: Any, assets: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return assets[value.removeprefix(_ASSET)] if value.startswith(_ASSET) else value
    if isinstance(value, dict):
        return {key: _with_assets(part, assets) for key, part in value.items()}
    return [_with_assets(part, assets) for part in value] if isinstance(value, list) else value


def apart(html: Markup, mark: str) -> Markup:
    """Make the ids of an example its own: on the pattern page it stands beside others of its kind.

    Arguments:
        html: what the macro made.
        mark: is put before each id and each reference to one.
    """
    return Markup(_NAMES.sub(rf'\g<1>{mark}_\g<2>"', str(html)))  # noqa: S704 - it was markup before
