"""Which templates a template is made of, and the hash of them all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from khuyencong.build.patterns import EXAMPLES
from khuyencong.build.store import Store

_REFERENCE = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b")
_LITERAL = re.compile(
    r"""{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"'\\\n]+)["']\s*"""
    r"""(?=[-+]?%}|(?:import|as|with|without|ignore)\b)"""
)
"""References that a look at the text tells for certain; for others the template is parsed, which takes long."""

ENDINGS = (".html", ".xml", ".txt")
"""How the names of templates end: pages; feeds and site maps; the file for search engines."""

EVERY = "*"
"""Stands for every template, where a template computes the name of another."""


def read_templates(templates: Path) -> dict[str, str]:
    """Read all templates of a theme, and the examples of its macros, by name.

    Arguments:
        templates: the folder of the templates; editors leave files of other names there.
    """
    found = (path for ending in ENDINGS for path in templates.rglob(f"[!.]*{ending}"))
    paths = [*sorted(found), *templates.glob(EXAMPLES)]
    return {path.relative_to(templates).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def template_digests(sources: Mapping[str, str], store: Store) -> dict[str, str]:
    """Hash each template with everything that it extends, includes and imports.

    Arguments:
        sources: the templates by name.
        store: remembers what templates refer to, by their content.
    """
    hashes = {name: hashlib.sha256(source.encode()).hexdigest() for name, source in sources.items()}
    referred = _referred(sources, hashes, store)
    return {name: _digest(name, hashes, referred) for name in sources}


def _digest(name: str, hashes: Mapping[str, str], referred: Mapping[str, list[str]]) -> str:
    members: set[str] = set()
    waiting = [name]
    while waiting:
        member = waiting.pop()
        if member in hashes and member not in members:
            members.add(member)
            waiting += hashes if EVERY in referred[member] else referred[member]
    return hashlib.sha256("".join(f"{one} {hashes[one]}\n" for one in sorted(members)).encode()).hexdigest()


def _referred(sources: Mapping[str, str], hashes: Mapping[str, str], store: Store) -> dict[str, list[str]]:
    """Give the names that each template refers to."""
    keys = {name: f"template {digest}" for name, digest in hashes.items()}
    known = store.get_all(keys.values())
    fresh = {keys[name]: _names_in(source).encode() for name, source in sources.items() if keys[name] not in known}
    store.put_all(fresh)
    return {name: (known.get(key) or fresh.get(key, b"")).decode().splitlines() for name, key in keys.items()}


def _names_in(source: str) -> str:
    """List the templates that a template refers to, one on each line."""
    names = _LITERAL.findall(source)
    if len(names) == len(_REFERENCE.findall(source)):
        return "\n".join(sorted(set(names)))
    from jinja2 import Environment, meta  # noqa: PLC0415 - not needed while no template changes

    found = meta.find_referenced_templates(Environment(autoescape=True).parse(source))
    return "\n".join(sorted({EVERY if one is None else one for one in found}))
