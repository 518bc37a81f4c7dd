"""Planted things in finished sites: found where intruders or careless editors put them, and not on the real site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.checks.pages import read_site
from khuyencong.checks.planted.rules import planted
from tests.builds import ROOT, build, small_content

pytestmark = pytest.mark.site

ARTICLE = """---
title: Bài có liên kết lạ
date: 2023-07-01
category: lang-nghe
---
Xem [trang này](https://789bet-nhacai.example/) để biết thêm.
"""
PLANTED = (
    '<div style="position:absolute;left:-9999px"><a href="https://789bet.example/">nhà cái uy tín</a></div></main>'
)


def fields(site: Path) -> set[str]:
    """Give the rules that a site breaks."""
    return {one.field for one in planted(read_site(site), ROOT / "content" / "reviewed.yaml")}


def test_nothing_is_planted_on_the_real_site(site: Path) -> None:
    assert [str(one) for one in planted(read_site(site), ROOT / "content" / "reviewed.yaml")] == []


def test_a_planted_link_on_a_real_page_breaks_three_rules(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "giao-dien", tmp_path / "giao-dien")
    source = (site / "lien-he" / "index.html").read_text(encoding="utf-8")
    assert source.count("</main>") == 1
    (tmp_path / "lien-he").mkdir()
    (tmp_path / "lien-he" / "index.html").write_text(source, encoding="utf-8")
    assert fields(tmp_path) == set()
    (tmp_path / "lien-he" / "index.html").write_text(source.replace("</main>", PLANTED), encoding="utf-8")
    assert fields(tmp_path) == {"host", "gambling", "hidden"}


def test_a_strange_link_in_content_is_found_by_the_command_with_what_to_do(tmp_path: Path) -> None:
    output = build(small_content(tmp_path / "content", {"news/la.md": ARTICLE}), tmp_path / "ra")
    command = [sys.executable, str(ROOT / "scripts" / "check_site.py"), str(output)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert re.search(
        r"tin-tuc/la/index\.html:\d+: host: dẫn tới trang ngoài chưa được duyệt: 789bet-nhacai\.example\..*"
        r'"  - 789bet-nhacai\.example"',
        done.stdout,
    )


def test_the_reviewed_hosts_stand_once_each() -> None:
    text = (ROOT / "content" / "reviewed.yaml").read_text(encoding="utf-8")
    hosts = re.findall(r"^  - ([\w.-]+)$", text, re.MULTILINE)
    assert len(hosts) > 100
    assert len(hosts) == len(set(hosts))
    assert not [one for one in hosts if one.startswith("www.")]
