"""The choices between ways of speaking that are all correct: the one place where north and south differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of speaking.

    Arguments:
        zero_ten: what stands for a missing ten, as in 105: `linh` or `lẻ`.
        thousand: `nghìn` or `ngàn`.
        four: the 4 of 24: `tư` or `bốn`.
        early_day: what stands before the first ten days of a month: `mùng`, `mồng`, or nothing.
    """

    zero_ten: str = "linh"
    thousand: str = "nghìn"
    four: str = "tư"
    early_day: str = "mùng"


STANDARD = Manner()
"""As school books and the national radio say it."""
