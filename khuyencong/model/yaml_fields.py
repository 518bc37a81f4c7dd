"""Reads the YAML of front matter and settings, event by event, into plain fields and the line of each.

Reading events instead of YAML's tree keeps a file from overrunning the interpreter's stack by nesting, or its
memory by aliases, and shows every mark that YAML would quietly drop from a value.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from khuyencong.model.problem import Problem, quoted
from khuyencong.model.yaml_errors import explain

MAX_LENGTH = 200_000
"""Longest YAML in characters."""
MAX_DEPTH = 12
"""Deepest nesting of lists and maps; the deepest field of the content model needs five."""

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Location: TypeAlias = tuple[str | int, ...]

_MARKS = {
    "&": "dấu & ở đầu giá trị có nghĩa riêng. Hãy đặt cả giá trị trong dấu nháy kép.",
    "*": "dấu * ở đầu giá trị có nghĩa riêng. Hãy đặt cả giá trị trong dấu nháy kép.",
    "!": "dấu ! ở đầu giá trị có nghĩa riêng. Hãy đặt cả giá trị trong dấu nháy kép.",
}
_TOO_DEEP = "phần khai báo lồng nhau quá sâu. Hãy bớt các cấp thụt vào hoặc các dấu ngoặc."


class _RefusedError(Exception):
    """Raised inside this module when the YAML is well formed but not allowed here."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.line, _ = _place(event.start_mark)
        self.message = message


def parse_yaml(
    text: str, shown: str, fields: dict[str, Value], lines: dict[Location, int], first_line: int = 1
) -> tuple[bool, list[Problem]]:
    """Parse YAML into fields and their lines.

    Arguments:
        text: the YAML, without `---` lines.
        shown: how problems name the file.
        fields: receives the fields, every scalar as the text that was typed.
        lines: receives the line of each field, by its location.
        first_line: the line of the file where the text begins.

    Returns:
        Whether the text could be read to its end, and the problems. What was read before a problem is kept.
    """
    tabs = [
        Problem(shown, first_line + number, "", "dòng thụt vào bằng phím Tab. Hãy thay bằng dấu cách.")
        for number, line in enumerate(text.split("\n") if "\t" in text else ())
        if "\t" in line[: len(line) - len(line.lstrip())]
    ]
    if tabs:
        return False, tabs
    if len(text) > MAX_LENGTH:
        message = "phần khai báo quá dài. Hãy chuyển bớt chữ xuống phần bài viết."
        return False, [Problem(shown, first_line, "", message)]
    reader = _Reader(text, shown, lines, first_line)
    try:
        reader.read(fields)
    except yaml.MarkedYAMLError as error:
        line, message = explain(error, text)
    except _RefusedError as refused:
        line, message = refused.line, refused.message
    except yaml.YAMLError:
        line, message = 0, "phần khai báo có ký tự không cho phép. Hãy gõ lại những chữ lạ."
    else:
        return True, reader.problems
    last = text.rstrip("\n").count("\n")
    return False, [*reader.problems, Problem(shown, first_line + min(line, last), "", message)]


class _Reader:
    """Turns YAML events into plain values and notes the line of each."""

    def __init__(self, text: str, shown: str, lines: dict[Location, int], first_line: int) -> None:
        self.events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        self.text_lines = text.split("\n")
        self.has_comments = "#" in text
        self.shown = shown
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []

    def read(self, fields: dict[str, Value]) -> None:
        """Read the one mapping that the text must be."""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and fields:
                raise _RefusedError(event, 'có hai phần khai báo. Hãy giữ một, giữa hai dòng "---".')
            if isinstance(event, yaml.MappingStartEvent):
                self._refuse_marks(event)
                self._mapping((), fields)
            elif isinstance(event, yaml.NodeEvent):
                if isinstance(event, yaml.ScalarEvent):
                    next(self.events, None)  # raises when the text is wrong a little further on
                raise _RefusedError(event, 'phần khai báo không có trường nào. Hãy viết các dòng "tên: giá trị".')

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + _place(event.start_mark)[0]

    def _value(self, event: yaml.Event, location: Location) -> Value:
        self._refuse_marks(event)
        if len(location) > MAX_DEPTH:
            raise _RefusedError(event, _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            lost = self._note_lost_text(event, location) if self.has_comments else None
            return _scalar(event) or lost
        if isinstance(event, yaml.MappingStartEvent):
            found: dict[str, Value] = {}
            self._mapping(location, found)
            return found
        return list(self._sequence(location))

    def _sequence(self, location: Location) -> Iterator[Value]:
        index = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*location, index)
            self.lines[here] = self._line(event)
            yield self._value(event, here)
            index += 1

    def _mapping(self, location: Location, found: dict[str, Value]) -> None:
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            here = (*location, key)
            if key in found:
                message = f"trường này đã có ở dòng {self.lines[here]}. Hãy giữ lại một dòng."
                self.problems.append(Problem(self.shown, self._line(event), ".".join(map(str, here)), message))
                self._skip(location)
            else:
                self.lines[here] = self._line(event)
                found[key] = None
                found[key] = self._value(next(self.events), here)

    def _skip(self, location: Location) -> None:
        """Read the value of a field that stands twice, without keeping its lines."""
        kept, self.lines = self.lines, {}
        self._value(next(self.events), (*location, ""))
        self.lines = kept

    def _key(self, event: yaml.Event) -> str:
        self._refuse_marks(event)
        if not isinstance(event, yaml.ScalarEvent):
            message = "tên trường phải là một từ. Hãy đặt giá trị có dấu ngoặc trong dấu nháy kép."
            raise _RefusedError(event, message)
        if not event.value.strip():
            raise _RefusedError(event, 'thiếu tên trường trước dấu hai chấm. Hãy viết "tên: giá trị".')
        return str(event.value)

    def _refuse_marks(self, event: Any) -> None:
        """Refuse anchors, aliases and tags: they drop text from a value, or stand for gigabytes of it."""
        if event.anchor or event.__class__ is yaml.AliasEvent or event.tag:
            line, column = _place(event.start_mark)
            written = self.text_lines[line][column : column + 1]
            raise _RefusedError(event, _MARKS.get(written, _MARKS["!"]))

    def _note_lost_text(self, event: yaml.ScalarEvent, location: Location) -> str | None:
        """Note a value like `Giải #1`, from which YAML drops everything after the space, and give what it drops."""
        if event.style:
            return None
        at, column = _place(event.end_mark)
        rest = self.text_lines[at][column:].strip()
        if not rest.startswith("#") or rest[1:2] in ("", " ", "#"):
            return None
        message = f"chữ từ {quoted(rest)} trở đi bị bỏ, vì dấu # mở đầu lời ghi chú. Hãy đặt cả giá trị trong nháy kép."
        self.problems.append(Problem(self.shown, self.first_line + at, ".".join(map(str, location)), message))
        return rest


def _place(mark: Any) -> tuple[int, int]:
    """Give line and column of a mark, counted from 0."""
    return (int(mark.line), int(mark.column)) if mark else (0, 0)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    """Keep the text as typed; only an empty plain value and `null` mean that nothing was given."""
    if not event.style and event.value in ("", "~", "null"):
        return None
    return str(event.value)
