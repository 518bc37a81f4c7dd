"""Finds the known word nearest to a mistyped one, among five or among fifty thousand."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import fold

LIKENESS = 0.7
"""How alike two words must be, from 0 to 1, to be taken for one another."""
LONGEST = 200
"""Longest word, in characters, that is worth comparing."""
FEW = 100
"""So many words are all compared; among more, only those that share the rarest groups of three letters."""
CANDIDATES = 12
SHARED_BY_AT_MOST = 400


class Known:
    """Words that would be right. Nothing is computed before the first wrong word comes.

    Arguments:
        words: the words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words

    def suggestion(self, wrong: str) -> str:
        """Offer the nearest word.

        Arguments:
            wrong: what was written.

        Returns:
            A Vietnamese sentence beginning with a space, or an empty text when nothing is near.
        """
        near = self.nearest(wrong)
        return f" Ý bạn là {quoted(near)}?" if near else ""

    def nearest(self, wrong: str) -> str:
        """Give the nearest word, or an empty text; accents and capitals do not count."""
        plain = _plain(wrong)
        if not 0 < len(plain) <= LONGEST:
            return ""
        matcher = SequenceMatcher(None, "", plain, autojunk=False)
        best, likeness = "", LIKENESS
        for word in self._candidates(plain):
            matcher.set_seq1(word)
            if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
                found = matcher.ratio()
                if found > likeness:
                    best, likeness = self._originals[word], found
        return best

    @cached_property
    def _originals(self) -> dict[str, str]:
        """The words by their plain form, in order."""
        return {_plain(word): word for word in sorted(self._words, reverse=True) if len(word) <= LONGEST}

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        """The plain words in which each group of three letters occurs."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._originals:
            for group in _groups(word):
                found[group].append(word)
        return found

    def _candidates(self, plain: str) -> list[str]:
        if len(self._originals) <= FEW:
            return sorted(self._originals)
        sharing = sorted((self._by_letters.get(group, []) for group in _groups(plain)), key=len)
        shared = Counter(word for words in sharing if len(words) <= SHARED_BY_AT_MOST for word in words)
        nearest = heapq.nsmallest(CANDIDATES, shared.items(), key=lambda item: (-item[1], item[0]))
        return [word for word, _ in nearest]


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """Offer the nearest of a few words, as Known does."""
    return Known(known).suggestion(wrong)


def _plain(text: str) -> str:
    return text.lower() if text.isascii() else fold(text[: LONGEST + 1])


def _groups(word: str) -> set[str]:
    return {word[start : start + 3] for start in range(len(word) - 2)}
