"""Tiny pages for the tests of the rules: one good page, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from khuyencong.checks.pages import BuiltPage, BuiltSite, parse_page, read_site
from khuyencong.checks.rules import PageRule

GOOD = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Cơ sở – Khuyến công</title>
<meta name="description" content="Các cơ sở công nghiệp nông thôn.">
<link rel="canonical" href="https://khuyencong.example/co-so/">
<link rel="stylesheet" href="../giao-dien/site.css">
</head>
<body>
<main id="noi-dung">
<h1>Cơ sở</h1>
<h2>Chế biến</h2>
<h3>Chả cá</h3>
<h2>Cơ khí</h2>
<p>Có <a href="../index.html">trang chủ</a> và <img src="../anh.jpg" alt="" width="4" height="3">.</p>
</main>
</body>
</html>
"""


SAID = (
    '<meta name="DC.title" content="Cơ sở">'
    '<meta name="DC.creator" content="Ban biên tập">'
    '<meta name="DC.date" content="2024-05-01">'
    '<meta name="DC.description" content="Danh sách cơ sở.">'
    '<meta name="DC.publisher" content="Trung tâm">'
    '<meta name="DC.identifier" content="https://khuyencong.example/co-so/">'
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","name":"Cơ sở"}</script>'
)
"""What a good page says to machines; it stands on one line, so that the lines of the page can be counted."""
GOOD = GOOD.replace("</head>", f"{SAID}</head>")


def page(source: str, path: str = "co-so/index.html") -> BuiltPage:
    """Parse a page."""
    return parse_page(path, source.encode())


def spoilt(old: str, new: str) -> BuiltPage:
    """Give the good page with one thing changed."""
    assert GOOD.count(old) == 1, f"{old!r} must stand once in the good page"
    return page(GOOD.replace(old, new))


def in_body(fragment: str) -> BuiltPage:
    """Give the good page with something more in it."""
    return spoilt("</main>", f"{fragment}</main>")


def messages(rule: PageRule, on: BuiltPage) -> list[str]:
    """Apply one rule and give its messages."""
    return [problem.message for problem in rule(on)]


def site(root: Path, files: Mapping[str, str]) -> BuiltSite:
    """Write a small site and read it back."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return read_site(root)


def linking(*addresses: str) -> str:
    """Give a page that does nothing but link."""
    links = "".join(f'<a href="{address}">x</a>' for address in addresses)
    return f'<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body>{links}</body></html>'


def leading_on(address: str, canonical: str) -> str:
    """Give the page at an old address."""
    return (
        '<!DOCTYPE html><html lang="vi"><head><title>Trang đã chuyển</title>'
        f'<meta http-equiv="refresh" content="0; url={address}"><link rel="canonical" href="{canonical}"></head>'
        f'<body><main><h1>Trang đã chuyển</h1><a href="{address}">Cơ sở</a></main></body></html>'
    )
