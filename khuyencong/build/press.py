"""Sets issues in any process: what is sent and what comes back is plain data."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from khuyencong.build.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Sent:
    """An issue to set.

    Arguments:
        folder: the folder of the theme's templates for print.
        manuscript: what it is set from.
    """

    folder: Path
    manuscript: Manuscript


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue that has been set.

    Arguments:
        pdf: the document.
        pages: how many pages it has.
        covers: format, width, height and bytes of each picture of the cover, the narrowest first.
    """

    pdf: bytes
    pages: int
    covers: tuple[tuple[str, int, int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Setback:
    """An issue that cannot be set.

    Arguments:
        faults: of each part at fault the slug of its article (empty for none), what typst says or what of a table is
            too large (see `SetIssue`), the letters that the typeface lacks.
    """

    faults: tuple[tuple[str, str, str], ...]


def press(issues: Sequence[Sent]) -> list[Printed | Setback]:
    """Set issues, in order."""
    return [_set(one) for one in issues]


def _set(sent: Sent) -> Printed | Setback:
    from khuyencong.outputs.printing.issue import at_fault, draw_cover, set_issue  # noqa: PLC0415 - typst is large
    from khuyencong.outputs.printing.typesetting import PrintError  # noqa: PLC0415 - the same

    one = sent.manuscript
    try:
        issue = set_issue(sent.folder, one.data, one.pictures, one.day)
    except PrintError:
        found = at_fault(sent.folder, one.data, one.pictures, one.day)
        return Setback(tuple((slug, str(error).splitlines()[0], error.missing_letters) for slug, error in found))
    if issue.oversized:
        return Setback(tuple((slug, why, "") for slug, why in issue.oversized))
    covers = draw_cover(sent.folder, issue, one.pictures)
    return Printed(issue.pdf, page_count(issue.pdf), tuple(covers))


def page_count(pdf: bytes) -> int:
    """Count the pages of a document."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
