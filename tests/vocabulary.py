"""The vocabulary of schema.org, as the package `schema-dts` (npm) declares it for TypeScript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.builds import ROOT

SOURCE = ROOT / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]*?) \{(.*?)^\}", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^    "([\w-]+)"\?: SchemaValue<(.*), "[\w-]+">;$', re.MULTILINE)
_ALIAS = re.compile(r"^export type (\w+) = (.*);$", re.MULTILINE)
_CONSTANT = re.compile(r'"https://schema\.org/(\w+)"')
TEXTS = frozenset({"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType", "PronounceableText"})
INPUT = re.compile(r"[a-z]\w*-(?:input|output)")
"""A property of a search: it says how a value is filled in (schema.org/docs/actions.html)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Types, and what may be said of them.

    Arguments:
        parents: the types that a type is one of, directly.
        properties: the properties that a type itself declares, with the types of their values.
        named: the things that have names, such as `InForce`, with their types.
    """

    parents: Mapping[str, frozenset[str]]
    properties: Mapping[str, Mapping[str, frozenset[str]]]
    named: Mapping[str, str]

    def lineage(self, name: str) -> frozenset[str]:
        """Give a type with all that it is one of."""
        found = {name}
        for parent in self.parents[name]:
            found |= self.lineage(parent)
        return frozenset(found)

    def expected(self, name: str) -> dict[str, frozenset[str]]:
        """Give the properties of a type, its own and those of all that it is one of."""
        return {key: value for one in self.lineage(name) for key, value in self.properties.get(one, {}).items()}


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary."""
    source = SOURCE.read_text(encoding="utf-8")
    parents: dict[str, set[str]] = {}
    properties: dict[str, dict[str, frozenset[str]]] = {}
    for name, kind, extended, body in _INTERFACE.findall(source):
        found = {one.strip().removesuffix("Base") for one in extended.split(",")}
        above = {one for one in found if "<" not in one and one not in (name, "IdReference")}
        parents.setdefault(name, set()).update(above)
        if kind == "Base":
            properties[name] = {key: frozenset(types.split(" | ")) for key, types in _PROPERTY.findall(body)}
    named = {one: name for name, value in _ALIAS.findall(source) for one in _CONSTANT.findall(value)}
    return Vocabulary({name: frozenset(found) for name, found in parents.items()}, properties, named)


def wrong(data: Mapping[str, Any]) -> Iterator[str]:
    """Say what in a thing and in the things within it does not agree with the vocabulary."""
    words = vocabulary()
    name = data["@type"]
    if name not in words.parents:
        yield f"there is no type {name}"
        return
    expected = words.expected(name)
    for key, value in data.items():
        if key.startswith("@") or INPUT.fullmatch(key):
            continue
        if key not in expected:
            yield f"{name} has no {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _wrong_value(f"{name}.{key}", one, expected[key])


def _wrong_value(where: str, value: Any, expected: frozenset[str]) -> Iterator[str]:
    words = vocabulary()
    if isinstance(value, dict) and "@type" in value:
        yield from wrong(value)
        if value["@type"] in words.parents and expected.isdisjoint(words.lineage(value["@type"])):
            yield f"{where} is no {value['@type']}"
    elif isinstance(value, dict):
        constant = value["@id"].removeprefix("https://schema.org/")
        if constant != value["@id"] and words.named.get(constant) not in expected:
            yield f"{where} is not {constant}"
    elif isinstance(value, bool):
        if "Boolean" not in expected:
            yield f"{where} is not true or false"
    elif isinstance(value, int):
        if expected.isdisjoint({"Integer", "Number"}):
            yield f"{where} is no number"
    elif expected.isdisjoint(TEXTS):
        yield f"{where} is no text"
