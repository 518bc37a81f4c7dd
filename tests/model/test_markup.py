"""Links, headings and footnotes of a body; Markdown's own renderer is the judge."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.markdown import Resolver, render
from khuyencong.model.markup import Markup
from khuyencong.model.media_view import PictureView
from khuyencong.model.near import Known
from khuyencong.model.target import Surroundings, Targets
from tests.bodies import body_problems

BAD = "hong.pdf"
LINKS = [
    "[chữ]({})",
    "![hình]({})",
    "[a [b] c]({})",
    "[a\nb]({})",
    "[![x](y.jpg)]({})",
    "[c]({} 'Tên (một)')",
    '[d](<{}> "T")',
    "[e]( {} )",
    "[R]",
    "![R]",
    "[f][R]",
    "![g][R]",
    "[R][]",
    "[R]: {}",
    "[`]`]({})",
]
INLINE = st.sampled_from(
    ["chữ", " ", "*", "`", "``", "\\", "<", ">", "!", "[", "]", "(", ")", "^", "|", "<b>", "</b>", "&amp;", *LINKS]
)
START = st.sampled_from(
    ["", "", "", "- ", "> ", "1. ", "    ", "## ", "[R]: ", "[^1]: ", ":   ", "```", "<!-- ", "-->", "| "]
)
LINE = st.builds("{}{}".format, START, st.lists(INLINE, max_size=4).map("".join))
BODIES = st.builds(str.join, st.sampled_from(["\n", "\n\n"]), st.lists(LINE, max_size=8))
SITE = Targets(frozenset({"/a/"}), Known([]), frozenset(), {})


def followed(body: str) -> set[str]:
    """Give all that the renderer asks for."""
    asked: set[str] = set()

    def link(target: str) -> str:
        asked.add(target)
        return "/"

    def picture(name: str, alt: str) -> PictureView:
        asked.add(name)
        return PictureView("x", (), 1, 1, alt)

    render(body, Resolver(link, picture))
    return asked


@given(BODIES, st.integers(0, 20))
def test_nothing_wrong_that_the_renderer_follows_goes_unreported(body: str, position: int) -> None:
    pieces = body.split("{}")
    body = "".join(f"{piece}{BAD if number == position else '/a/'}" for number, piece in enumerate(pieces))
    around = Surroundings(SITE, "news/a.md", lambda name: "" if name in ("/a/", "y.jpg") else "hỏng", lambda _: "hỏng")
    if followed(body) - {"/a/", "y.jpg", ""}:
        assert list(body_problems(body, around))


@given(BODIES | st.text(max_size=80))
def test_everything_found_has_a_line_of_the_body(body: str) -> None:
    markup = Markup(body)
    last = body.count("\n")
    uses, definitions = markup.footnotes()
    lines = [*(one.line for one in markup.links()), *(one.line for one in markup.headings())]
    lines += [line for line, _ in (*uses, *definitions)]
    assert all(0 <= line <= last for line in lines)


@pytest.mark.parametrize(
    ("body", "kind", "target", "line"),
    [
        ("[a](/b/)", "link", "/b/", 0),
        ('x\n\n[a](/b/ "T (x)")', "link", "/b/", 2),
        ("[a\nb](/b/)", "link", "/b/", 0),
        ("[a](\n/b/)", "link", "/b/", 0),
        ("[a](b c.pdf)", "link", "b c.pdf", 0),
        ("[a](<b c.pdf> 'T')", "link", "b c.pdf", 0),
        ("[a](b(1).pdf)", "link", "b(1).pdf", 0),
        ("[![x](y.jpg)](/b/)", "picture", "y.jpg", 0),
        ("[![x](y.jpg)](/b/)", "link", "/b/", 0),
        ("a [b [c] d](/e/)", "link", "/e/", 0),
        ("[a][b]\n\n[b]: /c/", "link", "/c/", 2),
        ("[B][]\n\n[b]: </c/>", "link", "/c/", 2),
        ("[b]\n\n[b]:\n  /c/ 'T'", "link", "/c/", 3),
        ("![a][b]\n\n[b]: c.jpg", "picture", "c.jpg", 2),
        ("<https://a.vn/?b=c>", "link", "https://a.vn/?b=c", 0),
        ("a\n<a\n href='/b/'>x</a>", "tag", "/b/", 1),
        ("[a][không]", "reference", "không", 0),
        ("\\![a](/b/)", "link", "/b/", 0),
        ("\\\\![a](b.jpg)", "picture", "b.jpg", 0),
        ("[b][không]\n\n[b]: /c/", "link", "/c/", 2),
    ],
)
def test_links_are_found_with_their_lines(body: str, kind: str, target: str, line: int) -> None:
    assert (kind, target, line) in [(one.kind, one.target, one.line) for one in Markup(body).links()]


@pytest.mark.parametrize(
    "body",
    [
        "[a]",
        "[a] (/b/)",
        "\\[a](/b/)",
        "[1][2]",
        "[a\n\n](/b/)",
        "`[a](/b/)`",
        "[^1] x\n\n[^1]: y",
        "a@b.vn",
        "a < b > c",
        "| [ ] | x |",
    ],
)
def test_what_is_no_link_is_not_found(body: str) -> None:
    assert list(Markup(body).links()) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "# A",
                "## B",
                "### C #",
                "#D",
                "##",
                "E\n===",
                "F\n---",
                "chữ",
                "> ## G",
                "- ## H",
                "    # I",
                "```\n# J\n```",
            ]
        ),
        max_size=6,
    )
)
def test_headings_are_those_of_the_renderer(blocks: list[str]) -> None:
    body = "\n\n".join(blocks)
    expected = re.findall(r"<h([2-6])", render(body, Resolver(str, lambda *_: PictureView("", (), 1, 1, ""))).html)
    assert [str(one.level) for one in Markup(body).headings() if one.level > 1] == expected


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "]",
        "[a](",
        "[a](b",
        "[a][",
        "![",
        "[a](<",
        '[a](x "',
        "[a]: ",
        "<a ",
        "<a:",
        "[^",
        "#",
        "a\n-\n",
        "(",
        "[[](",
        "\\",
        "[a](b (c ",
        "<a href='",
    ],
)
def test_a_large_file_of_anything_is_read_at_once(unit: str) -> None:
    markup = Markup(unit * (150_000 // len(unit)))
    start = time.process_time()
    for _ in (*markup.links(), *markup.headings(), *markup.footnotes()):
        pass
    assert time.process_time() - start < 5
