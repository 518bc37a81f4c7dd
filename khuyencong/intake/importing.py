"""The whole way of the fact tables into the content folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from khuyencong.intake.documents import document_drafts
from khuyencong.intake.draft import Draft, Unused
from khuyencong.intake.establishments import establishment_drafts
from khuyencong.intake.events import event_drafts
from khuyencong.intake.facts import Facts, read_facts
from khuyencong.intake.frontmatter_writer import write_front_matter
from khuyencong.intake.ledger import Ledger, Verdict
from khuyencong.intake.products import product_drafts
from khuyencong.intake.programmes import programme_drafts
from khuyencong.intake.recognitions import place_recognitions
from khuyencong.intake.sources import Bibliography
from khuyencong.intake.support import support_drafts


@dataclass
class Import:
    """What an import did.

    Arguments:
        facts: the tables read.
        verdicts: what became of each draft's file.
        unused: the rows that no file holds.
        orphans: files written by an earlier import that no row makes any more; they were left alone.
    """

    facts: Facts
    verdicts: list[tuple[Draft, Verdict]] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)


def import_facts(folder: Path, content: Path) -> Import:
    """Write what the tables of a folder hold into the content folder; a second time changes nothing.

    Arguments:
        folder: where the tables lie.
        content: the content folder.

    Raises:
        FactsError: when the tables cannot be read; nothing was written.
        LedgerError: when the ledger cannot be read; nothing was written.
    """
    facts = read_facts(folder)
    ledger = Ledger.read(content)
    drafts, unused = draft_all(facts)
    done = Import(facts, unused=unused)
    for draft in drafts:
        try:
            text = write_front_matter(draft.front_matter())
        except ValidationError as error:
            done.unused += (Unused(row, _reason(error)) for row in draft.rows)
        else:
            done.verdicts.append((draft, ledger.put(draft.path, text)))
    done.orphans = ledger.orphans({draft.path for draft in drafts})
    ledger.save()
    return done


def draft_all(facts: Facts) -> tuple[list[Draft], list[Unused]]:
    """Draft every page that the tables give, in the order of their paths, and list the rows that give none."""
    bibliography = Bibliography(facts)
    documents = document_drafts(facts, bibliography)
    known = {draft.slug for draft in documents.drafts}
    establishments = establishment_drafts(facts, bibliography)
    products = product_drafts(facts, bibliography)
    recognised = place_recognitions(facts, bibliography, products.drafts, establishments.drafts)
    support = support_drafts(facts, bibliography, known)
    programmes = programme_drafts(facts, bibliography, known)
    events = event_drafts(facts, bibliography)
    parts = (establishments, products, recognised, documents, support, programmes, events)
    drafts = sorted((draft for part in parts for draft in part.drafts), key=lambda draft: draft.path)
    return drafts, _in_order(unused for part in parts for unused in part.unused)


def _in_order(unused: Iterable[Unused]) -> list[Unused]:
    return sorted(unused, key=lambda one: (one.row.table, one.row.number))


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]
