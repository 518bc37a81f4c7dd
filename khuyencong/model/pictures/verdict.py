"""What is known of a picture once it has been looked at."""

from __future__ import annotations

from typing import NamedTuple


class Facts(NamedTuple):
    """A picture that may be published.

    Arguments:
        digest: SHA-256 of the file's bytes, in hexadecimal.
        kind: the name of its kind, see `kinds.py`.
        form: `photo`; `graphic`, which has few colours and sharp edges; or `drawing`, which is made of lines (SVG).
        width: in pixels, held upright.
        height: the same.
        tone: the number of its dominant colour in `TONES`.
        is_cut: whether it lacks its last few bytes, see `jpeg.py`.
    """

    digest: str
    kind: str
    form: str
    width: int
    height: int
    tone: int
    is_cut: bool = False


class Verdict(NamedTuple):
    """What came of looking at a picture file.

    Arguments:
        facts: what is known of it; nothing when it may not be published.
        problem: Vietnamese: what is wrong and what to do; empty when it may be published.
        warning: Vietnamese: what is not as it should be, though it may be published.
    """

    facts: Facts | None
    problem: str = ""
    warning: str = ""
