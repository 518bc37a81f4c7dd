"""Rule on the way to a page: everything is a few clicks from the home page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from khuyencong.checks.pages import INDEX, NOT_FOUND, PATTERNS, BuiltPage, BuiltSite, is_outside, resolve
from khuyencong.model.problem import Problem

MOST_CLICKS = 4


def clicks(site: BuiltSite) -> Mapping[str, int]:
    """Count for each page that can be reached how many clicks it is from the home page."""
    pages = {page.path: page for page in site.pages}
    found = {INDEX: 0} if INDEX in pages else {}
    waiting = deque(found)
    while waiting:
        path = waiting.popleft()
        for target in _linked(pages[path]):
            if target in pages and target not in found:
                found[target] = found[path] + 1
                waiting.append(target)
    return found


def _linked(page: BuiltPage) -> Iterator[str]:
    for element in page.tree.iter("a", "area"):
        address = (element.get("href") or "").strip()
        if address and not is_outside(address):
            yield resolve(page.path, address).path


def few_clicks(site: BuiltSite) -> Iterator[Problem]:
    """Every page can be reached from the home page by following at most four links."""
    distances = clicks(site)
    for page in site.pages:
        distance = distances.get(page.path)
        if page.path in (NOT_FOUND, PATTERNS) or page.leads_on:
            continue
        if distance is None:
            yield page.problem("reach", "no way leads here from the home page")
        elif distance > MOST_CLICKS:
            yield page.problem("reach", f"{distance} clicks from the home page, more than {MOST_CLICKS}")
