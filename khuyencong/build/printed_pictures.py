"""The pictures of what is printed: photos at the fineness of print, drawings of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from khuyencong.model.attachment import file_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.view import Artwork
from khuyencong.outputs.images import Derivative, derive

DOTS_PER_MILLIMETRE = 300 / 25.4
"""300 dpi, what print shops ask for."""


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


def drawing_files(artworks: Iterable[Artwork | None], theme: Path) -> Iterator[tuple[str, bytes]]:
    """Give the file of each drawing, once, by the name under which `drawings.typ` shows it.

    A motif that the theme does not have yet is shown as that of other products, as on the web.
    """
    art = theme / "static" / "art"
    for motif in {one.motif for one in artworks if one}:
        path = art / f"{motif}.svg"
        yield f"art/{motif}.svg", (path if path.is_file() else art / "khac.svg").read_bytes()
