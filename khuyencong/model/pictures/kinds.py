"""The kinds of picture file that staff may use, told by their first bytes; the ending must say the same."""

from __future__ import annotations

from typing import NamedTuple

HEAD = 4096
"""Bytes at the beginning of a file that tell its kind."""


class Kind(NamedTuple):
    """A kind of picture file.

    Arguments:
        name: what Pillow calls it; `SVG` for drawings.
        endings: the endings that files of this kind may have, the usual one first.
    """

    name: str
    endings: tuple[str, ...]


JPEG = Kind("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"))
PNG = Kind("PNG", (".png",))
WEBP = Kind("WEBP", (".webp",))
AVIF = Kind("AVIF", (".avif",))
HEIC = Kind("HEIF", (".heic", ".heif", ".hif"))
TIFF = Kind("TIFF", (".tif", ".tiff"))
GIF = Kind("GIF", (".gif",))
SVG = Kind("SVG", (".svg",))
KINDS = {kind.name: kind for kind in (JPEG, PNG, WEBP, AVIF, HEIC, TIFF, GIF, SVG)}
ENDINGS = frozenset(ending for kind in KINDS.values() for ending in kind.endings)

_BEGINNINGS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})


def kind_of(head: bytes) -> Kind | None:
    """Tell the kind of a file; nothing when it is no picture that we know.

    Arguments:
        head: the beginning of the file, `HEAD` bytes if it has so many.
    """
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return SVG if text.startswith(b"<") and b"<svg" in text[:HEAD] else None


def _kind_of_brands(head: bytes) -> Kind | None:
    """Tell a file of the ISO media family by the brands it names (ISO/IEC 14496-12, 4.3)."""
    length = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[start : start + 4] for start in (8, *range(16, length, 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    return HEIC if brands & _HEIC_BRANDS else None
