"""Rules on the style sheet: every rule of it styles something, and every token is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from cssselect import ExpressionError, SelectorError, parse
from cssselect.parser import Attrib, Class, Hash, Negation, Pseudo
from cssselect.parser import Element as TypeSelector
from cssselect.xpath import HTMLTranslator, XPathExpr
from lxml import etree

from khuyencong.checks.kinds import by_kind, fullest
from khuyencong.checks.pages import BuiltPage, BuiltSite
from khuyencong.model.problem import Problem

STATES = frozenset({
    "active", "checked", "disabled", "focus", "focus-visible", "focus-within", "hover", "indeterminate", "invalid",
    "link", "open", "placeholder-shown", "popover-open", "required", "target", "user-invalid", "visited",
})  # fmt: skip
"""Pseudo-classes that depend on what the reader does, so that any element may come to have them."""
SWITCHED = frozenset({"open", "hidden", "href"})
"""Attributes that the browser sets when the reader opens something, or whose value depends on what staff write."""
WRITTEN = frozenset({
    "abbr", "abbreviations", "blockquote", "tfoot", "hr", "h3", "h4", "img", "dl", "dt", "dd", "align-center",
    "align-right", *(f"tone-{number}" for number in range(12)),
})  # fmt: skip
"""Elements and classes that Markdown, the glossary and photos make: an article may have them tomorrow."""
GROUPS = frozenset({"layer", "media", "supports", "container"})
"""At-rules that hold rules; all others hold declarations or steps, which no element is matched with."""
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_QUOTED = re.compile(r'"[A-Za-z]\w*"')
_TOKEN = re.compile(r"--[\w-]+")


class Possible(HTMLTranslator):
    """Translates a selector into XPath for the elements that it may come to match: states and scripts allowed for.

    Arguments:
        set_by_scripts: every word of the site's scripts. A class, name or attribute that is one of them may be set
            by a script on any element, and an element that no page has may be made by one.
        on_pages: the names of all elements of the pages.
    """

    def __init__(self, set_by_scripts: frozenset[str], on_pages: frozenset[str]) -> None:
        super().__init__()
        self._set_by_scripts = set_by_scripts
        self._on_pages = on_pages

    def xpath_pseudo(self, pseudo: Pseudo) -> XPathExpr:
        """Let a state be there."""
        return self.xpath(pseudo.selector) if pseudo.ident in STATES else super().xpath_pseudo(pseudo)

    def xpath_class(self, class_selector: Class) -> XPathExpr:
        """Let a class be there that scripts set."""
        is_set = class_selector.class_name in self._set_by_scripts | WRITTEN
        return self.xpath(class_selector.selector) if is_set else super().xpath_class(class_selector)

    def xpath_hash(self, id_selector: Hash) -> XPathExpr:
        """Let a name be there that scripts set."""
        is_set = id_selector.id in self._set_by_scripts
        return self.xpath(id_selector.selector) if is_set else super().xpath_hash(id_selector)

    def xpath_attrib(self, selector: Attrib) -> XPathExpr:
        """Let an attribute be there that others than templates set; scripts call `data-text-size` also `textSize`."""
        in_scripts = re.sub(r"-(\w)", lambda letter: letter[1].upper(), selector.attrib.removeprefix("data-"))
        is_data = selector.attrib.startswith("data-") and in_scripts in self._set_by_scripts
        is_set = is_data or selector.attrib in self._set_by_scripts | SWITCHED
        return self.xpath(selector.selector) if is_set else super().xpath_attrib(selector)

    def xpath_negation(self, negation: Negation) -> XPathExpr:
        """Let what may be there be missing."""
        try:
            strictly = str(HTMLTranslator().xpath(negation.subselector))
        except ExpressionError:  # a state
            strictly = ""
        is_certain = strictly == str(self.xpath(negation.subselector))
        return super().xpath_negation(negation) if is_certain else self.xpath(negation.selector)

    def xpath_element(self, selector: TypeSelector) -> XPathExpr:
        """Let an element be there that scripts make."""
        name = selector.element
        is_named = name not in self._on_pages and name in self._set_by_scripts
        is_made = name in WRITTEN or is_named or f'"{name}"' in self._set_by_scripts
        return super().xpath_element(TypeSelector() if is_made else selector)


def unused_rules(site: BuiltSite) -> Iterator[Problem]:
    """Every selector of the style sheets may match an element of some page.

    Arguments:
        site: the finished site.
    """
    translator = Possible(script_words(site), frozenset(name for page in site.pages for name in _names(page)))
    first = set(fullest(by_kind(site.root)))
    pages = sorted(site.pages, key=lambda page: page.path not in first)
    for path in _files(site, ".css"):
        for line, selector in selectors((site.root / path).read_text(encoding="utf-8")):
            try:
                finders = {one.canonical(): etree.XPath(translator.selector_to_xpath(one)) for one in parse(selector)}
            except (ExpressionError, SelectorError) as error:
                yield Problem(path, line, "selector", f"{selector}: {error}; if it is a state, add it to STATES")
                continue
            for one, finder in finders.items():
                if not any(finder(page.tree) for page in pages):
                    yield Problem(path, line, "unused-rule", f"{one} matches no element of any page")


def unused_tokens(site: BuiltSite) -> Iterator[Problem]:
    """Every token that a style sheet sets is used by one, or by a script."""
    texts = {path: (site.root / path).read_text(encoding="utf-8") for path in _files(site, ".css")}
    scripts = " ".join((site.root / path).read_text(encoding="utf-8") for path in _files(site, ".js"))
    used = {name for text in texts.values() for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    used |= set(_TOKEN.findall(scripts))
    for path, text in texts.items():
        set_here = {found[1]: found.start(1) for found in re.finditer(r"[{;\s](--[\w-]+)\s*:", text)}
        for name in sorted(set_here.keys() - used):
            yield Problem(path, text.count("\n", 0, set_here[name]) + 1, "unused-token", f"{name} is never used")


def script_words(site: BuiltSite) -> frozenset[str]:
    """Give every word of the site's own scripts, and once more in quotes what stands in quotes alone: `"button"`."""
    texts = [(site.root / path).read_text(encoding="utf-8") for path in _files(site, ".js")]
    return frozenset(word for text in texts for word in [*_WORD.findall(text), *_QUOTED.findall(text)])


def selectors(source: str) -> Iterator[tuple[int, str]]:
    """Yield the selectors of a style sheet with their lines, those of nested rules too.

    Arguments:
        source: the style sheet.
    """
    yield from _selectors(tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True), "")


def _selectors(nodes: Iterable[Any], around: str) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword in GROUPS:
            yield from _selectors(_inner(node), around)
        elif node.type == "qualified-rule":
            own = tinycss2.serialize(node.prelude).strip()
            if around:
                own = own.replace("&", f":is({around})") if "&" in own else f":is({around}) {own}"
            yield node.source_line, " ".join(own.split())
            yield from _selectors(_inner(node), own)


def _inner(node: Any) -> list[Any]:
    nodes: list[Any] = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    return nodes


def _names(page: BuiltPage) -> Iterator[str]:
    return (element.tag for element in page.tree.iter(etree.Element))


def _files(site: BuiltSite, ending: str) -> list[str]:
    """Give the style sheets or scripts of the theme, which carry a hash in their names."""
    return sorted(path for path in site.files if re.search(rf"\.[0-9a-f]{{8}}{re.escape(ending)}$", path))
