"""The gate as staff meet it: the command, on folders with planted faults.

Each folder of tests/golden/gate holds some content files and `expected.txt`, what the command must say of them,
word for word. `GOLDEN=write` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.model.tree import read_tree
from tests.builds import run_pelican
from tests.content import ALL_OUT, ROOT, TODAY, news, write_content

GOLDEN = ROOT / "tests" / "golden" / "gate"
CASES = sorted(folder.name for folder in GOLDEN.iterdir())
PROGRESS = re.compile(r"^.+: [\d.]+ trong [\d,]+ giây\n", re.MULTILINE)
"""What a slow machine says of a step that took more than two seconds."""
PROBLEM = re.compile(r"content(?:/[^:]+)?:[1-9]\d*: (?:\S[^:]*: )?.*(?:[Hh]ãy |Ý bạn là ).*[.?]")


def check(content: Path | str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the gate's own command."""
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), str(content)]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def lay_down(case: str, folder: Path) -> Path:
    """Lay down the content of one case over the real settings."""
    content = write_content(folder, {})
    shutil.copytree(GOLDEN / case / "content", content, dirs_exist_ok=True)
    return content


@pytest.mark.parametrize("case", CASES)
def test_planted_faults_are_reported_word_for_word(case: str, tmp_path: Path) -> None:
    lay_down(case, tmp_path)
    said = check("content", tmp_path)
    told = PROGRESS.sub("", said.stdout)
    expected = GOLDEN / case / "expected.txt"
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert said.stderr == ""
    assert said.returncode == (0 if case == "fine" else 1)


@pytest.mark.parametrize("case", [case for case in CASES if case != "fine"])
def test_every_problem_has_a_line_of_its_file_and_says_what_to_do(case: str, tmp_path: Path) -> None:
    content = lay_down(case, tmp_path)
    found = read_tree(content, TODAY).problems
    assert found
    assert len({str(problem) for problem in found}) == len(found), "a problem is reported twice"
    for problem in found:
        path = tmp_path / problem.path
        lines = len(path.read_bytes().splitlines()) if path.is_file() else 1
        assert 1 <= problem.line <= max(lines, 1), str(problem)
        assert PROBLEM.fullmatch(str(problem)), str(problem)


def test_the_table_of_faults_is_long() -> None:
    reported = [line for case in CASES for line in (GOLDEN / case / "expected.txt").read_text().splitlines()]
    kinds = {re.sub(r'"[^"]*"|\d+', "…", line.split(": ", 1)[-1]) for line in reported}
    assert len(kinds) >= 120


def test_a_missing_content_folder_is_a_problem(tmp_path: Path) -> None:
    said = check("content", tmp_path)
    assert said.returncode == 1
    assert said.stdout.splitlines()[0] == "content:1: không có thư mục nội dung này. Hãy xem lại tên thư mục."
    assert said.stderr == ""


def test_an_empty_content_folder_lacks_its_settings(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    said = check("content", tmp_path)
    assert said.returncode == 1
    assert said.stdout.splitlines()[:-1] == [
        "content/site.yaml:1: thiếu tệp thiết đặt này. Hãy lấy lại từ bản trước.",
        "content/taxonomies.yaml:1: thiếu tệp thiết đặt này. Hãy lấy lại từ bản trước.",
    ]


def test_the_folder_may_be_given_as_a_dot(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"news/2024/a.md": "---\n"})
    assert check(".", content).stdout.startswith("content/news/2024/a.md:1: ")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_no_vietnamese_gets_it_all_the_same(tmp_path: Path, encoding: str) -> None:
    write_content(tmp_path, {"news/2024/a.md": news("mau: đỏ")})
    said = check("content", tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (said.returncode, said.stderr) == (1, "")
    assert "không có trường này" in said.stdout


def test_a_reader_that_stops_early_causes_no_traceback(tmp_path: Path) -> None:
    write_content(tmp_path, {f"news/2024/{number}.md": "---\n" for number in range(3000)})
    command = f"{sys.executable} {ROOT}/scripts/check.py content | head -1"
    shell = ["bash", "-c", command]
    said = subprocess.run(shell, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert said.stderr == ""
    assert len(said.stdout.splitlines()) == 1


def test_the_real_content_has_no_problem() -> None:
    assert [str(problem) for problem in read_tree(ROOT / "content", ALL_OUT).problems] == []


@pytest.mark.parametrize("case", ["broken-yaml", "links", "site-broken"])
def test_pelican_stops_at_the_gate_and_leaves_the_output_alone(case: str, tmp_path: Path) -> None:
    content = lay_down(case, tmp_path)
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("trang cũ", encoding="utf-8")
    before = (output / "index.html").stat().st_mtime_ns
    said = run_pelican(content, output, flags=("--log-handler", "plain", "--fatal=errors"))
    assert said.returncode == 1
    assert "Traceback" not in said.stdout + said.stderr
    expected = (GOLDEN / case / "expected.txt").read_text(encoding="utf-8").splitlines()[:-1]
    assert [line for line in said.stdout.splitlines() if line.startswith("content/")] == expected
    assert [path.name for path in output.iterdir()] == ["index.html"]
    assert (output / "index.html").read_text(encoding="utf-8") == "trang cũ"
    assert (output / "index.html").stat().st_mtime_ns == before


def test_pelican_makes_no_output_folder_for_faulty_content(tmp_path: Path) -> None:
    content = lay_down("awards", tmp_path)
    said = run_pelican(content, tmp_path / "output", flags=("--log-handler", "plain", "--fatal=errors"))
    assert said.returncode == 1
    assert list((tmp_path / "output").glob("**/*")) == []
