"""Columns of made-up articles: no lonely line, no heading at the foot, every picture with its caption, nothing lost."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PIL import Image

from khuyencong.model.article_tree import Node, article_tree
from khuyencong.outputs.printing.bulletin import parted
from khuyencong.outputs.printing.issue import SetIssue, set_issue
from khuyencong.outputs.printing.notes import with_notes
from tests.printed import DAY, TEMPLATES, article, follows, issue, pages_of, running_words, words
from tests.printed_lines import Line, at_the_foot, lines_of, lonely, pictures_of, running_lines

SYLLABLES = words(
    "nghề làm bánh tráng ở xã có từ lâu đời người thợ dậy sớm xay bột nấu lò phơi nắng mỗi ngày được khoảng hai "
    "trăm cân sản phẩm bán ra chợ huyện và các tỉnh lân cận nhờ máy mới do khuyến công hỗ trợ nên đỡ công hơn"
)
HEADING = 10.4 * 1.18
CAPTION = 10.4 * 0.83
FAR = 14.0
"""Points between a picture and the base line of its caption."""


@dataclass(frozen=True)
class Made:
    """An article that was made up.

    Arguments:
        html: its text.
        paragraphs: its paragraphs and items of lists, in order.
        headings: its headings.
        captions: its captions.
    """

    html: str
    paragraphs: list[str]
    headings: list[str]
    captions: list[str]


def sentence(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(SYLLABLES, k=chance.randint(4, most))).capitalize() + "."


def made(seed: int) -> Made:
    """Make up an article from pieces of all kinds in any order."""
    chance, found = random.Random(seed), Made("", [], [], [])  # noqa: S311 - no secret
    html: list[str] = []
    for number in range(chance.randint(8, 45)):
        kind = chance.choice(("p", "p", "p", "h2", "h3", "ul", "table", "figure", "quote"))
        text = sentence(chance, 90)
        if kind in ("p", "quote"):
            found.paragraphs.append(text)
            html.append(f"<p>{text}</p>" if kind == "p" else f"<blockquote><p>{text}</p></blockquote>")
        elif kind in ("h2", "h3") and (kind == "h2" or found.headings):
            found.headings.append(f"Mục {number} {sentence(chance, 9)}")
            found.paragraphs.append(text)
            html.append(f"<{kind}>{found.headings[-1]}</{kind}><p>{text}</p>")
        elif kind == "ul":
            items = [sentence(chance, 30) for _ in range(chance.randint(2, 6))]
            found.paragraphs.extend(items)
            html.append(f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>")
        elif kind == "table":
            html.append(table(chance, chance.randint(2, 5), chance.randint(1, 45)))
        elif kind == "figure":
            found.captions.append(f"Ảnh {number}: {sentence(chance, 14)}")
            picture = f'<img src="{chance.choice(("cao", "rong"))}.jpg" alt="Ảnh thử">'
            html.append(f"<figure>{picture}<figcaption>{found.captions[-1]}</figcaption></figure>")
    return Made("".join(html), found.paragraphs, found.headings, found.captions)


def table(chance: random.Random, across: int, rows: int) -> str:
    head = "".join(f"<th>Cột {one}</th>" for one in range(across))
    body = "".join(f"<tr>{''.join(f'<td>{sentence(chance, 7)}</td>' for _ in range(across))}</tr>" for _ in range(rows))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


PICTURES = {"cao.jpg": picture(600, 1100), "rong.jpg": picture(900, 400)}


def printed(html: str) -> SetIssue:
    body = [child if isinstance(child, str) else child.plain() for child in with_notes(article_tree(html))]
    return set_issue(TEMPLATES, issue(article(body=body)), PICTURES, DAY)


@pytest.fixture(scope="module", params=range(6))
def one(request: pytest.FixtureRequest) -> tuple[Made, bytes]:
    text = made(request.param)
    return text, printed(text.html).pdf


def test_no_line_of_a_paragraph_stands_alone_in_a_column(one: tuple[Made, bytes]) -> None:
    text, pdf = one
    assert lonely(running_lines(pdf), text.paragraphs) == []


def test_no_heading_stands_at_the_foot_of_a_column(one: tuple[Made, bytes]) -> None:
    text, pdf = one
    assert at_the_foot(lines_of(pdf), text.headings, HEADING) == []


def test_each_picture_stands_above_its_caption_and_is_not_cut(one: tuple[Made, bytes]) -> None:
    text, pdf = one
    shown = [box for box in pictures_of(pdf) if box.page > 3]
    lines = [line for line in lines_of(pdf) if abs(line.size - CAPTION) < 0.15]
    assert len(shown) == len(text.captions)
    for box, caption in zip(shown, text.captions, strict=True):
        first = next(line for line in lines if caption.startswith(line.text.strip()))
        assert (first.page, abs(first.left - box.left) < 1) == (box.page, True)
        assert 0 < box.bottom - first.base < FAR
        tall = (box.top - box.bottom) / (box.right - box.left)
        assert min(abs(tall - 1100 / 600), abs(tall - 400 / 900)) < 0.02


def test_nothing_is_lost_and_nothing_stands_over_anything_else(one: tuple[Made, bytes]) -> None:
    text, pdf = one
    tree = article_tree(text.html)
    printed_words = words(" ".join(pages_of(pdf)))
    running = [child for child in tree if isinstance(child, str) or child.tag not in ("table", "figure")]
    assert follows(running_words(running), printed_words) == ""
    cells = [cell for child in tree if isinstance(child, Node) for cell in child.walk() if cell.tag == "td"]
    for cell in cells:
        assert follows(words(cell.text()), printed_words) == "", cell.text()
    assert _crowded(lines_of(pdf)) == []


def _crowded(lines: list[Line]) -> list[str]:
    """Give lines that stand on each other, as rows of a table do that have no room."""
    found = []
    for page in {line.page for line in lines if line.page > 3}:
        here = sorted((line for line in lines if line.page == page), key=lambda line: line.base)
        found += [
            upper.text
            for lower, upper in pairwise(here)
            if lower.column == upper.column and 0.5 < upper.base - lower.base < 4
        ]
    return found


def test_a_word_that_no_column_has_room_for_is_parted_and_others_are_not() -> None:
    assert parted("Nghị định 45/2012/NĐ-CP") == "Nghị định 45/2012/NĐ-CP"
    assert parted("a" * 40).replace("\u200b", "") == "a" * 40
    pdf = printed(f"<p>Tên tệp {parted('vanban' * 12)} rất dài.</p>").pdf
    lines = [line for line in running_lines(pdf) if line.page > 3]
    assert max(len(line.text.replace("\u200b", "")) for line in lines) < 50


def test_a_picture_of_few_pixels_is_not_blown_up() -> None:
    body = article_tree('<figure><img src="nho.jpg" alt="Con dấu"><figcaption>Dấu</figcaption></figure>')
    data = issue(article(body=[child.plain() for child in body if isinstance(child, Node)]))
    pdf = set_issue(TEMPLATES, data, {"nho.jpg": picture(60, 60)}, DAY).pdf
    (box,) = pictures_of(pdf)
    assert box.dots_per_inch > 95


def test_a_table_that_no_page_has_room_for_is_told_of() -> None:
    tall = f"<table><tr>{''.join(f'<td>{word * 4}</td>' for word in ['chữ dài '] * 3)}</tr></table>".replace(
        "chữ dài ", "chữ rất dài "
    )
    many = "".join(f"<th>{'Q' * 20}</th>" for _ in range(12))
    crowded = f"<table><tr>{many}</tr><tr>{many.replace('th>', 'td>')}</tr></table>"
    assert printed(f"<p>Mở.</p>{tall}").oversized == ()
    assert printed(f"<p>Mở.</p>{crowded}").oversized == (("bai", "columns"),)
    high = f"<td>{'Một ô rất dài. ' * 900}</td>"
    row = f"<table><tr>{high * 3}</tr>{'<tr><td>a</td><td>b</td><td>c</td></tr>' * 12}</table>"
    assert printed(f"<p>Mở.</p>{row}").oversized == (("bai", "row"),)


def test_lines_of_code_stay_lines() -> None:
    texts = pages_of(printed("<p>Mở.</p><pre><code>dòng một\ndòng hai</code></pre>").pdf)
    assert any("dòng một\r\ndòng hai" in text for text in texts)
