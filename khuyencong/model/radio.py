"""Radio scripts: an article, or a whole issue, as paragraphs that a newsreader says as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khuyencong.model.reading.marks import closed
from khuyencong.model.reading.reader import Reader
from khuyencong.model.spoken_blocks import Block, blocks_of
from khuyencong.model.vietnamese import syllables
from khuyencong.model.view import Head, Link

BREATH = 45
"""Most syllables of a paragraph that has several sentences: at the usual rate twelve seconds."""
LONGEST_NUMBER = 3
"""Most syllables of a number that stands before a paragraph."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def page_url(of: str) -> str:
    """Give the address of the printable page of the script of an entry."""
    return f"{of}phat-thanh/"


def text_url(of: str) -> str:
    """Give the address of its plain text."""
    return f"{of}phat-thanh.txt"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One paragraph of a script.

    Arguments:
        text: what is said.
        is_heading: whether it names what follows.
    """

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class RadioScript:
    """What a newsreader says of an article or an issue.

    Arguments:
        paragraphs: in order, the opening and the closing lines among them.
        unread: what could not be said in words.
    """

    paragraphs: tuple[Spoken, ...]
    unread: tuple[str, ...]

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return sum(len(syllables(one.text)) for one in self.paragraphs)


@dataclass(frozen=True, slots=True)
class RadioView:
    """What the printable page of a script sees.

    Arguments:
        head: see Head.
        of: the article or the issue.
        text_url: the address of the plain text.
        script: what is said.
        duration: how long that takes, in words.
        rate: syllables in a minute.
        rate_source: where the rate is from.
    """

    head: Head
    of: Link
    text_url: str
    script: RadioScript
    duration: str
    rate: int
    rate_source: str


def say(blocks: Iterable[Block], reader: Reader) -> Iterator[Spoken]:
    """Say the blocks of an article, in paragraphs short enough to breathe."""
    for block in blocks:
        said = closed(reader.read(block.text))
        if said and block.is_heading:
            yield Spoken(said, is_heading=True)
        elif said:
            yield from map(Spoken, breaths(said))


def say_article(html: str, reader: Reader) -> tuple[Spoken, ...]:
    """Say the body of an article.

    Arguments:
        html: its sanitised HTML.
        reader: the site's reader.
    """
    blocks = blocks_of(html)
    knowing = reader.knowing("\n".join(block.text for block in blocks))
    return tuple(say(blocks, knowing))


def make_script(paragraphs: Iterable[Spoken], reader: Reader) -> RadioScript:
    """Make a script, and note what could not be said."""
    kept = tuple(paragraphs)
    return RadioScript(kept, reader.left_over("\n".join(one.text for one in kept)))


def line(text: str, reader: Reader, *, is_heading: bool = False) -> Spoken:
    """Say one line of the template."""
    return Spoken(closed(reader.read(text)), is_heading)


def breaths(text: str) -> Iterator[str]:
    """Cut a paragraph between its sentences, and a very long sentence at its semicolons."""
    taken: list[str] = []
    count = 0
    for sentence in _short(_SENTENCE_END.split(text)):
        more = len(syllables(sentence))
        # A number before a paragraph ("Ba chấm hai.") does not stand alone.
        if count > LONGEST_NUMBER and count + more > BREATH:
            yield " ".join(taken)
            taken, count = [], 0
        taken.append(sentence)
        count += more
    if taken:
        yield " ".join(taken)


def _short(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        for part in _cut(sentence, ";"):
            yield from _cut(part, ",")


def _cut(sentence: str, mark: str) -> Iterator[str]:
    """Cut a very long sentence behind a mark, into parts that can be said in one go where it allows."""
    if len(syllables(sentence)) <= 2 * BREATH:
        yield sentence
        return
    taken = ""
    for part in re.split(rf"(?<={mark}) ", sentence):
        longer = f"{taken} {part}".strip()
        if taken and len(syllables(longer)) > BREATH:
            yield taken
            longer = part
        taken = longer
    yield taken


def duration(count: int, rate: int) -> str:
    """Say how long a text takes, to ten seconds.

    Arguments:
        count: its syllables.
        rate: syllables in a minute.
    """
    tens = max(1, round(count * 6 / rate))
    minutes, rest = divmod(tens, 6)
    return " ".join([*([f"{minutes} phút"] if minutes else []), *([f"{rest * 10} giây"] if rest else [])])
