"""The rules of the house that no tool of others checks: sizes, and one word in four places."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path

from khuyencong.model.types import TYPES

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 8


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


PROGRAM = sources("khuyencong", "scripts")
ALL = [*PROGRAM, *sources("tests", "bench")]


def function_lengths(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Yield every function with its lines, the docstring not counted."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                has_docstring = ast.get_docstring(node) is not None
                first = node.body[1] if has_docstring and len(node.body) > 1 else node.body[0]
                yield f"{path.name}:{node.name}", (node.end_lineno or 0) - first.lineno + 1


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    assert {path.name: lines for path in ALL if (lines := len(path.read_text().splitlines())) > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    assert [(name, lines) for name, lines in function_lengths(ALL) if lines > LONGEST_FUNCTION] == []
    assert statistics.median(lines for _, lines in function_lengths(PROGRAM)) <= MEDIAN_FUNCTION


def test_a_content_type_has_its_word_in_four_places() -> None:
    for content_type in TYPES:
        assert (ROOT / "content" / content_type.folder).is_dir()
        assert (ROOT / "khuyencong" / "model" / f"{content_type.key}.py").is_file()
        assert (ROOT / "themes" / "khuyencong" / "templates" / content_type.folder / "entry.html").is_file()
        assert (ROOT / "tests" / "model" / f"test_{content_type.key}.py").is_file()


def test_nothing_imports_a_script() -> None:
    names = {path.stem for path in (ROOT / "scripts").glob("*.py")}
    for path in (ROOT / "khuyencong").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scripts"):
                raise AssertionError(f"{path} imports from scripts")
            if isinstance(node, ast.Import):
                assert not names & {alias.name for alias in node.names}, path
