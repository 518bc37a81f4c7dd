"""The reader: turns written Vietnamese into what a newsreader says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from khuyencong.model.glossary import Glossary
from khuyencong.model.reading.abbreviations import calmed, expand, introduced, unknown
from khuyencong.model.reading.common_words import COMMON
from khuyencong.model.reading.contacts import CONTACTS
from khuyencong.model.reading.counting import COUNTING
from khuyencong.model.reading.dates import DATES
from khuyencong.model.reading.document_numbers import DOCUMENTS
from khuyencong.model.reading.manner import STANDARD, Manner
from khuyencong.model.reading.marks import MARKS, PAUSES, plain, sentence_case
from khuyencong.model.reading.quantities import PREFIXED, QUANTITIES
from khuyencong.model.reading.roman import ROMAN
from khuyencong.model.reading.rules import LOWER, UPPER, apply
from khuyencong.model.reading.shorthand import SHORTHAND

_LEFT = re.compile(r"[^\w\s.,;:!?-]|\d")
_ADDRESS = r"chấm|còng|gạch|ngang|chéo|dưới"
_VOWEL = re.compile("[aeiouy]")
_IN_ADDRESS = re.compile(rf"(?:{_ADDRESS}) $")
_BEFORE_ADDRESS = re.compile(rf" (?:{_ADDRESS})(?!\w)")
_INNER_CAPITAL = re.compile(rf"[{LOWER}][{UPPER}]")
_SAID = frozenset(("pH",))
"""Words of the kind below that everybody says."""


def _odd_words(said: str) -> Iterator[str]:
    """Yield words that nobody can say as they stand: without a vowel, or with a capital letter inside."""
    for found in re.finditer(r"(?<!\w)[^\W\d_]{2,}(?!\w)", said):
        word = found[0]
        has_vowel = _VOWEL.search(unicodedata.normalize("NFD", word.lower()))
        is_odd = not word.isupper() and (not has_vowel or _INNER_CAPITAL.search(word))
        if is_odd and word not in _SAID and not _is_spelt(said, found):
            yield word


def _is_spelt(said: str, found: re.Match[str]) -> bool:
    """Whether a word is a part of an address."""
    return bool(_IN_ADDRESS.search(said[: found.start()]) or _BEFORE_ADDRESS.match(said[found.end() :]))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts aloud.

    Arguments:
        words: what is said for each abbreviation, in pairs.
        names: words of capitals that are said as they are written.
        manner: the way of speaking.
    """

    words: tuple[tuple[str, str], ...] = tuple(COMMON.items())
    names: frozenset[str] = frozenset()
    manner: Manner = STANDARD

    def read(self, text: str) -> str:
        """Say a text: one or more sentences of one paragraph."""
        known = dict(self.words)
        text = calmed(plain(text), known)
        text = apply((*CONTACTS, *SHORTHAND, *DOCUMENTS, *PREFIXED), text, self.manner)
        text = expand(text, known, self.manner)
        text = apply((*DATES, *ROMAN, *QUANTITIES, *COUNTING, *MARKS, *PAUSES), text, self.manner)
        return sentence_case(text.strip())

    def knowing(self, text: str) -> Reader:
        """Give the same reader with the abbreviations that a text introduces itself."""
        known = dict(self.words)
        new = {short: long for short, long in introduced(plain(text)).items() if short not in known}
        return replace(self, words=(*self.words, *new.items())) if new else self

    def left_over(self, said: str) -> tuple[str, ...]:
        """Give what a newsreader could not say of a read text: digits, signs, unknown words of capitals."""
        odd = (one for one in _odd_words(said) if one not in self.names)
        return tuple(dict.fromkeys((*_LEFT.findall(said), *unknown(said, self.names), *odd)))


@lru_cache(maxsize=4)
def make_reader(glossary: Glossary, spoken: tuple[tuple[str, str], ...], manner: Manner) -> Reader:
    """Make the reader of a site.

    Arguments:
        glossary: the site's abbreviations and names.
        spoken: further words of the site, written and as they are said.
        manner: the way of speaking.
    """
    own = {one.short: one.long for one in glossary.abbreviations}
    names = {part for one in glossary.names for part in (one.name, *re.findall(r"[^\W\d_]+", one.name))}
    common = {short: said for short, said in COMMON.items() if short not in own}
    words = {**common, **own, **dict(spoken)}
    return Reader(tuple(words.items()), frozenset(names), manner)
