"""The same items in the content formats of the four generators."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from bench.awards import Awards
from bench.items import Item
from bench.places import REAL, Page
from bench.sections import EMPTY_SECTIONS, SECTIONS

File: TypeAlias = tuple[str, str]
"""A path in the content folder, and the text."""

OUR_FOLDERS = {"co-so": "establishments", "san-pham": "products", "tin-tuc": "news"}
REPLACED = ("category", "sector", "group", "kind", "tags")
"""Fields of ours that mean something else to the others, or that their templates get as words."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/–-]|:(?=//))*(?<! )|\d{4}(?:-\d\d){0,2}|[1-9]\d{0,8}|0")
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


def ours(items: list[Item], pages: tuple[Page, ...]) -> Iterator[File]:
    """Yield the files of our format."""
    for item in items:
        year = f"{item.fields['date'][:4]}/" if item.kind == "tin-tuc" else ""
        fields = {"title": item.title, "summary": item.summary, **item.fields}
        yield f"{OUR_FOLDERS[item.kind]}/{year}{item.slug}.md", _front(fields) + item.body
    for page in pages:
        yield f"pages/{page.slug}.md", f"---\n{page.front}---\n{page.body}"


def copy_real(folder: Path) -> None:
    """Copy what the corpus shares with the real content as it is: settings, lists, places."""
    for name in ("site.yaml", "taxonomies.yaml"):
        shutil.copyfile(REAL / name, folder / name)
    shutil.copytree(REAL / "places", folder / "places")


def hugo(items: list[Item], pages: tuple[Page, ...]) -> Iterator[File]:
    """Yield Hugo's content files; each facet is a taxonomy."""
    for item in items:
        yield f"{item.kind}/{item.slug}.md", _front(_rival_fields(item)) + item.body
    for page in pages:
        yield f"{page.slug}.md", _front(_page_fields(page)) + page.body
    for section in (*SECTIONS, *EMPTY_SECTIONS):
        yield f"{section['key']}/_index.md", _front({"title": section["label"]})


def eleventy(items: list[Item], pages: tuple[Page, ...]) -> Iterator[File]:
    """Yield Eleventy's content files; a data file in each folder says which layout and address they have."""
    for item in items:
        yield f"{item.kind}/{item.slug}.md", _front(_rival_fields(item)) + item.body
    for page in pages:
        yield f"trang/{page.slug}.md", _front(_page_fields(page)) + page.body


def pelican(items: list[Item], pages: tuple[Page, ...]) -> Iterator[File]:
    """Yield plain Pelican's content files.

    Listings of news are authors and those of the others tags: in Pelican the length of a listing's page belongs
    to the kind of listing.
    """
    for item in items:
        fields = _rival_fields(item)
        listings = [item.kind, *(f"{item.kind}/{facet}/{one}" for facet, ones in item.values.items() for one in ones)]
        kept = {key: value for key, value in fields.items() if not key.startswith(f"{item.kind}-")}
        kept |= {
            "category": item.kind,
            "template": item.kind,
            "authors" if item.kind == "tin-tuc" else "tags": "; ".join(listings),
        }
        yield f"{item.kind}/{item.slug}.md", _lines(kept) + item.body
    for page in pages:
        yield f"pages/{page.slug}.md", _lines({**_page_fields(page), "template": "page"}) + page.body
    for section in EMPTY_SECTIONS:
        yield f"pages/{section['key']}.md", _lines({"title": section["label"], "template": "empty"})


WRITERS = {"ours": ours, "hugo": hugo, "eleventy": eleventy, "pelican": pelican}


def _rival_fields(item: Item) -> dict[str, Any]:
    """Give the fields that the templates of the others read; small texts of cards come ready made."""
    facet, values = next(iter(item.values.items()))
    fields: dict[str, Any] = {"title": item.title, "description": item.summary}
    fields |= {key: value for key, value in item.fields.items() if key not in REPLACED}
    fields |= {key: value for key, value in item.card.items() if value != ""}
    fields["facet_url"] = f"/{item.kind}/{facet}/{values[0]}/"
    if "recognitions" in fields:
        fields["recognitions"] = [_award(one) for one in fields["recognitions"]]
    if "address" in fields:
        fields["address"] = ", ".join(fields["address"].values())
    return fields | {f"{item.kind}-{facet}": values for facet, values in item.values.items() if values}


def _award(one: dict[str, Any]) -> dict[str, Any]:
    award = {"label": Awards.label(one), "year": one["year"], "rank": Awards.rank(one)}
    return award | ({"decision": one["decision"]} if "decision" in one else {})


def _page_fields(page: Page) -> dict[str, Any]:
    nav = page.fields.get("nav_title", page.fields["title"])
    return {"title": page.fields["title"], "description": page.fields.get("summary", ""), "nav_title": nav}


def _front(fields: dict[str, Any]) -> str:
    return "\n".join(["---", *_map(fields), "---"]) + "\n"


def _map(fields: dict[str, Any]) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, dict):
            yield f"{key}:"
            yield from (f"  {line}" for line in _map(value))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{key}:"
            for one in value:
                first, *rest = _map(one)
                yield from (f"  - {first}", *(f"    {line}" for line in rest))
        elif isinstance(value, list):
            yield f"{key}: [{', '.join(map(_in_list, value))}]"
        else:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: str | int) -> str:
    """Write a value as people do: bare where YAML reads the same text, otherwise in double quotes."""
    text = str(value)
    is_plain = isinstance(value, int) or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS)
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _in_list(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if "," in value else _scalar(value)


def _lines(fields: dict[str, Any]) -> str:
    """Write Pelican's own `Key: value` lines; what is not a text stands there as JSON."""
    lines = []
    for key, value in fields.items():
        name = "Summary" if key == "description" else key.capitalize()
        lines.append(f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines) + "\n"
