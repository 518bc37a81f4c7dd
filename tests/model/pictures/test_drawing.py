"""Drawings: what stays and what goes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.pictures.drawing import ATTRIBUTES, ELEMENTS, MOST_SHAPES, DrawingError, sanitised
from khuyencong.model.pictures.drawing_style import class_rules
from khuyencong.model.pictures.inspection import judge
from tests.pictures import drawing

RECT = '<rect width="40" height="20"/>'


def clean(inside: str, attributes: str = "") -> str:
    return sanitised(drawing(inside, attributes)).data.decode()


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)"><rect/></a>',
        '<image href="https://xau.example/a.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        '<use href="https://xau.example/a.svg#b"/>',
        '<use href="data:image/svg+xml,x"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<style>@import url(https://xau.example/a.css);</style>",
        "<style>rect { fill: url(https://xau.example/a) }</style>",
        '<rect onclick="alert(1)" onload="alert(1)"/>',
        '<rect style="fill: url(https://xau.example/a)"/>',
        '<rect fill="url(https://xau.example/a#b)"/>',
        '<rect fill="URL( //xau.example )"/>',
        '<rect fill="u\\72l(https://xau.example)"/>',
        '<rect fill="image-set(&quot;https://xau.example&quot;)"/>',
        '<filter id="f"><feImage href="https://xau.example/a.png"/></filter>',
        "<?xml-stylesheet href='https://xau.example/a.css'?>",
        '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>',
        '<p xmlns="http://www.w3.org/1999/xhtml">alert</p>',
        "<text>Lò<script>alert(1)</script></text>",
        "<metadata>xau.example alert</metadata>",
    ],
)
def test_nothing_that_runs_or_leads_out_is_left(bad: str) -> None:
    found = clean(RECT + bad)
    assert not re.search(r"xau|alert|script|javascript|\bon\w+=|style|import|data:|foreign|image", found, re.IGNORECASE)
    assert "<rect" in found


def test_what_draws_stays() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" style="stop-color:#f00;-x-y:1"/></linearGradient></defs>'
        '<g transform="rotate(5)"><path id="p" d="M0 0L9,9" fill="url(#g)"/><use href="#p" x="3"/></g>'
        '<text x="1">Lò <tspan>nung</tspan> gốm</text><title>Sơ đồ</title>'
    )
    found = clean(inside)
    for kept in (
        'stop-color="#f00"',
        'fill="url(#g)"',
        'href="#p"',
        "rotate(5)",
        "Lò <tspan>nung</tspan> gốm",
        "Sơ đồ",
    ):
        assert kept in found
    assert "-x-y" not in found


def test_the_classes_that_drawing_programs_write_become_attributes() -> None:
    found = clean('<style>.st0{fill:#0B5A4A;} .st1,.st2 { stroke : red }</style><rect class="st0 st2"/>')
    assert 'fill="#0B5A4A"' in found
    assert 'stroke="red"' in found
    assert class_rules("/* .x{} */ .a > .b{fill:red} .c{fill:red;;x}") == {"c": {"fill": "red"}}


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", (120, 60)),
        ('width="240"', (240, 120)),
        ('width="1in" height="48px"', (96, 48)),
        ('width="100%" height="100%"', (120, 60)),
        ('width="1.2.3"', (120, 60)),
    ],
)
def test_its_size_is_what_it_says_or_what_its_frame_says(attributes: str, size: tuple[int, int]) -> None:
    found = sanitised(drawing(RECT, attributes))
    assert (found.width, found.height) == size
    assert f'width="{size[0]}"' in found.data.decode()


def nested(attribute: str) -> str:
    """Give elements of which each uses the next ten times: ten to the twelfth shapes."""
    kind = {"mask": "mask", "clip-path": "clipPath", "href": "g"}[attribute]
    used = {
        "mask": '<rect mask="url(#n{})"/>',
        "clip-path": '<rect clip-path="url(#n{})"/>',
        "href": '<use href="#n{}"/>',
    }
    levels = (f'<{kind} id="n{one}">{used[attribute].format(one + 1) * 10}</{kind}>' for one in range(12))
    return f'{"".join(levels)}<{kind} id="n12">{RECT}</{kind}>'


def test_a_copy_of_a_copy_and_a_mask_within_a_mask_are_drawn() -> None:
    copies = f'<g id="a">{RECT}</g><g id="b"><use href="#a"/></g><use href="#b"/>'
    masks = f'<mask id="m">{RECT}</mask><mask id="n"><rect mask="url(#m)"/></mask><rect mask="url(#n)"/>'
    assert clean(copies).count("<use") == 2
    assert clean(masks).count("url(#") == 2


def test_links_and_choices_become_groups() -> None:
    choice = f'<switch><foreignObject/><g>{RECT}</g></switch><a href="https://xau.example/">{RECT}</a>'
    assert "xau" not in clean(choice)
    assert clean(choice).count("<rect") == 2


@pytest.mark.parametrize(
    ("inside", "lost"),
    [
        ("<script/><metadata/><title>a</title><animate/>", ()),
        ("<style>/* a */ .a, .b { fill: red }</style>", ()),
        ("<image href='a.png'/><g><filter id='f'/></g>", ("filter", "image")),
        ("<style>rect { fill: none }</style>", ("style",)),
        ("<style>.a{} #b .c{stroke:red}</style>", ("style",)),
    ],
)
def test_what_draws_and_is_not_published_is_told(inside: str, lost: tuple[str, ...]) -> None:
    data = drawing(RECT + inside)
    assert sanitised(data).lost == lost
    warning = judge(data, "a.svg").warning
    assert bool(warning) == bool(lost)
    assert all(name in warning for name in (*lost, *(["Hãy "] if lost else [])))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không đọc được"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "không đọc được"),
        (drawing().decode().encode("utf-16"), "không đọc được"),
        (b"<svg><rect/></svg>", "không phải bản vẽ"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>", "không phải bản vẽ"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + drawing("<text>&a;</text>"), "ENTITY"),
        (drawing("<image href='a.png'/>"), "không có hình vẽ"),
        (drawing("<g>" * 60 + RECT + "</g>" * 60), "quá phức tạp"),
        (drawing("<g/>" * (MOST_SHAPES + 1)), "quá phức tạp"),
        (drawing(RECT + " " * 1_000_001), "1 MB"),
        (drawing(RECT, 'width="30000" height="30000"'), "30000 × 30000"),
        (drawing(RECT + nested("mask")), "lặp lồng nhau"),
        (drawing(RECT + nested("clip-path")), "lặp lồng nhau"),
        (drawing(RECT + nested("href")), "lặp lồng nhau"),
        (drawing(f'{RECT}<mask id="a"><rect mask="url(#a)"/></mask>'), "lặp lồng nhau"),
        (drawing(f'{RECT}<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "lặp lồng nhau"),
        (drawing(f'<g id="a">{RECT * 900}</g>' + '<use href="#a"/>' * 900), "lặp lồng nhau"),
    ],
)
def test_drawings_that_may_not_be_published(data: bytes, words: str) -> None:
    with pytest.raises(DrawingError, match=words) as raised:
        sanitised(data)
    assert "Hãy " in str(raised.value)


NAMES = st.sampled_from([*sorted(ELEMENTS), "script", "style", "image", "a", "set", "foreignObject"])
VALUES = st.text(st.sampled_from("url(#a)javascript:;\\/'<>&\" %0"), max_size=30)


@given(st.lists(st.tuples(NAMES, st.sampled_from([*sorted(ATTRIBUTES), "onload", "href", "style", "class"]), VALUES)))
def test_whatever_goes_in_only_the_allow_list_comes_out(parts: list[tuple[str, str, str]]) -> None:
    root = ET.Element("{http://www.w3.org/2000/svg}svg")
    for name, attribute, value in parts:
        ET.SubElement(root, f"{{http://www.w3.org/2000/svg}}{name}", {attribute: value})
    ET.SubElement(root, "{http://www.w3.org/2000/svg}rect")
    try:
        found = sanitised(ET.tostring(root))
    except DrawingError:
        return
    for one in ET.fromstring(found.data).iter():  # noqa: S314 - our own
        assert one.tag.rpartition("}")[2] in ELEMENTS
        for attribute, value in one.attrib.items():
            assert attribute in ATTRIBUTES | {"href"}
            assert attribute != "href" or value.startswith("#")
            assert "javascript:" not in value or attribute != "href"
            assert not re.search(r"url\((?!\s*[\"']?#)", value, re.IGNORECASE)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(DrawingError):
        sanitised(data)
