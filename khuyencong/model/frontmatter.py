"""Splits a content file into fields, the line of each field, and Markdown.

Front matter is YAML between two `---` lines. Every scalar stays the text that was typed: what it means
(a year, a date, a number) is decided by the model, so that `0254`, `no` and `2023-1` are never turned
into something the writer did not write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from khuyencong.model.problem import Problem
from khuyencong.model.yaml_fields import Location, Value, parse_yaml

__all__ = ["FrontMatter", "Location", "Value", "parse_yaml", "split", "without_empty"]


@dataclass(slots=True)
class FrontMatter:
    """What a content file says before it is validated.

    Arguments:
        fields: the front matter, every scalar as the text that was typed.
        lines: the line of each field, by its location.
        body: the Markdown.
        body_line: the line where the Markdown begins.
        is_whole: whether the front matter could be read to its end.
    """

    fields: dict[str, Value] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    is_whole: bool = False

    def line(self, location: Location) -> int:
        """Give the line of a field, or of the nearest thing around it that stands in the file."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def split(text: str, shown: str) -> tuple[FrontMatter, list[Problem]]:
    """Split the text of a content file.

    Arguments:
        text: the file's text.
        shown: how problems name the file.

    Returns:
        What was found, and the problems; with a problem the fields may be incomplete.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(), [Problem(shown, 1, "", 'thiếu phần khai báo. Hãy để "---" ở dòng đầu của tệp.')]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        message = 'phần khai báo chưa kết thúc. Hãy thêm một dòng "---" trước bài.'
        return FrontMatter(), [Problem(shown, _where_it_should_end(lines), "", message)]
    front = FrontMatter(body="\n".join(lines[end + 1 :]), body_line=end + 2)
    yaml = "\n".join(lines[1:end]) + "\n"
    front.is_whole, problems = parse_yaml(yaml, shown, front.fields, front.lines, first_line=2)
    return front, problems


def _where_it_should_end(lines: list[str]) -> int:
    """Give the number of the first blank line, or of the last line when there is none."""
    blank = next((number for number, line in enumerate(lines, 1) if not line.strip()), len(lines))
    return min(blank, max(1, len(lines) - (lines[-1] == "")))


def without_empty(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Drop what was left blank, as editors write `''`, `[]` and `{}` for fields nobody filled in."""
    kept: dict[str, Value] = {}
    for key, value in fields.items():
        cleaned = _clean(value)
        if cleaned not in (None, "", [], {}):
            kept[key] = cleaned
    return kept


def _clean(value: Value) -> Value:
    if isinstance(value, dict):
        return dict(without_empty(value))
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value if value and value.strip() else None
