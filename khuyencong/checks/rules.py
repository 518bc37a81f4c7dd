"""Every rule, and the one function that applies them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from khuyencong.checks import head, links, reach, safety, structure, text, words
from khuyencong.checks.pages import BuiltPage, BuiltSite, read_site
from khuyencong.model.problem import Problem

PageRule = Callable[[BuiltPage], Iterator[Problem]]
SiteRule = Callable[[BuiltSite], Iterator[Problem]]

PAGE_RULES: tuple[PageRule, ...] = (
    head.language,
    head.title,
    head.description,
    head.canonical,
    head.other_forms_not_indexed,
    structure.one_h1,
    structure.headings_in_order,
    structure.unique_ids,
    structure.pictures,
    structure.main_landmark,
    safety.nothing_inline,
    safety.no_event_handlers,
    safety.safe_schemes,
    safety.nothing_embedded,
    links.links_work_anywhere,
    links.nothing_from_outside,
    text.no_leftovers,
    text.whole_letters,
    words.vietnamese_forms,
)
"""Rules that need one page."""

READ_PAGE_RULES: tuple[PageRule, ...] = (head.dublin_core, head.linked_data)
"""The same for pages that people read; one that leads on to another says nothing of itself."""

SITE_RULES: tuple[SiteRule, ...] = (
    head.unique_titles,
    head.one_base,
    links.links_lead_somewhere,
    links.style_sheets,
    reach.few_clicks,
)
"""Rules that need the whole site."""


def check_output(output: Path) -> list[Problem]:
    """Apply every rule to the finished site.

    Arguments:
        output: the output folder.

    Returns:
        Everything that is wrong, in order of file and line.
    """
    return check_site(read_site(output))


def check_site(site: BuiltSite) -> list[Problem]:
    """Apply every rule to a site that is already read."""
    if not site.pages:
        return [Problem("index.html", 1, "pages", "there is no page at all")]
    of_pages = [problem for page in site.pages for rule in _rules_for(page) for problem in rule(page)]
    of_site = [problem for rule in SITE_RULES for problem in rule(site)]
    return sorted(of_pages + of_site)


def _rules_for(page: BuiltPage) -> Iterator[PageRule]:
    yield from PAGE_RULES
    if not page.leads_on:
        yield from READ_PAGE_RULES
