"""Blanks out what a Markdown body shows as code or hides as a comment; lines and columns stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*(?:\.?[\w#.+-]*)[ ]*$")
_LIST = re.compile(r"^ {0,3}(?:[-*+]|\d{1,9}\.)\s|^ {0,3}\[\^[^\]]{1,200}\]:|^:\s")
_TICKS = re.compile(r"(?<![\\`])`+(?!`)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LETTER = re.compile(r"[^\n]")


def without_blocks(body: str) -> str:
    """Replace blocks of code, and comments, by spaces.

    Arguments:
        body: Markdown.
    """
    text = _without_fences(body) if "```" in body or "~~~" in body else body
    if "<!--" in text:
        text = _without_comments(text)
    return _without_indented(text) if "    " in text or "\t" in text else text


def without_spans(text: str) -> tuple[str, ...]:
    """Replace inline code by spaces.

    Arguments:
        text: Markdown without blocks of code.

    Returns:
        One text; or several when a code span may run over the end of a line. What it then spans depends on
        lists, tables and quotations around, so whoever looks for something must look in each reading.
    """
    if "`" not in text:
        return (text,)
    by_line = _without_spans(text, re.compile("\n"))
    by_paragraph = _without_spans(text, _BLANK_LINE)
    return (by_line,) if by_line == by_paragraph else (by_line, by_paragraph, text)


def _blank(text: str) -> str:
    return _LETTER.sub(" ", text)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += (text[done:start], _blank(text[start : end + 3]))
        done = end + 3
    return "".join((*parts, text[done:]))


def _without_fences(text: str) -> str:
    lines = text.split("\n")
    closings: dict[str, list[int]] = {}
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].startswith(("```", "~~~")):
            closings.setdefault(lines[number].rstrip(" "), []).append(number)
    number = 0
    while number < len(lines):
        opening = _FENCE.match(lines[number])
        end = _closing(closings.get(opening["fence"], []), number) if opening else None
        if end is None:
            number += 1
            continue
        lines[number : end + 1] = [""] * (end + 1 - number)
        number = end + 1
    return "\n".join(lines)


def _closing(candidates: list[int], opening: int) -> int | None:
    """Take the first candidate (the list runs backwards) after the opening fence; none closes nothing."""
    while candidates and candidates[-1] <= opening:
        candidates.pop()
    return candidates[-1] if candidates else None


def _without_indented(text: str) -> str:
    """Blank lines that are indented by four or more, unless they belong to a list, a footnote or a definition."""
    lines = text.split("\n")
    in_item = False
    after_blank = True
    for number, line in enumerate(lines):
        if not line.strip():
            after_blank = True
        elif not line.startswith(("    ", "\t")):
            in_item = bool(_LIST.match(line)) or (in_item and (not after_blank or line.startswith(" ")))
            after_blank = False
        elif after_blank and not in_item:
            lines[number] = ""
    return "\n".join(lines)


def _without_spans(text: str, separator: re.Pattern[str]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in _spans(text, separator):
        parts += (text[done:start], _blank(text[start:end]))
        done = end
    return "".join((*parts, text[done:]))


def _spans(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where each code span starts and ends; none runs over a separator."""
    start = 0
    for end in [*(found.start() for found in separator.finditer(text)), len(text)]:
        if text.find("`", start, end) >= 0:
            yield from _spans_within(text, start, end)
        start = end


def _spans_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of one line or paragraph: each run of backticks closes at the next one of its length."""
    runs = list(_TICKS.finditer(text, start, end))
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[index][0]), []).append(index)
    index = 0
    while index < len(runs):
        same = later[len(runs[index][0])]
        while same and same[-1] <= index:
            same.pop()
        if same:
            yield runs[index].start(), runs[same[-1]].end()
            index = same[-1] + 1
        else:
            index += 1
