"""Markdown bodies of a given number of words: paragraphs, headings, lists, tables, quotes, links."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from bench.words import Text, capital

TABLE_SHARE = 0.25
WORDS_OF_SECTION = 130
SHORTEST_SECTION = 40
"""So many words are at least left for a heading and what stands below it."""


class _Stock:
    """The words of one body, taken from the front.

    Arguments:
        words: all of them.
    """

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.taken = 0

    def take(self, count: int) -> list[str]:
        """Take some words; fewer when the stock runs out."""
        start = self.taken
        self.taken = min(len(self.words), start + count)
        return self.words[start : self.taken]

    @property
    def left(self) -> int:
        return len(self.words) - self.taken


def body(text: Text, words: int, links: Sequence[str]) -> str:
    """Write a body.

    Arguments:
        text: draws the words.
        words: how many there are.
        links: addresses that the body links to, in order; those for which no room is left are dropped.
    """
    stock, rng = _Stock(text.words(words)), text.rng
    waiting = iter(links)
    blocks = [_paragraph(stock, rng, waiting)]
    table_at = rng.randrange(1, 4) if rng.random() < TABLE_SHARE else 0
    section = 0
    while stock.left > SHORTEST_SECTION:
        section += 1
        blocks += _section(stock, rng, waiting, has_table=section == table_at)
    while stock.left > 0:
        blocks.append(_paragraph(stock, rng, waiting))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(stock: _Stock, rng: random.Random, links: Iterator[str], *, has_table: bool) -> Iterator[str]:
    """Yield a heading and what stands below it."""
    end = stock.left - WORDS_OF_SECTION - rng.randrange(40)
    yield f"## {capital(' '.join(stock.take(rng.randint(4, 8))))}"
    yield _paragraph(stock, rng, links)
    if has_table:
        yield _table(stock, rng)
    if rng.random() < 0.4:
        yield _list(stock, rng)
    if stock.left > SHORTEST_SECTION and rng.random() < 0.25:
        yield f"### {capital(' '.join(stock.take(rng.randint(3, 6))))}"
    if rng.random() < 0.1:
        yield f"> {_sentence(stock, rng)}"
    yield _paragraph(stock, rng, links)
    while stock.left > max(0, end):
        yield _paragraph(stock, rng, links)


def _paragraph(stock: _Stock, rng: random.Random, links: Iterator[str]) -> str:
    sentences = [_sentence(stock, rng) for _ in range(rng.randint(2, 4))]
    link = next(links, "") if stock.left > 0 and rng.random() < 0.6 else ""
    if link:
        sentences.append(f"Xem thêm [{' '.join(stock.take(rng.randint(2, 5)))}]({link}).")
    return " ".join(sentence for sentence in sentences if sentence)


def _sentence(stock: _Stock, rng: random.Random) -> str:
    words = stock.take(rng.randint(8, 22))
    if not words:
        return ""
    if len(words) > 12:
        words[7] += ","
    if len(words) > 6 and rng.random() < 0.08:
        words[3], words[4] = f"**{words[3]}", f"{words[4]}**"
    return f"{capital(' '.join(words))}."


def _list(stock: _Stock, rng: random.Random) -> str:
    mark = "1." if rng.random() < 0.3 else "-"
    items = [stock.take(rng.randint(5, 12)) for _ in range(rng.randint(3, 5))]
    return "\n".join(f"{mark} {capital(' '.join(item))}" for item in items if item)


def _table(stock: _Stock, rng: random.Random) -> str:
    rows = [(stock.take(rng.randint(1, 3)), rng.randint(1, 9_999)) for _ in range(rng.randint(3, 6))]
    lines = [f"| {capital(' '.join(words))} | {number} |" for words, number in rows if words]
    return "\n".join(["| Nội dung | Số lượng |", "| --- | ---: |", *lines]) if lines else ""
