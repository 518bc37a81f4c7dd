"""Says in Vietnamese where and why YAML could not be read; the parser's own words help programmers only."""

from __future__ import annotations

import re

import yaml

_FIELD = re.compile(r"\s*(?:- +)*[\w-]+\s*:(?:\s|$)")
_LIST_ITEM = re.compile(r"\s*-(?:\s|$)")
_OPEN_QUOTE = re.compile(r"""\s*(?:- +)*(?:[\w-]+\s*:\s+)?(?:"(?:[^"\\]|\\.)*|'[^']*(?:''[^']*)*)$""")
_AFTER_QUOTE = re.compile(r"""\s*(?:- +)*(?:[\w-]+\s*:\s+)?(?:"(?:[^"\\]|\\.)*"|'[^']*(?:''[^']*)*')\s*[^\s#,\]}:'"]""")

_NO_END = 'phần khai báo chưa kết thúc. Hãy thêm một dòng "---" trước bài.'
_COLON = 'giá trị có dấu hai chấm ": ". Hãy đặt cả giá trị trong dấu nháy kép.'
_NO_COLON = 'thiếu dấu hai chấm sau tên trường. Hãy viết mỗi dòng theo dạng "tên: giá trị".'
_NO_SPACE = 'thiếu dấu cách sau dấu hai chấm. Hãy viết mỗi dòng theo dạng "tên: giá trị".'
_NO_NAME = 'thiếu tên trường trước dấu hai chấm. Hãy viết "tên: giá trị".'
_DOTS = 'dòng "..." kết thúc phần khai báo quá sớm. Hãy xóa dòng này.'
_INDENT = "dòng thụt vào không đúng. Hãy để các trường cùng cấp thẳng hàng."
_LIST = "mục của danh sách không thẳng hàng, hoặc không có tên trường ở dòng trên. Hãy xem lại hai chỗ đó."
_SPECIAL = "giá trị bắt đầu bằng dấu có nghĩa riêng. Hãy đặt cả giá trị trong dấu nháy kép."
_QUOTE = "dấu nháy mở ra mà chưa đóng. Hãy thêm dấu nháy ở cuối giá trị."
_AFTER = "có chữ sau dấu nháy đóng. Hãy đặt cả giá trị trong dấu nháy đơn, hoặc bỏ dấu nháy."

# What the parser says, whether the fault lies where it began to read (not where it gave up), and our words.
_EXPLANATIONS = (
    ("cannot start any token", False, _SPECIAL),
    ("found unexpected end of stream", True, _QUOTE),
    ("found unexpected document indicator", True, _QUOTE),
    ("could not find expected ':'", True, _NO_COLON),
    ("did not find expected key", False, _INDENT),
    (
        "did not find expected '-'",
        False,
        "danh sách viết không đều. Hãy bắt đầu mỗi mục bằng dấu gạch và một dấu cách, thẳng hàng.",
    ),
    (
        "did not find expected ',' or ']'",
        True,
        "danh sách trong ngoặc vuông chưa đóng hoặc thiếu dấu phẩy. Hãy thêm dấu còn thiếu.",
    ),
    ("did not find expected ',' or '}'", True, "ngoặc nhọn chưa đóng hoặc thiếu dấu phẩy. Hãy thêm dấu còn thiếu."),
    (
        "did not find expected node content",
        False,
        "thừa dấu phẩy, hoặc ngoặc mở mà chưa đóng. Hãy xem lại các dấu ở dòng này.",
    ),
    ("did not find expected comment or line break", False, _SPECIAL),
    ("did not find expected alphabetic", False, _SPECIAL),
    ("did not find expected <document start>", False, _INDENT),
    ("found undefined tag handle", False, _SPECIAL),
    ("while scanning an a", False, _SPECIAL),
    ("while scanning a tag", False, _SPECIAL),
    ("unknown escape character", False, "dấu \\ trong nháy kép có nghĩa riêng. Hãy dùng dấu nháy đơn."),
    ("mapping keys are not allowed", False, _SPECIAL),
    (
        "block sequence entries are not allowed",
        False,
        "dấu gạch ngay sau dấu hai chấm. Hãy đưa mục đầu của danh sách xuống dòng mới.",
    ),
)
_UNKNOWN = "phần khai báo viết sai quanh dòng này. Hãy xem lại dấu hai chấm, dấu nháy và chỗ thụt dòng."


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """Find the line at fault, counted from 0, and say what is wrong with it.

    Arguments:
        error: what the parser raised.
        text: what it was given.
    """
    lines = text.split("\n")
    end = error.problem_mark or error.context_mark
    at, column = (min(int(end.line), len(lines) - 1), int(end.column)) if end else (0, 0)
    said = f"{error.context or ''} {error.problem or ''}"
    found = _written_wrong(lines, at)
    if found:
        return found
    if "mapping values are not allowed" in said:
        return _misplaced_colon(lines, at, column)
    for sign, began, explanation in _EXPLANATIONS:
        if sign in said:
            start = error.context_mark
            return _more_exactly(lines, int(start.line) if began and start else at, explanation)
    return at, _UNKNOWN


def _written_wrong(lines: list[str], at: int) -> tuple[int, str] | None:
    """Find, up to the line where the parser gave up, what usually misleads it."""
    for number, line in enumerate(lines[: at + 1]):
        if number and not lines[number - 1].strip() and _looks_like_prose(line):
            return number, _NO_END
        if _OPEN_QUOTE.match(line) and not _closes_later(lines, number, at):
            return number, _QUOTE
        if _AFTER_QUOTE.match(line):
            return number, _AFTER
    return None


def _looks_like_prose(line: str) -> bool:
    return bool(line.strip()) and not line.startswith((" ", "-", "#")) and not _FIELD.match(line)


def _closes_later(lines: list[str], number: int, at: int) -> bool:
    """Whether a quoted value that runs over several lines is closed before the parser gave up."""
    quote = lines[number].rstrip().lstrip("- ")
    mark = '"' if re.match(r'(?:[\w-]+\s*:\s+)?"', quote) else "'"
    following = lines[number + 1 : at]
    return any(line.rstrip().endswith(mark) and not _FIELD.match(line) for line in following)


def _misplaced_colon(lines: list[str], at: int, column: int) -> tuple[int, str]:
    """Tell a colon inside a value from a field that is indented wrongly or follows a line without a colon."""
    line = lines[at]
    if line.find(":") != column or not _FIELD.match(line):
        return at, _COLON
    if line[:1].isspace():
        return at, _INDENT
    before = max((number for number in range(at) if lines[number].strip()), default=at)
    return before, _NO_SPACE if ":" in lines[before] else _NO_COLON


def _more_exactly(lines: list[str], at: int, explanation: str) -> tuple[int, str]:
    line = lines[at]
    if explanation == _NO_COLON and ":" in line:
        return at, _NO_SPACE
    if line.lstrip().startswith(":"):
        return at, _NO_NAME
    if at and lines[at - 1].rstrip() == "...":
        return at - 1, _DOTS
    if explanation == _INDENT and _LIST_ITEM.match(line):
        return at, _LIST
    if explanation == _INDENT and lines[0][:1].isspace():
        return 0, _INDENT
    return at, explanation
