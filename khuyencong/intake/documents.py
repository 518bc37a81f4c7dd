"""Turns documents.csv into pages of legal documents; rows of one number become one page."""

from __future__ import annotations

import re

from khuyencong.intake.dates import iso_date
from khuyencong.intake.document_relations import IN_FORCE, Statement, statements
from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.sources import Bibliography, distinct
from khuyencong.intake.words import apart, as_sentence, listed, sentence_case
from khuyencong.model.document import DOCUMENTS

TYPES = (
    "Luật", "Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch",
    "Văn bản hợp nhất", "Kế hoạch", "Công văn", "Tờ trình",
)  # fmt: skip
_EXAMPLE = re.compile(r";\s*(ví dụ của tỉnh khác)$")


def document_drafts(facts: Facts, bibliography: Bibliography) -> Drafts:
    """Draft a page for each document.

    Arguments:
        facts: the tables; documents are also spoken of in the tables of schemes and figures.
        bibliography: the sources.
    """
    by_slug: dict[str, Draft] = {}
    drafts = Drafts()

    def draft(row: Row) -> Draft | None:
        made = _draft(row, bibliography)
        first = by_slug.setdefault(made.slug, made)
        if first is made:
            return made
        first.fields["sources"] = distinct([*first.fields["sources"], *made.fields["sources"]])
        first.rows.append(row)
        return None

    drafts.add_each(facts["documents.csv"], draft)
    for statement in statements(facts):
        if statement.slug in by_slug:
            _apply(statement, by_slug, bibliography)
    return drafts


def _draft(row: Row, bibliography: Bibliography) -> Draft:
    if row["type"] not in TYPES:
        raise UnusableError(f'không rõ loại văn bản "{row["type"]}"')
    number, slug, number_note = _number(row)
    title, notes = _title(row["title_subject"])
    fields: Fields = {
        "title": title,
        "date": iso_date(row["date"]),
        "number": number,
        "type": slug_of(row["type"]),
        "issuer": row["issuer"],
        "effective": None,
        "amends": [],
        "replaces": [],
        "note": " ".join(as_sentence(note) for note in (number_note, *notes) if note) or None,
        "sources": bibliography.of(row),
    }
    return Draft(DOCUMENTS, slug, fields, [row])


def _number(row: Row) -> tuple[str, str, str]:
    """Give number, slug and a remark; a number that its source leaves out or incomplete is told by its type."""
    bare, remarks = apart(row["number"])
    if not bare:
        raise UnusableError("không có số, ký hiệu")
    if bare == row["type"]:
        return f"({'; '.join(remarks)})", slug_of(f"{bare} {iso_date(row['date']) or ''}"), ""
    return bare.removeprefix(f"{row['type']} "), slug_of(bare), "; ".join(remarks)


def _title(subject: str) -> tuple[str, list[str]]:
    """Part a subject from the remarks that stand in brackets; the day in force has a field of its own."""
    bare, remarks = apart(subject)
    if not bare:
        return f"Văn bản {'; '.join(remarks)}", []
    example = _EXAMPLE.search(bare)
    notes = [part for remark in remarks for part in listed(remark) if not IN_FORCE.fullmatch(part)]
    return sentence_case(_EXAMPLE.sub("", bare)), notes + ([example[1]] if example else [])


def _apply(statement: Statement, by_slug: dict[str, Draft], bibliography: Bibliography) -> None:
    """Fill in what a row says of a document; a relation only if the other document has a page too."""
    draft = by_slug[statement.slug]
    if statement.kind == "effective":
        if draft.fields["effective"] not in (None, statement.value):
            return
        is_new = draft.fields["effective"] is None
        draft.fields["effective"] = statement.value
    else:
        others = draft.fields[statement.kind]
        is_new = statement.value in by_slug and statement.value not in others
        others += [statement.value] if is_new else []
    is_figure = statement.row.table == "programme_figures.csv"
    if is_new or is_figure:
        draft.fields["sources"] = distinct([*draft.fields["sources"], *bibliography.of(statement.row)])
    if is_figure:
        draft.rows.append(statement.row)
