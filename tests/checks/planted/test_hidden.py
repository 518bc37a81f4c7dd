"""Hidden text and hidden links are found; what our own parts hide is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.planted.hidden import hidden_by_sheets, no_hidden_text
from khuyencong.checks.planted.hiding import hides
from tests.checks.pages import GOOD, in_body, messages, page, site

AWAY = '<a href="https://la.example">x</a>'


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : None !important",
        "visibility: hidden",
        "opacity: 0",
        "opacity:.01",
        "font-size:0",
        "font-size: 0px",
        "position:absolute; left:-9999px",
        "text-indent: -9999em",
        "margin-left:-5000px",
        "height:0;overflow:hidden",
        "width:1px;height:1px",
        "clip: rect(0 0 0 0)",
        "color:#fff",
        "color: white",
        "color:red;background-color:red",
        "color: transparent",
        "display/**/:none",
        "transform: scale(0)",
        "transform: scaleX(0)",
        "transform: translate3d(-200vw, 0, 0)",
        "transform: rotateY(90deg)",
        "translate: -9999px",
        "scale: 0",
        "zoom: .01",
        "position: absolute; left: calc(-1 * 9999px)",
        "position: absolute; left: -100vw",
        "inset-inline-start: -999em",
        "text-indent: 100%; white-space: nowrap; overflow: hidden",
        "letter-spacing: -1em",
        "line-height: 0; overflow: hidden",
        "font: 0/0 a",
        "font-size: 1px",
        "opacity: 0%",
        "filter: opacity(0)",
        "mask: linear-gradient(transparent, transparent)",
        "clip-path: circle(0)",
        "z-index: -1",
        "color: #fefefe",
        "color: #0000",
        "color: rgb(255 255 255)",
        "color: rgba(0, 0, 0, 0)",
        "-webkit-text-fill-color: transparent",
        r"d\69splay: none",
    ],
)
def test_hiding_styles_are_found(style: str) -> None:
    assert hides(style)
    assert len(messages(no_hidden_text, in_body(f'<p style="{style}">nhà cái</p>'))) == 1


@pytest.mark.parametrize(
    "style",
    [
        "color:#333",
        "opacity:.9",
        "min-width:0",
        "left:10px",
        "font-size:.9em",
        "margin:0",
        "font:400 1rem/1.5 Arial",
        "transform:scale(1.05)",
        "translate:0 -2px",
        "margin:-1px",
        "z-index:1",
        "filter:none",
        "inset:0",
        "scale:1",
        "color:#f0a0f0",
        "background:#fff;color:#222",
        "letter-spacing:-.02em",
        "mask:url(a.svg)",
        "line-height:1",
    ],
)
def test_other_styles_hide_nothing(style: str) -> None:
    assert not hides(style)


@pytest.mark.parametrize(
    "fragment",
    [
        "<p hidden>nhà cái</p>",
        f'<p hidden id="a" class="search__hint">{AWAY}</p>',
        '<font color="white">chữ trắng</font>',
        "<marquee>chạy</marquee>",
        f"<noscript>{AWAY}</noscript>",
        f"<!-- {AWAY} -->",
        f'<div aria-hidden="true">{AWAY}</div>',
        '<p hidden id="a">từ khóa</p>',
        '<p hidden data-x="1">từ khóa</p>',
        '<svg><text opacity="0">từ khóa</text></svg>',
        '<svg><text font-size="0">từ khóa</text></svg>',
        '<svg><text fill="none">từ khóa</text></svg>',
        f"<template>{AWAY}</template>",
    ],
)
def test_other_ways_to_hide_are_found(fragment: str) -> None:
    assert messages(no_hidden_text, in_body(fragment))


def test_our_own_parts_may_wait_hidden() -> None:
    ours = '<p hidden data-search="hint">Gõ ít nhất hai chữ</p><span data-when="speaking" hidden>Dừng</span>'
    assert messages(no_hidden_text, in_body(f"{ours}<p hidden></p>")) == []
    assert messages(no_hidden_text, page(GOOD)) == []


def test_a_class_of_the_style_sheet_that_hides_hides_no_link_away(tmp_path: Path) -> None:
    sheet = "@layer a { .x, .y:hover { opacity: 0 } } @media print { .z { display: none } } .w { min-width: 0 }"
    body = "".join(f'<p class="{name}">{AWAY}</p>' for name in "xyzw")
    pages = site(tmp_path, {"a.css": sheet, "a.html": GOOD.replace("</main>", f"{body}</main>")})
    assert [".x" in one.message for one in hidden_by_sheets(pages)] == [True]


def test_a_long_text_that_a_style_sheet_takes_out_of_sight_is_found(tmp_path: Path) -> None:
    body = f'<p class="x">{"từ khóa " * 40}</p>'
    pages = site(tmp_path, {"a.css": ".x { scale: 0 }", "a.html": GOOD.replace("</main>", f"{body}</main>")})
    assert len(list(hidden_by_sheets(pages))) == 1


def test_words_for_screen_readers_are_short(tmp_path: Path) -> None:
    body = f'<p class="visually-hidden">{"từ khóa " * 40}</p><p class="visually-hidden">Trang</p>'
    sheet = ".visually-hidden { position: absolute; width: 1px }"
    pages = site(tmp_path, {"a.css": sheet, "a.html": GOOD.replace("</main>", f"{body}</main>")})
    assert len(list(hidden_by_sheets(pages))) == 1
