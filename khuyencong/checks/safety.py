"""Rules that keep the content security policy strict: nothing inline, nothing that runs from an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khuyencong.checks.pages import BuiltPage
from khuyencong.model.problem import Problem

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster")
_ADDRESSED = f"//*[{' or '.join(f'@{name}' for name in ADDRESSES)}]"
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Browsers drop these before they look for a scheme, so ` java\nscript:` runs.
_IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_FOREIGN = ("iframe", "object", "embed", "applet", "frame", "base")


DATA = "application/ld+json"
"""The one type of `<script>` that may stand in a page: browsers read it as data and never run it."""


def nothing_inline(page: BuiltPage) -> Iterator[Problem]:
    """Styles and scripts are files; a page holds neither, only data for machines."""
    for element in page.tree.iter("style"):
        yield page.problem("inline", "<style> in the page", element)
    for element in page.tree.iter("script"):
        is_data = dict(element.attrib) == {"type": DATA}
        if not is_data and (element.get("src") is None or (element.text or "").strip()):
            yield page.problem("inline", "<script> with its code in the page", element)
    for element in page.tree.xpath("//*[@style]"):
        yield page.problem("inline", f"<{element.tag} style={element.get('style')!r}>", element)


def no_event_handlers(page: BuiltPage) -> Iterator[Problem]:
    """No attribute holds code."""
    for element in page.tree.xpath('//*[@*[starts-with(translate(name(), "ON", "on"), "on")]]'):
        names = ", ".join(name for name in element.keys() if name.lower().startswith("on"))  # noqa: SIM118 - no mapping
        yield page.problem("event-handler", f"<{element.tag}> has {names}", element)


def safe_schemes(page: BuiltPage) -> Iterator[Problem]:
    """Addresses are web, mail or telephone addresses, never code or data."""
    for element in page.tree.xpath(_ADDRESSED):
        for name in ADDRESSES:
            address = element.get(name)
            if address is None:
                continue
            scheme = _SCHEME.match(_IGNORED.sub("", address))
            if scheme and scheme[1].lower() not in SAFE_SCHEMES:
                yield page.problem("scheme", f"<{element.tag} {name}={address[:60]!r}>", element)


def nothing_embedded(page: BuiltPage) -> Iterator[Problem]:
    """No page embeds another, and none changes what its addresses mean."""
    for element in page.tree.iter(*_FOREIGN):
        yield page.problem("embedded", f"<{element.tag}> in the page", element)
