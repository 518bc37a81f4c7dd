"""Helpers for tests of printed pages: where each line of text and each picture came to stand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double
from itertools import groupby, pairwise, takewhile
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from khuyencong.model.article_tree import Child, Node
from tests.printed import running_words, words

BODY = 10.4
"""Size of the running text on paper of 190 × 270 mm, in points."""
AS_LARGE = 0.15
BLOCKS = ("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote")
FOOT = 50.0
"""Points from the foot of the page, below which no text runs."""
GUTTER = 8.0
"""Points around the middle of the page that no column reaches on either kind of page."""


class Line(NamedTuple):
    """A line of text.

    Arguments:
        page: its page, from 1.
        column: 0 or 1.
        left: where it begins.
        base: its base line, from the foot of the page.
        size: the size of its type.
        text: what it says, without what is smaller.
    """

    page: int
    column: int
    left: float
    base: float
    size: float
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """Its page and column."""
        return self.page, self.column


class Box(NamedTuple):
    """A picture on a page; lengths in points.

    Arguments:
        page: its page, from 1.
        left: its edges.
        bottom: the same.
        right: the same.
        top: the same.
        pixels: how many it has from left to right.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    pixels: int

    @property
    def dots_per_inch(self) -> float:
        """How fine it is."""
        return self.pixels / ((self.right - self.left) / 72)


class _Letter(NamedTuple):
    page: int
    column: int
    x: float
    y: float
    size: float
    text: str


def lines_of(pdf: bytes) -> list[Line]:
    """Give the lines of a document in the order in which they are read, without what is small beside large type."""
    found = []
    for (page, column, _), group in groupby(_letters(pdf), key=lambda one: (one.page, one.column, round(one.y))):
        letters = list(group)
        size = max(one.size for one in letters)
        text = "".join(one.text for one in letters if one.size > size - 2)
        if text.strip():
            found.append(Line(page, column, letters[0].x, letters[0].y, size, text))
    return found


def running_lines(pdf: bytes) -> list[Line]:
    """Give the lines of running text, without numbers of pages."""
    return [line for line in lines_of(pdf) if abs(line.size - BODY) < AS_LARGE and line.base > FOOT]


def _letters(pdf: bytes) -> Iterator[_Letter]:
    document = pypdfium2.PdfDocument(pdf)
    x, y = c_double(), c_double()
    for number, page in enumerate(document, 1):
        text, middle = page.get_textpage(), page.get_width() / 2
        for index in range(text.count_chars()):
            pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            size = pdfium.FPDFText_GetFontSize(text, index)
            if letter not in "\r\n\u00ad\ufffe":
                yield _Letter(number, int(x.value > middle - GUTTER / 2), x.value, y.value, size, letter)
    document.close()


def lonely(lines: Sequence[Line], paragraphs: Iterable[str]) -> list[str]:
    """Give the beginning of each paragraph of which a single line stands in a column, while others stand in another.

    Arguments:
        lines: the lines of running text, see `running_lines`.
        paragraphs: the paragraphs in the order in which they are read.
    """
    stream = [(word, line) for line in lines for word in words(line.text)]
    # Numbers are not compared, as those of notes stand within the text.
    plain = [at for at, (word, _) in enumerate(stream) if not word.isdigit()]
    spoken = [stream[at][0] for at in plain]
    start, found = 0, []
    for paragraph in paragraphs:
        said = words(paragraph)
        wanted = [word for word in said if not word.isdigit()]
        if not wanted:
            continue
        first = _find(spoken, wanted, start)
        if first is None:
            raise AssertionError(f"not in the document, or not in its order: {paragraph[:60]}")
        start = first + len(wanted)
        last = plain[start - 1] + len(list(takewhile(str.isdigit, reversed(said))))
        taken = list(dict.fromkeys(line for _, line in stream[plain[first] : last + 1]))
        counts = [len(list(group)) for _, group in groupby(taken, key=lambda line: line.place)]
        if len(counts) > 1 and 1 in (counts[0], counts[-1]):
            found.append(paragraph[:60])
    return found


def _find(stream: Sequence[str], wanted: Sequence[str], start: int) -> int | None:
    for at in range(start, len(stream) - len(wanted) + 1):
        if stream[at] == wanted[0] and stream[at : at + len(wanted)] == list(wanted):
            return at
    return None


def paragraphs(tree: Iterable[Child]) -> Iterator[str]:
    """Yield the text of each paragraph, item of a list and term, in the order in which they are read."""
    for child in tree:
        if isinstance(child, Node) and child.tag not in ("table", "figure"):
            inner = [one for one in child.children if isinstance(one, Node) and one.tag in BLOCKS]
            if child.tag in BLOCKS and not inner:
                yield " ".join(running_words([child]))
            else:
                yield from paragraphs(child.children)


def at_the_foot(lines: Sequence[Line], headings: Iterable[str], size: float) -> list[str]:
    """Give the headings that no line of running text follows in their column.

    Arguments:
        lines: all lines, see `lines_of`.
        headings: what headings say.
        size: the size of their type.
    """
    wanted = {" ".join(words(one)) for one in headings}
    found = []
    for line, following in pairwise([*lines, lines[-1]._replace(page=0)]):
        is_last = abs(line.size - size) < AS_LARGE and following.place != line.place
        if is_last and any(one.endswith(" ".join(words(line.text))) for one in wanted):
            found.append(line.text)
    return found


def pictures_of(pdf: bytes) -> list[Box]:
    """Give the pictures made of pixels."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        _box(number, one)
        for number, page in enumerate(document, 1)
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=8)
    ]
    document.close()
    return found


def _box(page: int, picture: pypdfium2.PdfImage) -> Box:
    left, bottom, right, top = picture.get_bounds()
    return Box(page, left, bottom, right, top, picture.get_px_size()[0])


def colours_of(pdf: bytes) -> set[str]:
    """Give what colours are told in, other than in grey: operators of pages and forms, spaces of pictures."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        forms = [one for one in streams if one.get("/Subtype") == "/Form"]
        pictures = [one for one in streams if one.get("/Subtype") == "/Image"]
        found = {name for page in (*document.pages, *forms) for name in _operators(page)}
        return found | {str(one.ColorSpace) for one in pictures if not _is_grey(one.get("/ColorSpace"))}


def _operators(page: Any) -> Iterator[str]:
    resources = page.get("/Resources", {})
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        name = str(operator)
        if name in ("rg", "RG", "k", "K"):
            yield name
        if name in ("cs", "CS") and not _is_grey(resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0])):
            yield f"{name} {operands[0]}"


def _is_grey(space: Any) -> bool:
    if isinstance(space, pikepdf.Array) and space[0] == "/ICCBased":
        return int(space[1].N) == 1
    return space is None or str(space) in ("/DeviceGray", "/Pattern")
