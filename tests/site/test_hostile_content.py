"""Raw HTML in content: what could run never reaches the output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from khuyencong.checks.pages import parse_page
from khuyencong.checks.rules import check_output
from tests.builds import build, run_pelican, small_content

pytestmark = pytest.mark.site

HEAD = "---\ntitle: Bài thử\ndate: 2023-07-01\ncategory: lang-nghe\n---\n"
HOSTILE = """Đoạn thật.

<script>alert("độc")</script>

<p onclick="alert(2)" style="position:fixed">Đoạn có bẫy.</p>

<iframe srcdoc="<p>a</p>"></iframe>

<svg onload="alert(3)"><path d="M0 0"></path></svg>

<style>body { display: none }</style>

<form action="https://doc.example/"><input name="mat-khau"></form>

<base href="https://doc.example/">

<meta http-equiv="refresh" content="0;url=https://doc.example/">

Đoạn cuối.
"""
REFUSED = [
    '<a href="javascript:alert(1)">a</a>',
    '<a href="JaVaScRiPt:alert(1)">a</a>',
    '<a href="java&#115;cript:alert(1)">a</a>',
    '<a href="data:text/html,a">a</a>',
    "[a](javascript:alert(1))",
    "[a](vbscript:a)",
    "<javascript:alert(1)>",
    '<img src="https://doc.example/x.png" onerror="alert(1)" alt="x">',
]


def test_raw_html_that_could_run_never_reaches_the_output(tmp_path: Path) -> None:
    output = build(small_content(tmp_path / "content", {"news/thu.md": HEAD + HOSTILE}), tmp_path / "ra")
    text = (output / "tin-tuc" / "thu" / "index.html").read_text(encoding="utf-8")
    assert "Đoạn thật." in text
    assert "Đoạn có bẫy." in text
    assert "Đoạn cuối." in text
    main = text[text.index("<main") : text.index("</main>")]
    assert not re.search(r"alert|onclick|onload|position:fixed|display: none|doc\.example|<iframe|<form|<base", main)
    assert list(map(str, check_output(output))) == []


@pytest.mark.parametrize("line", REFUSED)
def test_a_link_that_could_run_stops_at_the_gate_or_loses_its_address(tmp_path: Path, line: str) -> None:
    content = small_content(tmp_path / "content", {"news/thu.md": HEAD + line + "\n"})
    done = run_pelican(content, tmp_path / "ra")
    page = tmp_path / "ra" / "tin-tuc" / "thu" / "index.html"
    if done.returncode:
        assert re.search(r"content/news/thu\.md:6: ", done.stdout), done.stdout
        assert not page.exists()
    else:
        main = parse_page(page.name, page.read_bytes()).tree.find(".//main")
        assert "alert" not in html.tostring(main, encoding="unicode").replace(line, "")
        assert not any(
            re.match(r"\s*(javascript|data|vbscript):", one, re.IGNORECASE) for one in main.xpath(".//a/@href")
        )
