"""Rules on what a reader reads: no leftovers of templates or Markdown, no broken or invisible letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from khuyencong.checks.pages import BuiltPage, Element
from khuyencong.model.problem import Problem

SPOKEN = ("alt", "title", "content", "aria-label", "placeholder", "value", "summary", "label")
"""Attributes whose value reaches a reader as text."""
LEFTOVERS = {
    "a Python value": re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|\bDecimal\(|<[\w.]+ object at 0x|datetime\.date"),
    "an undefined value": re.compile(r"\bundefined\b|\bUndefined\b|\bNaN\b"),
    "a template tag": re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"),
    "Markdown": re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\*\*\w|^#{1,6} ", re.MULTILINE),
}
# UTF-8 read as windows-1252: a Vietnamese letter becomes `áº`, `á»`, `Æ°`, `Ä‘`, `Ã` and one sign more.
MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u009f\u00a1-\u00af\u00b1-\u00ba\u00bc-\u00bf]|[ÄÅ][\u0080-\u00bf‘ƒ]|Æ[°¡¯]|áº.|á»[^\\s.,;:!?)”]|â€|ï»¿|\ufffd"
)


_TEXTS = f"//text()[not(parent::script or parent::style)] | {' | '.join(f'//@{name}' for name in SPOKEN)}"


def no_leftovers(page: BuiltPage) -> Iterator[Problem]:
    """No text shows what only programs should see."""
    whole = _whole_text(page)
    if not any(pattern.search(whole) for pattern in LEFTOVERS.values()):
        return
    for element, text in texts(page):
        for name, pattern in LEFTOVERS.items():
            found = pattern.search(text)
            if found:
                yield page.problem("leftover", f"{name} in the text: {_around(text, found.start())!r}", element)


def whole_letters(page: BuiltPage) -> Iterator[Problem]:
    """Letters are whole (NFC), visible, and were read in the right encoding."""
    whole = _whole_text(page)
    if unicodedata.is_normalized("NFC", whole) and not _invisible(whole) and not MOJIBAKE.search(whole):
        return
    for element, text in texts(page):
        invisible = _invisible(text)
        if invisible:
            where = _around(text, text.index(invisible))
            yield page.problem("letters", f"invisible character U+{ord(invisible):04X}: {where!r}", element)
        if not unicodedata.is_normalized("NFC", text):
            yield page.problem("letters", f"not NFC: {text.strip()[:60]!r}", element)
        broken = MOJIBAKE.search(text)
        if broken:
            yield page.problem("letters", f"wrong encoding: {_around(text, broken.start())!r}", element)


def texts(page: BuiltPage) -> Iterator[tuple[Element, str]]:
    """Yield every text that reaches a reader, and the element that holds it."""
    for element in page.tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            if element.text:
                yield element, element.text
            for name in SPOKEN:
                if name in element.attrib:
                    yield element, element.get(name)
        if element.tail:
            yield element, element.tail


@lru_cache(maxsize=1)
def _whole_text(page: BuiltPage) -> str:
    """Give all texts in one, to tell quickly that nothing is wrong, as with nearly every page."""
    return "\n".join(page.tree.xpath(_TEXTS, smart_strings=False))


def _invisible(text: str) -> str:
    """Give the first control or format character, or an empty text."""
    seen = {one for one in set(text) - set("\n\t\r") if unicodedata.category(one) in ("Cc", "Cf", "Co")}
    return next((one for one in text if one in seen), "") if seen else ""


def _around(text: str, position: int) -> str:
    return text[max(0, position - 30) : position + 30].strip()
