"""Reads what one row of recognitions.csv says of level, year and decision."""

from __future__ import annotations

import re

from khuyencong.intake.dates import iso_date
from khuyencong.intake.draft import Fields
from khuyencong.intake.facts import Row
from khuyencong.intake.words import apart, as_sentence, sentence_case, typographic
from khuyencong.model.recognition import RANKS

_STARS = re.compile(r"OCOP ([345] sao)")
_DECISION = re.compile(r"(?P<number>\d+/[\w./-]+)(?: ngày (?P<date>[\d/]+))?")
_YEAR = re.compile(r"\d{4}")
_COMPETING = "dự bình chọn"
_PROPOSED = "đề nghị"


def recognition_fields(row: Row) -> Fields:
    """Give the recognition that a row states, without its sources.

    A title that was only proposed is never shown as one that was given.
    """
    decided = _decision(row["decision"])
    kind = _kind(row["level"], is_proposed=_PROPOSED in row["decision"])
    notes = [kind.pop("note", ""), _year_note(row["year"]), decided.pop("note", "")]
    year = row["year"] if _YEAR.fullmatch(row["year"]) else None
    note = " ".join(as_sentence(one) for one in notes if one)
    return {**kind, "year": year, **decided, "note": note or None}


def _kind(level: str, is_proposed: bool) -> Fields:
    """Tell the titles of featured rural-industry products and OCOP stars from everything else."""
    bare, remarks = apart(level)
    remark = "; ".join(remarks)
    stars = _STARS.fullmatch(bare)
    if stars and is_proposed:
        return {"kind": "khác", "name": f"Đề nghị công nhận {bare}", "note": remark}
    if stars:
        return {"kind": "OCOP", "level": stars[1], "note": f"cấp {remark}" if remark in RANKS else remark}
    if bare in RANKS and (not remark or remark.startswith(_COMPETING)):
        return {"kind": "CNNT", "level": bare, "note": remark}
    if bare in RANKS:
        return {"kind": "khác", "name": _ranked_name(remark, bare)}
    if bare == "OCOP" and remark.startswith("đề nghị nâng hạng "):
        stars_sought = remark.removeprefix("đề nghị nâng hạng ")
        return {"kind": "khác", "name": f"Đề nghị nâng hạng OCOP {stars_sought}", "note": "Mới là đề nghị"}
    return {"kind": "khác", "name": sentence_case(typographic(level))}


def _ranked_name(remark: str, level: str) -> str:
    """Name a title that has a level but is no title of a featured product: a craft, heritage, a contest."""
    if level == "quốc gia":
        return f"{sentence_case(remark)} quốc gia"
    joint = ", cấp" if remark.startswith("giải") else " cấp"
    return f"{sentence_case(remark)}{joint} {level}"


def _decision(text: str) -> Fields:
    bare, remarks = apart(text)
    found = _DECISION.fullmatch(bare)
    remark = "; ".join(one for one in remarks if not _YEAR.fullmatch(one))
    if not found:
        return {"note": "; ".join(one for one in (bare, remark) if one)}
    return {"decision": found["number"], "date": iso_date(found["date"] or ""), "note": remark}


def _year_note(year: str) -> str:
    return "" if _YEAR.fullmatch(year) else year.replace("-", "–")
