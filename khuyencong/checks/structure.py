"""Rules on the skeleton of a page: headings, names within the page, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from khuyencong.checks.pages import BuiltPage, text_of
from khuyencong.model.problem import Problem

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def one_h1(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one h1, and it says something."""
    found = list(page.tree.iter("h1"))
    if len(found) != 1:
        yield page.problem("one-h1", f"{len(found)} <h1> elements instead of 1")
    elif not text_of(found[0]):
        yield page.problem("one-h1", "<h1> is empty", found[0])


def headings_in_order(page: BuiltPage) -> Iterator[Problem]:
    """Headings begin with h1 and never skip a level downwards."""
    above = 0
    for heading in page.tree.iter(*HEADINGS):
        level = int(heading.tag[1])
        if level > above + 1:
            before = f"after <h{above}>" if above else "as the first heading"
            yield page.problem("headings", f"<h{level}> {before}: {text_of(heading)!r}", heading)
        above = level


def unique_ids(page: BuiltPage) -> Iterator[Problem]:
    """No name within the page is given twice."""
    seen: set[str] = set()
    for element in page.tree.xpath("//*[@id]"):
        name = element.get("id")
        if name in seen:
            yield page.problem("unique-id", f"the id {name!r} is given twice", element)
        seen.add(name)


def pictures(page: BuiltPage) -> Iterator[Problem]:
    """Every picture has `alt` (empty when it only decorates), and its size, so that nothing jumps while loading."""
    for image in page.tree.iter("img"):
        for attribute in ("alt", "width", "height"):
            if image.get(attribute) is None:
                yield page.problem("picture", f"<img src={image.get('src')!r}> has no {attribute}", image)


def automatic_sizes(page: BuiltPage) -> Iterator[Problem]:
    """Sizes that begin with `auto` belong to a picture that loads when it is needed, as its width is known only then.

    The W3C's checker looks at the next element only, so it is wrong about the first of several sources; this rule
    stands in for it, see the Makefile.
    """
    for source in page.tree.xpath('//source[starts-with(@sizes, "auto")]'):
        # The parser does not know that a source holds nothing, so the picture may stand within it.
        if source.xpath("string(ancestor::picture//img/@loading)") != "lazy":
            yield page.problem("picture", 'sizes="auto" of a picture that is not loading="lazy"', source)


def main_landmark(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one main part, which the skip link leads to."""
    found = list(page.tree.iter("main"))
    if len(found) != 1:
        yield page.problem("main", f"{len(found)} <main> elements instead of 1")
