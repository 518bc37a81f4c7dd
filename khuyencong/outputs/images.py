"""Makes the copies of pictures: small, upright, in sRGB, and with nothing in the file but what one sees."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khuyencong.model.media_view import PictureView
from khuyencong.model.pictures.kinds import KINDS
from khuyencong.model.pictures.plan import Copy, plan
from khuyencong.model.pictures.slots import COLUMN, Slot
from khuyencong.model.pictures.verdict import Facts

if TYPE_CHECKING:
    from PIL import Image

JPEG: dict[str, Any] = {"quality": 80, "progressive": True, "optimize": True}
WEBP: dict[str, Any] = {"quality": 78, "method": 4}
AVIF: dict[str, Any] = {"quality": 55, "max_threads": 1}
"""As like the photo as WebP at 78. One thread: photos are made side by side, and the bytes must not depend on the
number of processors."""
TELEPHONES = 960
"""Widest copy in pixels for which AVIF takes its time (speed 6, a quarter fewer bytes than WebP): most readers fetch
one of these. Wider ones, which few fetch and which cost most, are made at speed 8 (a sixth fewer); see ADR 11."""
LOSSLESS: dict[str, Any] = {"lossless": True, "method": 4}


@dataclass(frozen=True, slots=True)
class Derivative:
    """One copy of a picture to make.

    Arguments:
        source: the picture's file.
        facts: what the gate knows of it.
        url: the address of the copy.
        width: its width in pixels.
        format: `AVIF`, `WEBP`, `JPEG`, `PNG` or `SVG`.
    """

    source: Path
    facts: Facts
    url: str
    width: int
    format: str

    @property
    def name(self) -> str:
        """What the copy is a function of, besides the way copies are made; the same whatever page shows it."""
        return f"{self.facts.digest}-{self.width}.{self.format.lower()}"


class SourceChangedError(Exception):
    """Raised when a picture is no longer what the gate has looked at."""


def plan_picture(
    source: Path, facts: Facts, folder_url: str, alt: str, slot: Slot = COLUMN
) -> tuple[PictureView, tuple[Derivative, ...]]:
    """Decide which copies of a picture a page needs.

    Arguments:
        source: the picture's file.
        facts: what the gate knows of it.
        folder_url: the address of the entry that it belongs to; the copies lie there.
        alt: what the picture shows, in words.
        slot: where the page shows it.
    """
    view, copies = plan(facts, source.name, folder_url, alt, slot)
    return view, tuple(_derivative(source, facts, copy) for copy in copies)


def _derivative(source: Path, facts: Facts, copy: Copy) -> Derivative:
    return Derivative(source, facts, *copy)


def derive(copies: Sequence[Derivative]) -> Iterator[tuple[Derivative, bytes]]:
    """Make copies of one picture, from one decoding: the widest first, each from the next wider one.

    Arguments:
        copies: what to make; all of the same picture.

    Raises:
        SourceChangedError: when the file is not what the gate has looked at.
    """
    source, facts = copies[0].source, copies[0].facts
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != facts.digest:
        raise SourceChangedError(f"{source} was written while the site was built; build again")
    if facts.form == "drawing":
        from khuyencong.model.pictures.drawing import sanitised  # noqa: PLC0415 - few pictures are drawings

        yield from ((copy, sanitised(data).data) for copy in copies)
    else:
        yield from _from_pixels(data, facts, copies)


def _from_pixels(data: bytes, facts: Facts, copies: Sequence[Derivative]) -> Iterator[tuple[Derivative, bytes]]:
    from khuyencong.model.pictures.jpeg import mended  # noqa: PLC0415 - Pillow is slow to import
    from khuyencong.model.pictures.raster import developed, opened, resized  # noqa: PLC0415 - the same

    widths = sorted({copy.width for copy in copies}, reverse=True)
    with opened(mended(data) if facts.is_cut else data, KINDS[facts.kind]) as picture:
        small = developed(picture, widths[0])
    for width in widths:
        small = resized(small, width)
        for copy in copies:
            if copy.width == width:
                yield copy, _encoded(small, copy.format, facts.form)


def _encoded(picture: Image.Image, form: str, of: str) -> bytes:
    if form == "WEBP" and of == "graphic":
        return min((_saved(picture, form, LOSSLESS), _saved(picture, form, WEBP)), key=len)
    if form == "AVIF":
        return _saved(picture, form, {**AVIF, "speed": 6 if picture.width <= TELEPHONES else 8})
    return _saved(picture, form, {"JPEG": JPEG, "WEBP": WEBP}.get(form, {"optimize": True}))


def _saved(picture: Image.Image, form: str, settings: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **settings)
    return buffer.getvalue()


def by_picture(derivatives: Iterable[Derivative]) -> list[list[Derivative]]:
    """Put copies of the same picture together; one that is named twice is made once."""
    found: dict[str, dict[str, Derivative]] = {}
    for one in derivatives:
        found.setdefault(one.facts.digest, {})[one.name] = one
    return [list(copies.values()) for copies in found.values()]
