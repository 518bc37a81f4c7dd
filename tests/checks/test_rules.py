"""All rules together, and the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from khuyencong.checks.rules import PAGE_RULES, SITE_RULES, check_output, check_site
from tests.checks.pages import GOOD, linking, site

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {
    "index.html": GOOD.replace("khuyencong.example/co-so/", "khuyencong.example/")
    .replace("../index.html", "co-so/index.html")
    .replace("../", "")
    .replace("<title>Cơ sở", "<title>Trang chủ"),
    "co-so/index.html": GOOD,
    "giao-dien/site.css": "",
    "anh.jpg": "",
}


def run(output: Path) -> subprocess.CompletedProcess[str]:
    """Run the developers' command."""
    command = [sys.executable, str(ROOT / "scripts" / "check_site.py"), str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_good_site_keeps_every_rule(tmp_path: Path) -> None:
    assert check_site(site(tmp_path, WHOLE)) == []


def test_problems_come_in_order_of_file_and_line(tmp_path: Path) -> None:
    bad = GOOD.replace("<h1>", '<p style="a">None</p><h1>').replace("../anh.jpg", "mat.jpg")
    found = [str(one) for one in check_site(site(tmp_path, WHOLE | {"co-so/index.html": bad}))]
    assert found == [
        "co-so/index.html:12: inline: <p style='a'>",
        "co-so/index.html:12: leftover: a Python value in the text: 'None'",
        "co-so/index.html:16: broken-link: 'mat.jpg': there is no co-so/mat.jpg",
    ]


def test_an_output_folder_without_pages_is_a_problem(tmp_path: Path) -> None:
    assert [one.field for one in check_output(tmp_path)] == ["pages"]


def test_no_rule_stumbles_over_an_empty_or_torn_page(tmp_path: Path) -> None:
    torn = {"index.html": "", "a.html": "<p><a href='", "b.html": "\x00<", "c.html": linking("http://[", "mat/")}
    fields = {one.field for one in check_site(site(tmp_path, torn))}
    assert {"title", "one-h1", "canonical", "broken-link"} <= fields


def test_every_rule_says_what_it_asks() -> None:
    assert all((rule.__doc__ or "").strip().endswith(".") for rule in (*PAGE_RULES, *SITE_RULES))


def test_the_command_is_content_with_a_good_site(tmp_path: Path) -> None:
    site(tmp_path, WHOLE)
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (0, "2 pages, 4 files, 0 problems.\n")


def test_the_command_prints_each_problem_where_it_is_and_fails(tmp_path: Path) -> None:
    site(tmp_path, WHOLE | {"co-so/index.html": GOOD.replace(' lang="vi"', "")})
    done = run(tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{tmp_path}/co-so/index.html:1: lang: <html> has no lang",
        "2 pages, 4 files, 1 problems.",
    ]
