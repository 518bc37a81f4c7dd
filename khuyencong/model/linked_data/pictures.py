"""The picture that a thing is known by."""

from __future__ import annotations

from khuyencong.model.attachment import file_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.pictures.plan import plan


def picture_address(entry: Entry, catalogue: Catalogue) -> str:
    """Give the absolute address of the entry's main picture; empty for none. A drawing is no picture of it."""
    if not entry.image:
        return ""
    name = file_name(entry.source_file.path, entry.image.src)
    facts = catalogue.picture(name)
    return f"{catalogue.site.url}{plan(facts, name, entry.url, '', entry.lead_slot).view.src}" if facts else ""
