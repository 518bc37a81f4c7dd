"""`make redirects-report`: where old addresses lead, and what is wrong with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.content import ROOT, news, write_content

HEADS = "địa chỉ cũ;địa chỉ mới;ghi chú\n"


def report(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command on the content folder of a test."""
    command = [sys.executable, str(ROOT / "scripts" / "redirects_report.py"), "content"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_every_old_address_is_listed_with_the_line_that_says_so(tmp_path: Path) -> None:
    table = f"{HEADS}/a.i1.html;news/mot.md;\n/tep.pdf;/tin-tuc/;\n"
    write_content(tmp_path, {"news/mot.md": news("aliases: [/cu/]"), "redirects.csv": table})
    said = report(tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        "/a.i1.html",
        "  → /tin-tuc/mot/",
        "  content/redirects.csv:2",
        "/cu/",
        "  → /tin-tuc/mot/",
        "  content/news/mot.md:5",
        "/tep.pdf",
        "  → /tin-tuc/",
        "  content/redirects.csv:3  (cần máy chủ chuyển: địa chỉ này không phải trang HTML)",
        "3 địa chỉ cũ, 0 lỗi.",
    ]


def test_faults_are_told_and_the_command_fails(tmp_path: Path) -> None:
    table = f"{HEADS}/404.html;/;\n/a;/khong-co-dau/;\n"
    write_content(tmp_path, {"news/mot.md": news(), "redirects.csv": table})
    said = report(tmp_path)
    assert said.returncode == 1
    assert said.stdout.splitlines()[-1] == "1 địa chỉ cũ, 2 lỗi."
    assert 'content/redirects.csv:2: địa chỉ cũ "/404.html" đang là một trang hoặc tệp khác' in said.stdout
