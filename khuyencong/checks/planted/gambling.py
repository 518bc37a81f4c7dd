"""Rule on words of gambling sites, also without accents, with letters apart, in letters that only look the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from khuyencong.checks.pages import BuiltSite
from khuyencong.checks.planted.reading import WALL, found_on, line_of, other_texts, undisguised, words_of
from khuyencong.checks.planted.reviewed import SHOWN, Reviewed
from khuyencong.model.problem import Problem

WORDS = Path(__file__).with_name("gambling.yaml")
_BETWEEN = r"(?:(?![.:]\s)[\s_\-.*·•|~+=:/\\'\"^]){0,3}"
"""What intruders put between letters; never a wall, and never a point that ends a sentence."""
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_LOOKS_LIKE = {"a": "a4@", "e": "e3", "i": "i1!", "o": "o0", "s": "s5$", "đ": "đd"}
_FOLDED = str.maketrans({"4": "a", "@": "a", "3": "e", "1": "i", "!": "i", "0": "o", "5": "s", "$": "s", "đ": "d"})
AROUND, LEAST_AROUND = 24, 12
"""Letters on either side of a word that tell whether a passage is said again, and how many of them there must be."""
_EDGE = re.compile(rf'[{WALL}<>"\n]|\\n|&\w+;')
_NO_LETTER = re.compile(r"[\W_]+")


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {name: tuple(lists[name]) for name in ("certain", "with_accents", "without_accents", "hints", "brands")}


def _base(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def _skeleton(text: str) -> str:
    """Give nothing but the plain letters of a text, quick to search for the plain letters of a word."""
    marks = unicodedata.normalize("NFD", text)
    plain = marks if marks.isascii() else "".join(one for one in marks if not "\u0300" <= one <= "\u036f")
    return _NO_LETTER.sub("", plain.translate(_FOLDED))


@cache
def _pattern(word: str, *, is_exact: bool) -> re.Pattern[str]:
    """Give the pattern of a word: its letters, or digits that look like them; unless exact, also with fewer marks."""
    letters = [_one_of(letter, is_exact=is_exact) for letter in word if letter != " "]
    return re.compile(f"{_START}{_BETWEEN.join(letters)}{_END}")


def _one_of(letter: str, *, is_exact: bool) -> str:
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if is_exact and (marks or letter == "đ"):
        signs = _LOOKS_LIKE.get(base, base)[1:] if letter != "đ" else ""
        return f"[{re.escape(letter + signs)}]"
    fewer = {unicodedata.normalize("NFC", base + mark) for mark in marks}
    written = {letter, base, *fewer, *_LOOKS_LIKE.get(_base(letter), _base(letter))}
    return f"[{re.escape(''.join(sorted(written)))}]"


@cache
def _brands() -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{'|'.join(_lists()['brands'])}){_END}")


def gambling_in(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield what a text has of gambling sites: the word of the list, as it is written there, and where.

    Arguments:
        text: undone of disguises, see `reading.undisguised`.
    """
    skeleton = _skeleton(text)
    for word in _lists()["certain"]:
        yield from _all(word, text, skeleton)
    for word in _lists()["with_accents"]:
        yield from _all(word, text, skeleton, is_exact=True)
    for word in (*_lists()["with_accents"], *_lists()["without_accents"]):
        yield from _without_accents(word, text, skeleton)
    hints = [hint for word in _lists()["hints"] for hint in _all(word, text, skeleton, is_exact=True)]
    yield from hints if len({word for word, _, _ in hints}) > 1 else ()
    for brand in _brands().finditer(text):
        yield brand[0], brand[0], brand.start()


def _without_accents(word: str, text: str, skeleton: str) -> Iterator[tuple[str, str, int]]:
    """Find a word without accents between spaces: addresses have no spaces, and nobody else writes so on this site."""
    if _bare(word) in skeleton:
        yield from ((word, found[0], found.start()) for found in _plain_pattern(word).finditer(text))


@cache
def _plain_pattern(word: str) -> re.Pattern[str]:
    parts = ("".join(f"[{_LOOKS_LIKE.get(base, base)}]" for base in map(_base, part)) for part in word.split())
    return re.compile(_START + r"[^\S\n]{1,3}".join(parts) + _END)


@cache
def _bare(word: str) -> str:
    return _skeleton(word)


def _all(word: str, text: str, skeleton: str, *, is_exact: bool = False) -> Iterator[tuple[str, str, int]]:
    if _bare(word) in skeleton:
        yield from ((word, found[0], found.start()) for found in _pattern(word, is_exact=is_exact).finditer(text))


def no_gambling(site: BuiltSite, reviewed: Reviewed) -> Iterator[Problem]:
    """No page and no other file holds words of gambling sites, in its text or in its name.

    What a reviewed page says may be said again where the site repeats it: in lists, feeds, data and print.

    Arguments:
        site: the finished site.
        reviewed: what a person has allowed.
    """
    allowed = _Allowed(site, reviewed)
    for page in site.pages:
        text = f"{words_of(page)}{WALL}{undisguised(page.path).replace('/', WALL)}"
        for word, (written, _) in allowed.left_of(page.url, text).items():
            yield found_on(page, "gambling", _message(word, written, page.url), written)
    for path, text in other_texts(site):
        for word, (written, position) in allowed.left_of(f"/{path}", text).items():
            yield Problem(path, line_of(text, position), "gambling", _message(word, written, f"/{path}"))


class _Allowed:
    """What a person has allowed, and what the pages say that they have looked at.

    Arguments:
        site: the finished site.
        reviewed: what a person has allowed.
    """

    def __init__(self, site: BuiltSite, reviewed: Reviewed) -> None:
        self.words = reviewed.words
        pages = {page.url: page for page in site.pages}
        self.said = [(word, " ".join(words_of(pages[url]).split())) for url, word in reviewed.words if url in pages]

    def left_of(self, url: str, text: str) -> dict[str, tuple[str, int]]:
        """Give the gambling words of a text that nobody has allowed: as written there first, and where."""
        left: dict[str, tuple[str, int]] = {}
        for word, written, position in gambling_in(text):
            if (
                word not in left
                and (url, word) not in self.words
                and not self._is_repeated(word, written, position, text)
            ):
                left[word] = written, position
        return left

    def _is_repeated(self, word: str, written: str, position: int, text: str) -> bool:
        """Tell whether a word stands among the same others as on a page where it is allowed."""
        said = [page for one, page in self.said if one == word]
        if not said:
            return False
        before = _EDGE.split(text[max(0, position - AROUND) : position])[-1]
        end = position + len(written)
        passage = " ".join(f"{before}{written}{_EDGE.split(text[end : end + AROUND])[0]}".split())
        return len(passage) >= len(written) + LEAST_AROUND and any(passage in page for page in said)


def _message(word: str, written: str, url: str) -> str:
    line = f'"  - {{page: {url}, word: {word}, reason: …}}"'
    return (
        f'có chữ của trang cờ bạc: "{written[:60]}". Hãy tìm chữ ấy trong nội dung và gỡ đi. Nếu nội dung không có, '
        f"trang đã bị chèn: đừng công bố, hãy báo người phụ trách. Bài thật sự cần nói tới thì thêm dòng {line} "
        f"vào mục words của {SHOWN}."
    )
