"""A rule of reading: what is written, and how it is said. Rules are applied one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from khuyencong.model.reading.manner import Manner

Say: TypeAlias = Callable[[re.Match[str], Manner], str]

UPPER = "".join(chr(one) for one in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA)) if chr(one).isupper())
"""Capital letters of Vietnamese and its neighbours, for the brackets of a pattern."""
LOWER = "".join(chr(one) for one in (*range(0x61, 0x250), *range(0x1EA0, 0x1EFA)) if chr(one).islower())
"""The same for small letters."""
DASH = r"[-–—−‑]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Arguments:
        pattern: what is written.
        say: gives what is said.
    """

    pattern: re.Pattern[str]
    say: Say


def rule(pattern: str, say: Say | str) -> Rule:
    """Make a rule from a pattern and what it becomes: a function, or a text as `re.sub` takes it."""
    if isinstance(say, str):
        text = say
        return Rule(re.compile(pattern), lambda found, _: found.expand(text))
    return Rule(re.compile(pattern), say)


def apply(rules: Iterable[Rule], text: str, manner: Manner) -> str:
    """Apply rules in their order."""
    for one in rules:
        text = one.pattern.sub(lambda found, say=one.say: say(found, manner), text)  # type: ignore[misc]
    return text


def before(found: re.Match[str], length: int = 60) -> str:
    """Give what stands before a match, as far as its sentence goes."""
    start = max(0, found.start() - length)
    return re.split(r"[.!?;]\s", found.string[start : found.start()])[-1]


def after(found: re.Match[str], length: int = 80) -> str:
    """Give what stands behind a match, as far as its sentence goes."""
    return re.split(r"[.!?;](?:\s|$)", found.string[found.end() : found.end() + length])[0]
