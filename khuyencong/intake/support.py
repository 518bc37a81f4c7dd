"""Turns support_schemes.csv into pages of support schemes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from khuyencong.intake.document_numbers import numbers_in
from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.slugs import short_slug, slug_of
from khuyencong.intake.sources import Bibliography
from khuyencong.intake.words import apart, sentence_case
from khuyencong.model.support import SUPPORT

_OLD_VALIDITY = re.compile(r"hết hiệu lực|quy định cũ|để so sánh|mức cũ|nêu cho năm \d{4}|giai đoạn đến \d{4}")
_OLD_TITLE = re.compile(r"\((?:mức cũ|quy định cũ|trước \d)")
_LEADING_REMARK = re.compile(r"\(([^()]*)\)\s*(.*)")


def support_drafts(facts: Facts, bibliography: Bibliography, documents: Collection[str]) -> Drafts:
    """Draft a page for each row of support_schemes.csv.

    Arguments:
        facts: the tables.
        bibliography: the sources.
        documents: the slugs of the documents that have a page.
    """
    rows = facts["support_schemes.csv"]
    shared = Counter(row["scheme"] for row in rows)
    taken: set[str] = set()
    drafts = Drafts()

    def draft(row: Row) -> Draft:
        made = _draft(row, bibliography, documents, is_shared=shared[row["scheme"]] > 1)
        if made.slug in taken:
            raise UnusableError("trùng tên và nội dung với một dòng ở trên")
        taken.add(made.slug)
        return made

    drafts.add_each(rows, draft)
    return drafts


def is_in_force(row: Row) -> bool:
    """Say whether a scheme may be named as one to ask for; old amounts and comparisons may not."""
    return not (_OLD_VALIDITY.search(f"{row['status']} {row['scope']}") or _OLD_TITLE.search(row["scheme"]))


def _draft(row: Row, bibliography: Bibliography, documents: Collection[str], is_shared: bool) -> Draft:
    basis = dict.fromkeys(slug_of(number) for number in numbers_in(row["legal_basis"]))
    fields: Fields = {
        "title": f"{row['scheme']}: {row['support_content']}" if is_shared else row["scheme"],
        "content": _opened(row["support_content"]),
        "eligible": _opened(row["who_is_eligible"]),
        "maximum": sentence_case(row["maximum"]),
        "legal_basis": sentence_case(row["legal_basis"]),
        "documents": [slug for slug in basis if slug in documents],
        "area": sentence_case(row["scope"]),
        "validity": sentence_case(row["status"]),
        "in_force": is_in_force(row),
        "sources": bibliography.of(row),
    }
    for column in ("scheme", "support_content", "who_is_eligible", "scope", "status"):
        if not row[column]:
            raise UnusableError(f'cột "{column}" trống')
    return Draft(SUPPORT, _slug(row, is_shared), fields, [row])


def _slug(row: Row, is_shared: bool) -> str:
    """Make a scheme's slug; schemes of one name are told apart by what they support."""
    if not is_shared:
        return short_slug(row["scheme"])
    return short_slug(f"{apart(row['scheme'])[0]} {row['support_content']}")


def _opened(text: str) -> str:
    """Take a remark at the start of a text out of its brackets: "(khái niệm) đề án …" is "Khái niệm: đề án …"."""
    remark = _LEADING_REMARK.fullmatch(text)
    if not remark:
        return sentence_case(text)
    return sentence_case(f"{remark[1]}: {remark[2]}" if remark[2] else remark[1])
