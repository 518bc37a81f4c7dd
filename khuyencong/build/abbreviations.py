"""Says what abbreviations stand for where a page uses them first: one pass over the finished main part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2.runtime import Macro
from markupsafe import Markup

from khuyencong.model.glossary import Abbreviation, Glossary, any_of
from khuyencong.model.typography import IN_TEXT

_QUIET = re.compile(
    r"<(h[1-6]|nav|code|kbd|pre|samp|script|style|svg|textarea)\b.*?</\1>"
    r'|<article class="card.*?</article>|<section class="sources.*?</section>'
    r'|<p class="kicker.*?</p>|<ul class="link-list.*?</ul>',
    re.DOTALL,
)
"""Elements in which nothing is explained: headings and what stands above them, cards, links, sources, code."""


class Explained(NamedTuple):
    """The main part of a page with its abbreviations explained.

    Arguments:
        html: the main part.
        abbreviations: those that were explained, in the order in which a reader meets them.
    """

    html: Markup
    abbreviations: tuple[Abbreviation, ...]


def explained(html: str, glossary: Glossary, macro: Macro) -> Explained:
    """Explain each abbreviation in its first place in running text.

    Arguments:
        html: the main part of a page.
        glossary: what abbreviations stand for.
        macro: writes one abbreviation; it gets the short and the long form.
    """
    parts: list[str] = []
    used: list[Abbreviation] = []
    end = 0
    for place, one in _first_uses(html, glossary):
        parts += html[end : place.start()], macro(one.short, one.long)
        used.append(one)
        end = place.end()
    return Explained(Markup("".join([*parts, html[end:]])), tuple(used))  # noqa: S704 - escaped when it was rendered


def _first_uses(html: str, glossary: Glossary) -> Iterator[tuple[re.Match[str], Abbreviation]]:
    """Yield the first place of each abbreviation in running text, unless the text explains it there itself."""
    waiting = {one.short: one for one in glossary.abbreviations}
    quiet: list[tuple[int, int]] | None = None
    for place in _pattern(tuple(waiting)).finditer(html):
        if place[0] in waiting and not _is_part(html, place):
            quiet = [found.span() for found in _QUIET.finditer(html)] if quiet is None else quiet
            if not any(start <= place.start() < end for start, end in quiet):
                one = waiting.pop(place[0])
                if not _explains_itself(html, place, one.long):
                    yield place, one


@lru_cache(maxsize=8)
def _pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """Find abbreviations in texts, not in tags; begins with plain letters, which makes the search quick."""
    return re.compile(rf"(?:{any_of(shorts)})(?![\w/-]){IN_TEXT}")


def _is_part(html: str, place: re.Match[str]) -> bool:
    """Whether letters stand before it, or signs that make it a part of a number such as 2677/QĐ-UBND."""
    before = html[max(0, place.start() - 1) : place.start()]
    return before.isalnum() or before in ("/", "-", "_", ";")


def _explains_itself(html: str, place: re.Match[str], long: str) -> bool:
    """Whether the text says "Ủy ban nhân dân (UBND)", or the other way round, or its writer has put an `<abbr>`."""
    before = html[max(0, place.start() - len(long) - 2) : place.start()]
    after = html[place.end() : place.end() + len(long) + 2]
    if html.startswith("</abbr>", place.end()):
        return True
    return before.lower() == f"{long} (".lower() or after.lower() == f" ({long}".lower()
