"""Splits a content file into fields, the line of each field, and Markdown.

Front matter is YAML between two `---` lines. Every scalar stays the text that was typed: what it means
(a year, a date, a number) is decided by the model, so that `0254`, `no` and `2023-1` are never turned
into something the writer did not write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from khuyencong.model.problem import Problem

MAX_FRONT_MATTER = 200_000
"""Longest front matter in characters; it bounds what the YAML parser is given."""
MAX_DEPTH = 12
"""Deepest nesting of lists and maps; the deepest field of the content model needs five."""

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Location: TypeAlias = tuple[str | int, ...]

_EXPLANATIONS = (
    ("mapping values are not allowed", 'giá trị có dấu hai chấm ": ". Hãy đặt cả giá trị trong dấu nháy kép.'),
    (
        "cannot start any token",
        "dòng có dấu tab hoặc ký tự lạ ở đầu giá trị. Hãy dùng dấu cách, hoặc đặt giá trị trong dấu nháy kép.",
    ),
    ("found unexpected end of stream", "dấu nháy mở ra mà chưa đóng. Hãy thêm dấu nháy ở cuối giá trị."),
    ("could not find expected ':'", 'thiếu dấu hai chấm sau tên trường. Mỗi dòng có dạng "tên: giá trị".'),
    ("did not find expected key", "dòng thụt vào không đúng. Các trường cùng cấp phải thẳng hàng."),
    ("did not find expected '-'", "danh sách viết không thẳng hàng. Mỗi mục bắt đầu bằng dấu gạch và một dấu cách."),
    ("did not find expected ',' or ']'", "danh sách trong ngoặc vuông chưa đóng hoặc thiếu dấu phẩy."),
    ("did not find expected ',' or '}'", "ngoặc nhọn chưa đóng hoặc thiếu dấu phẩy."),
    ("did not find expected alphabetic", "giá trị bắt đầu bằng dấu đặc biệt. Hãy đặt giá trị trong dấu nháy kép."),
    ("unknown escape character", "dấu \\ trong nháy kép có nghĩa riêng. Hãy dùng dấu nháy đơn."),
)


@dataclass(slots=True)
class FrontMatter:
    """What a content file says before it is validated.

    Arguments:
        fields: the front matter, every scalar as the text that was typed.
        lines: the line of each field, by its location.
        body: the Markdown.
        body_line: the line where the Markdown begins.
    """

    fields: dict[str, Value] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def line(self, location: Location) -> int:
        """Give the line of a field, or of the nearest thing around it that stands in the file."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


class _RefusedError(Exception):
    """Raised inside this module when the YAML is well formed but not allowed here."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


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
        return FrontMatter(), [Problem(shown, 1, "", 'thiếu phần khai báo. Dòng đầu của tệp phải là "---".')]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return FrontMatter(), [
            Problem(shown, len(lines), "", 'phần khai báo chưa kết thúc. Hãy thêm một dòng "---" trước bài.')
        ]
    front = FrontMatter(body="\n".join(lines[end + 1 :]), body_line=end + 2)
    problems = parse_yaml("\n".join(lines[1:end]) + "\n", shown, front, first_line=2)
    return front, problems


def parse_yaml(text: str, shown: str, into: FrontMatter, first_line: int = 1) -> list[Problem]:
    """Parse YAML into fields and their lines.

    Arguments:
        text: the YAML, without `---` lines.
        shown: how problems name the file.
        into: receives fields and lines.
        first_line: the line of the file where the text begins.

    Returns:
        The problems found.
    """
    tabs = [
        Problem(shown, first_line + number, "", "dòng thụt vào bằng phím Tab. Hãy thay bằng dấu cách.")
        for number, line in enumerate(text.split("\n"))
        if "\t" in line[: len(line) - len(line.lstrip())]
    ]
    if tabs:
        return tabs
    if len(text) > MAX_FRONT_MATTER:
        return [Problem(shown, first_line, "", "phần khai báo quá dài. Hãy chuyển bớt chữ xuống phần bài viết.")]
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        reader = _Reader(shown, into.lines, first_line)
        if node is not None:
            into.fields.update(reader.top(node))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (min(mark.line, text.count("\n") - 1) if mark else 0)
        return [Problem(shown, line, "", _explain(error))]
    except _RefusedError as refused:
        return [Problem(shown, refused.line, "", refused.message)]
    except (RecursionError, yaml.YAMLError):
        return [Problem(shown, first_line, "", "phần khai báo lồng nhau quá sâu hoặc có ký tự không cho phép.")]
    return reader.problems


def _explain(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, explanation in _EXPLANATIONS:
        if sign in said:
            return explanation
    return "phần khai báo viết sai quanh dòng này. Hãy xem lại dấu hai chấm, dấu nháy và chỗ thụt dòng."


class _Reader:
    """Turns YAML nodes into plain values and notes the line of each."""

    def __init__(self, shown: str, lines: dict[Location, int], first_line: int) -> None:
        self.shown = shown
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def top(self, node: yaml.Node) -> dict[str, Value]:
        if not isinstance(node, yaml.MappingNode):
            raise _RefusedError(self._line(node), 'phần khai báo phải gồm các dòng "tên: giá trị".')
        return self._mapping(node, ())

    def _line(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)

    def _value(self, node: yaml.Node, location: Location) -> Value:
        # The same node met twice is an alias; a few nested aliases can stand for gigabytes of text.
        if id(node) in self.seen:
            raise _RefusedError(self._line(node), "không dùng & và * trong phần khai báo. Hãy viết lại giá trị đầy đủ.")
        self.seen.add(id(node))
        if len(location) > MAX_DEPTH:
            raise _RefusedError(self._line(node), "phần khai báo lồng nhau quá sâu.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(child, (*location, index)) for index, child in enumerate(node.value)]
        return _scalar(node)

    def _item(self, node: yaml.Node, location: Location) -> Value:
        self.lines[location] = self._line(node)
        return self._value(node, location)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = self._line(key_node)
            if key in found:
                first = self.lines[(*location, key)]
                message = f"trường này đã có ở dòng {first}. Hãy giữ lại một dòng."
                self.problems.append(Problem(self.shown, line, ".".join(map(str, (*location, key))), message))
                continue
            self.lines[(*location, key)] = line
            found[key] = self._value(value_node, (*location, key))
        return found


def _scalar(node: yaml.Node) -> str | None:
    """Keep the text as typed; only an empty plain value and `null` mean that nothing was given."""
    text = str(node.value)
    if getattr(node, "style", None) is None and text in ("", "~", "null"):
        return None
    return text


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
    return value
