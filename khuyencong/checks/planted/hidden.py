"""Rule on what readers do not see and search robots do: hidden text and hidden links, the hijackers' trade."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import tinycss2
from cssselect import ExpressionError, SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from khuyencong.checks.pages import BuiltPage, BuiltSite, Element, text_of
from khuyencong.checks.planted.addresses import host_in
from khuyencong.checks.planted.hiding import drawn_out_of_sight, hides
from khuyencong.model.problem import Problem

OURS = frozenset({"data-file", "data-kept", "data-search", "data-when"})
"""What marks our own parts that a script shows when it has something to say."""
LONGEST_ASIDE = 200
"""Longest text that is out of sight, as what is meant for screen readers alone, in characters."""
_ATTRIBUTES_OF_OLD = (
    "//*[@color or @size='0' or self::font or self::marquee or self::noembed or self::noframes]"
    "[not(ancestor-or-self::svg)]"
)


def no_hidden_text(page: BuiltPage) -> Iterator[Problem]:
    """No text is hidden but what our own parts show later or say to screen readers, and that holds no link away."""
    for element, what in _hidden(page):
        yield page.problem("hidden", _message(element, what), element)
    for element in page.tree.iter(etree.Comment):
        if "<a" in (element.text or "") or "://" in (element.text or ""):
            yield page.problem("hidden", "liên kết trong ghi chú ẩn của trang. Hãy xem trang bị chèn từ đâu.")


def _hidden(page: BuiltPage) -> Iterator[tuple[Element, str]]:
    """Yield each hidden element that says something, and how it is hidden."""
    styled = (one for one in page.tree.xpath("//*[@style]") if hides(one.get("style")) and _says(one))
    yield from ((one, "chữ bị giấu bằng style") for one in styled)
    marked = (one for one in page.tree.xpath("//*[@hidden]") if _says(one) and not _is_ours(one))
    yield from ((one, "chữ bị giấu bằng hidden") for one in marked)
    drawn = (one for one in page.tree.xpath("//text | //tspan") if drawn_out_of_sight(one.attrib) and _says(one))
    yield from ((one, "chữ bị giấu trong hình vẽ") for one in drawn)
    kept = (
        one for one in page.tree.xpath("//template") if len(text_of(one)) > LONGEST_ASIDE or one.xpath(".//a[@href]")
    )
    yield from ((one, "chữ để sẵn trong <template>") for one in kept)
    old = (one for one in page.tree.xpath(_ATTRIBUTES_OF_OLD) if one.tag != "select" and _says(one))
    yield from ((one, f"chữ trong thẻ hay thuộc tính cũ <{one.tag}>") for one in old)
    apart = (one for one in page.tree.xpath("//noscript | //template | //*[@aria-hidden='true']") if _leads_away(one))
    yield from ((one, "liên kết ra ngoài ở chỗ người đọc không thấy") for one in apart)


def _is_ours(element: Element) -> bool:
    """Tell whether a part of ours is hidden until it has something to say; a link to another host is never ours."""
    is_marked = any(name in OURS for name in element.attrib)
    return not _leads_away(element) and (is_marked or element.tag in ("option", "dialog"))


def hidden_by_sheets(site: BuiltSite) -> Iterator[Problem]:
    """What the style sheets hide holds no link to another host, and no long text for search robots alone."""
    finders = [(selector, finder) for path in sorted(site.files) if path.endswith(".css") for selector, finder in
               _hiding_selectors((site.root / path).read_text(encoding="utf-8"))]  # fmt: skip
    for page in site.pages:
        for selector, finder in finders:
            for element in finder(page.tree):
                is_long = len(text_of(element)) > LONGEST_ASIDE
                if (is_long and not _is_ours(element)) or _leads_away(element):
                    yield page.problem("hidden", _message(element, f"bị giấu bởi kiểu {selector}"), element)


def _hiding_selectors(source: str) -> Iterator[tuple[str, Any]]:
    """Yield the selectors on screens whose declarations hide, with what finds their elements."""
    for prelude, declarations in _rules(tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)):
        for one in prelude.split(",") if hides(declarations) else ():
            finder = _finder(one.strip())
            if finder is not None:
                yield one.strip(), finder


@lru_cache
def _finder(selector: str) -> Any:
    try:
        return CSSSelector(selector, translator="html")
    except (ExpressionError, SelectorError):
        return None  # a state, which a reader brings about


def _rules(nodes: Any) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword in ("layer", "media"):
            if "print" not in tinycss2.serialize(node.prelude):
                yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            yield tinycss2.serialize(node.prelude).strip(), tinycss2.serialize(node.content)


def _says(element: Element) -> bool:
    return bool(text_of(element) or element.xpath(".//a[@href]"))


def _leads_away(element: Element) -> bool:
    return any(host_in(address) for address in element.xpath("descendant-or-self::*/@href"))


def _message(element: Element, what: str) -> str:
    text = " ".join(text_of(element).split())[:60]
    return f'{what}: "{text}". Hãy tìm chữ ấy trong nội dung và gỡ đi; nội dung không có thì trang đã bị chèn.'
