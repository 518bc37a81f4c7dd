"""What of an article is said aloud, block by block: notes, pictures and captions are not, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khuyencong.model.article_tree import Child, Node, article_tree
from khuyencong.model.reading.units import MONEY, SCALE, UNITS

SILENT = frozenset(("figure", "figcaption", "img", "picture", "source", "hr", "svg", "script", "style", "sup"))
"""Elements that are not read; a raised number is the mark of a note."""
NOTES = "footnote"
MOST_ROWS, MOST_COLUMNS = 12, 5
"""The largest table that is read row by row; of a larger one only what it holds is said."""
_UNIT = re.compile(r"\s*\(([^()]{1,20})\)\s*$")
_NUMBERED = frozenset(("stt", "tt", "#", "số tt", "số thứ tự"))
_EMPTY = frozenset(("", "-", "–", "—", "…", "x"))
_NUMBER = re.compile(r"[\d.,–\s-]*\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PERIOD = re.compile(r"(?:1[89]|20)\d\d(?:\s?[–-]\s?(?:1[89]|20)\d\d)?")
_UNIT_COLUMN = re.compile(r"(?:đơn vị(?: tính)?|đvt)", re.IGNORECASE)
_MEASURES = {
    *UNITS,
    *MONEY,
    *SCALE.split("|"),
    *("%", "tấn", "tạ", "cái", "chiếc", "đôi", "người", "lượt", "hộ", "lít"),
}
"""First words of a unit in brackets behind the name of a row; "(cũ)" is none."""
_COUNTS_ITSELF = re.compile(r"(?:[Bb]ước|[Gg]iai đoạn|[Đđ]ợt|[Mm]ục|[Đđ]iều)\s\d|[Tt]hứ\s")
_AMOUNT = re.compile(r"[+−-]?(?:(?:trên|hơn|gần|khoảng|dưới|tối đa|không quá|ít nhất)\s)?[\d.,–\s-]*\d")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item or row, as it is written.

    Arguments:
        text: what is to be read.
        is_heading: whether it names what follows.
    """

    text: str
    is_heading: bool = False


def blocks_of(html: str) -> tuple[Block, ...]:
    """Give the blocks of an article in the order in which they are said.

    Arguments:
        html: its sanitised HTML.
    """
    return tuple(_blocks(article_tree(html)))


def _blocks(children: Iterable[Child]) -> Iterator[Block]:
    inline: list[Child] = []
    for child in children:
        if isinstance(child, Node) and (child.tag in _HANDLERS or child.tag in _CONTAINERS):
            yield from _paragraph(inline)
            inline = []
            if child.attributes.get("class") != NOTES:
                yield from _HANDLERS.get(child.tag, _inside)(child)
        else:
            inline.append(child)
    yield from _paragraph(inline)


def _inside(node: Node) -> Iterator[Block]:
    return _blocks(node.children)


def _silent(node: Node) -> Iterator[Block]:
    return iter(())


def _paragraph(children: Sequence[Child]) -> Iterator[Block]:
    text = _text(children)
    if text:
        yield Block(text)


def _text(children: Iterable[Child]) -> str:
    return " ".join("".join(map(_said, children)).split())


def _said(child: Child) -> str:
    if isinstance(child, str):
        return child
    if child.tag in SILENT and not (child.tag == "sup" and _is_exponent(child)):
        return ""
    if child.tag == "br":
        return ", "
    if child.tag == "a" and re.match(r"https?://", child.text().strip()):
        return "địa chỉ ghi trên trang"
    return "".join(map(_said, child.children))


def _is_exponent(node: Node) -> bool:
    return not any(inner.tag == "a" for inner in node.walk())


def _heading(node: Node) -> Iterator[Block]:
    text = _text(node.children)
    if text:
        yield Block(text, is_heading=True)


def _only_text(node: Node) -> Iterator[Block]:
    return _paragraph(node.children)


_ORDINALS = (
    "nhất",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
)


def _list(node: Node) -> Iterator[Block]:
    items = [one for one in node.children if isinstance(one, Node) and one.tag == "li"]
    for place, item in enumerate(items):
        first, *rest = list(_blocks(item.children)) or [Block("")]
        is_counted = node.tag == "ol" and place < len(_ORDINALS) and not _COUNTS_ITSELF.match(first.text)
        counted = f"Thứ {_ORDINALS[place]}: " if is_counted else ""
        if first.text:
            yield Block(f"{counted}{first.text}")
        yield from rest


def _definitions(node: Node) -> Iterator[Block]:
    term = ""
    for one in node.children:
        if isinstance(one, Node) and one.tag == "dt":
            term = _text(one.children)
        elif isinstance(one, Node):
            for block in _blocks(one.children):
                yield Block(f"{_named_year(term)}: {block.text}" if term else block.text)
                term = ""


def _named_year(text: str) -> str:
    return f"Năm {text}" if _YEAR.fullmatch(text) else text


def _table(node: Node) -> Iterator[Block]:
    rows = [one for one in node.walk() if one.tag == "tr"]
    heads, *body = [[_text(cell.children) for cell in row.children if isinstance(cell, Node)] for row in rows] or [[]]
    for one in node.walk():
        if one.tag == "caption":
            yield from _paragraph(one.children)
    if heads and heads[0].lower() in _NUMBERED:
        heads, body = heads[1:], [row[1:] for row in body]
    if len(body) > MOST_ROWS or len(heads) > MOST_COLUMNS:
        columns = ", ".join(_lowered(_UNIT.sub("", head)) for head in heads if head)
        yield Block(f"Bảng này có {len(body)} dòng, ghi: {columns}. Xin xem bảng trên trang thông tin.")
        return
    for row in body:
        yield from _row(*_with_units(heads, row))


def _with_units(heads: Sequence[str], row: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Put the unit that a row names itself, in a column of its own or behind its name, behind its amounts."""
    place = next((place for place, head in enumerate(heads) if _UNIT_COLUMN.fullmatch(head)), 0)
    own = _UNIT.search(row[0]) if row else None
    if 0 < place < len(row):
        unit = row[place]
        kept_heads, kept = ([*cells[:place], *cells[place + 1 :]] for cells in (heads, row))
    elif own and own[1].split()[0] in _MEASURES:
        unit, kept_heads, kept = own[1], list(heads), [_UNIT.sub("", row[0]), *row[1:]]
    else:
        return heads, row
    cells = [cell for cell in kept[1:] if cell not in _EMPTY]
    if unit in _EMPTY or not all(map(_AMOUNT.fullmatch, cells)):
        return heads, row
    named = zip(kept_heads[1:], kept[1:], strict=False)
    return kept_heads, [kept[0], *(f"{cell} {unit}" if _is_bare(head, cell) else cell for head, cell in named)]


def _is_bare(head: str, cell: str) -> bool:
    """Tell whether an amount has no unit yet: neither a column's name nor a year has one."""
    return cell not in _EMPTY and not _UNIT.search(head)


def _row(heads: Sequence[str], row: Sequence[str]) -> Iterator[Block]:
    if not any(cell not in _EMPTY for cell in row):
        return
    first, *cells = row
    pairs = zip(heads[1:], cells, strict=False)
    parts = [_cell(head, cell, is_named=len(row) > 2) for head, cell in pairs if cell not in _EMPTY]
    named = _first(heads[0] if heads else "", first)
    if not parts and any(cells):
        parts = ["không có số liệu"]
    yield Block(f"{named}: {'; '.join(parts)}." if named and parts else f"{named or '; '.join(parts)}.")


def _first(head: str, cell: str) -> str:
    """Name what a row is about; a bare number takes the name of its column."""
    if cell in _EMPTY:
        return ""
    if head and _NUMBER.fullmatch(cell) and not _PERIOD.fullmatch(cell):
        return f"{_UNIT.sub('', head)} {cell}"
    return _named_year(cell)


def _cell(head: str, cell: str, *, is_named: bool) -> str:
    unit = _UNIT.search(head)
    value = f"{cell} {unit[1]}" if unit and _AMOUNT.fullmatch(cell) else _lowered(_named_year(cell), "năm")
    name = _lowered(_named_year(_UNIT.sub("", head)))
    if not is_named or not name:
        return value
    # "Kinh phí 300 triệu đồng" is said in one go; a year, and a value in words, need a pause before them.
    return f"{name} {value}" if value[0].isdigit() and not name[-1].isdigit() else f"{name}: {value}"


def _lowered(text: str, word: str = "") -> str:
    """Write the first letter small, but for an abbreviation; where a word is given, only of that word."""
    is_short = text[1:2].isupper() or not text.lower().startswith(word)
    return text if is_short else text[:1].lower() + text[1:]


_CONTAINERS = frozenset(("div", "section", "article", "blockquote", "details", "aside", "dd", "li", "table"))
_HANDLERS: Mapping[str, Callable[[Node], Iterator[Block]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("p", "summary"), _only_text),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("figure", "figcaption", "hr", "picture"), _silent),
    "dl": _definitions,
    "table": _table,
}
"""What is made of each element that is a block."""
