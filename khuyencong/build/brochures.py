"""Makes the brochure of products: gathers its pictures and has it set."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from khuyencong.model.attachment import file_name
from khuyencong.model.brochure import brochure
from khuyencong.model.brochure_choice import Choice
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.view import Artwork
from khuyencong.outputs.images import Derivative, derive
from khuyencong.outputs.printing.brochure import Sheet, Shown, brochure_data
from khuyencong.outputs.printing.codes import printed_code

DOTS_PER_MILLIMETRE = 300 / 25.4
_HUE = re.compile(r"\.artwork--([a-z-]+-\d) \{ --hue: (\d+); \}")


def set_brochure(choice: Choice, catalogue: Catalogue, content: Path, theme: Path, sheet: Sheet, day: dt.date) -> bytes:
    """Make a brochure as PDF.

    Arguments:
        choice: which products.
        catalogue: all entries.
        content: the content folder.
        theme: the theme.
        sheet: the paper.
        day: the day of printing.

    Raises:
        ChoiceError: when the choice names what is not there, or no product is left.
        PrintError: when the template cannot be set.
    """
    from khuyencong.outputs.printing.typesetting import typeset  # noqa: PLC0415 - large, see there

    what = brochure(choice, catalogue)
    products = [one for group in what.groups for one in group.products]
    entries = {one.slug: entry for one in products if (entry := catalogue.get("product", one.slug))}
    pictures = dict(_drawings((one.card.artwork for one in products), theme))
    pictures |= {f"codes/{one.slug}.svg": printed_code(f"{catalogue.site.url}{one.card.url}") for one in products}
    photos = {}
    for slug, entry in entries.items():
        if photo := printed_photo(entry, catalogue, content, sheet.width / sheet.columns):
            photos[slug] = (f"photos/{slug}.jpg", entry.image.alt if entry.image else "")
            pictures[f"photos/{slug}.jpg"] = photo
    shown = Shown(catalogue.site.url, artwork_hues(theme), photos)
    publisher = catalogue.site.identity.governing_body or catalogue.site.name
    data = brochure_data(what, shown, sheet, publisher, day)
    return typeset(theme / "print", "brochure.typ", data, pictures, day=day)


def printed_photo(entry: Entry, catalogue: Catalogue, content: Path, millimetres: float) -> bytes | None:
    """Give the photo of an entry as JPEG for a width on paper at 300 dpi; never enlarged.

    Arguments:
        entry: whose photo.
        catalogue: all entries.
        content: the content folder.
        millimetres: the width on paper.
    """
    if not entry.image:
        return None
    name = file_name(entry.source_file.path, entry.image.src)
    facts = catalogue.picture(name)
    if facts is None:
        return None
    width = min(facts.width, round(millimetres * DOTS_PER_MILLIMETRE))
    return next(data for _, data in derive([Derivative(content / name, facts, name, width, "JPEG")]))


def _drawings(artworks: Iterator[Artwork | None], theme: Path) -> Iterator[tuple[str, bytes]]:
    for motif in {one.motif for one in artworks if one}:
        yield f"art/{motif}.svg", (theme / "static" / "art" / f"{motif}.svg").read_bytes()


@cache
def artwork_hues(theme: Path) -> Mapping[str, int]:
    """Read the hue of each tone of drawings from the style sheet, so that paper and screen agree."""
    css = (theme / "static" / "css" / "components" / "artwork.css").read_text(encoding="utf-8")
    return {name: int(degrees) for name, degrees in _HUE.findall(css)}
