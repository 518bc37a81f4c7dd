"""Says whether there is anything where a link or a picture of the Markdown leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from khuyencong.model.near import Known, suggestion
from khuyencong.model.problem import quoted


@dataclass(frozen=True, slots=True)
class Targets:
    """What links may lead to, from anywhere.

    Arguments:
        addresses: every address of the site.
        near: finds the address nearest to a mistyped one.
        entry_files: the path of every content file in the content folder, those left out that have no page yet.
        absences: why there is no page yet, by address and by path, see `Row.absence`.
    """

    addresses: frozenset[str]
    near: Known
    entry_files: frozenset[str]
    absences: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the links of one content file may lead to.

    Arguments:
        site: what links may lead to from anywhere.
        path: the content file's own path in the content folder.
        picture_problem: says what is wrong with a picture beside the file, by its name.
        attachment_problem: says what is wrong with any other file beside the file, by its name.
    """

    site: Targets
    path: str
    picture_problem: Callable[[str], str]
    attachment_problem: Callable[[str], str]


def target_problem(address: str, around: Surroundings, *, is_picture: bool) -> str:
    """Give the message for an address that leads nowhere, or an empty text.

    Arguments:
        address: as written in the Markdown.
        around: what is there.
        is_picture: whether it is shown as a picture.
    """
    if is_picture:
        return around.picture_problem(unquote(address))
    return next(_inner_problems(address, around), "")


def _inner_problems(target: str, around: Surroundings) -> Iterator[str]:
    path = unquote(target.partition("#")[0])
    if path.startswith("/"):
        yield from _address_problems(path.partition("?")[0], around)
    elif path.endswith(".md"):
        resolved = resolve(around.path, path)
        absence = around.site.absences.get(resolved or "")
        if absence:
            yield f"bài {quoted(path)} {absence} hoặc bỏ liên kết này."
        elif resolved not in around.site.entry_files:
            near = suggestion(resolved or path, around.site.entry_files)
            yield f"không có bài {quoted(path)}.{near or ' Hãy viết địa chỉ của trang, ví dụ /co-so/ten-co-so/.'}"
    elif path:
        yield from filter(None, [around.attachment_problem(path)])


def _address_problems(path: str, around: Surroundings) -> Iterator[str]:
    if path in around.site.addresses:
        return
    address = path if path.endswith("/") else f"{path}/"
    if address in around.site.addresses:
        yield f"địa chỉ {quoted(path)} thiếu dấu / ở cuối. Hãy viết {quoted(address)}."
    elif address in around.site.absences:
        yield f"trang {quoted(path)} {around.site.absences[address]} hoặc bỏ liên kết này."
    else:
        yield f"không có trang {quoted(path)}.{around.site.near.suggestion(address) or ' Hãy xem lại địa chỉ.'}"


def resolve(from_path: str, target: str) -> str | None:
    """Follow a relative path from one content file to another.

    Returns:
        The path in the content folder, or nothing when it leaves that folder.
    """
    parts = list(PurePosixPath(from_path).parent.parts)
    for part in PurePosixPath(target).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return "/".join(parts)
