"""Files within documents that are no text: pictures lose what cameras and people left in them, or are refused."""

from __future__ import annotations

from khuyencong.model.pictures.drawing import DrawingError, sanitised
from khuyencong.model.pictures.kinds import AVIF, HEAD, HEIC, SVG, TIFF, kind_of
from khuyencong.outputs.attachments.photos import without_metadata
from khuyencong.outputs.attachments.refusal import PHOTO_DATA, Refused

_UNCLEANED = (TIFF, HEIC, AVIF)
"""Kinds whose data of the camera is woven into the file; a document shows JPEG and PNG as well."""
_NOTES = (b"Exif\0\0", b"<x:xmpmeta")
_EMF = b" EMF"


def clean_inner(part: bytes) -> bytes:
    """Give a file as it is published within a document.

    Arguments:
        part: its bytes; its name may say anything.

    Raises:
        Refused: when it tells of people or places and cannot be cleaned.
    """
    kind = kind_of(part[:HEAD])
    if kind in _UNCLEANED:
        raise Refused(PHOTO_DATA)
    if kind == SVG:
        try:
            return sanitised(part).data
        except DrawingError as error:
            raise Refused(PHOTO_DATA) from error
    clean = _without_description(part) if part[40:44] == _EMF else without_metadata(part)
    if any(note in clean for note in _NOTES):  # a kind that we do not know, or a picture within a picture
        raise Refused(PHOTO_DATA)
    return clean


def _without_description(emf: bytes) -> bytes:
    """Blank the names of program and picture in the head of a drawing of Windows ([MS-EMF], 2.3.4.2)."""
    letters, start = (int.from_bytes(emf[at : at + 4], "little") for at in (60, 64))
    stop = start + 2 * letters
    return emf[:start] + bytes(stop - start) + emf[stop:] if 88 <= start < stop <= len(emf) else emf
