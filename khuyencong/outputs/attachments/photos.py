"""Takes the camera's data out of pictures inside documents without touching a pixel."""

from __future__ import annotations

import struct

from khuyencong.outputs.attachments.photo_boxes import clean_gif, clean_jpeg_2000, clean_webp

_APP0, _APP2, _APP14, _COMMENT = 0xE0, 0xE2, 0xEE, 0xFE
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT".split())
"""Chunks that a decoder may pass over and that say how the picture looks; others hold notes, previews, histories."""


def without_metadata(data: bytes) -> bytes:
    """Give a picture without what says where, when, by whom and with what it was taken; other files as they are."""
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(_PNG_START):
        return _png(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return clean_gif(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return clean_webp(data)
    return clean_jpeg_2000(data) if data.startswith((b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51")) else data


def _jpeg(data: bytes) -> bytes:
    """Keep the segments that a decoder needs, and nothing behind the end of the image.

    Telephones put further pictures and films there, each with data of its own.
    """
    kept = [data[:2]]
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # a filler
            position += 1
            continue
        if marker == _END_OF_IMAGE:
            break
        length = 0 if marker in _WITHOUT_LENGTH else int.from_bytes(data[position + 2 : position + 4])
        stop = position + 2 + length
        if marker == _START_OF_SCAN:
            stop = _end_of_scan(data, stop)
        if _is_needed(marker, data[position + 4 : stop]):
            kept.append(data[position:stop])
        position = stop
    return b"".join((*kept, b"\xff\xd9"))


def _is_needed(marker: int, content: bytes) -> bool:
    if marker == _APP0:
        return content.startswith(b"JFIF\0")
    if marker == _APP2:
        return content.startswith(b"ICC_PROFILE\0")
    return marker == _APP14 or not (marker == _COMMENT or _APP0 < marker <= 0xEF)


def _end_of_scan(data: bytes, position: int) -> int:
    """Find the next marker: within a scan, 0xFF is followed by zero or by a restart marker."""
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        if data[position + 1] != 0 and not 0xD0 <= data[position + 1] <= 0xD7:
            return position
        position += 2


def _png(data: bytes) -> bytes:
    kept = [_PNG_START]
    position = len(_PNG_START)
    while position + 12 <= len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind = data[position + 4 : position + 8]
        stop = position + 12 + length
        if kind in _PNG_KEPT or kind[:1].isupper():
            kept.append(data[position:stop])
        position = stop
        if kind == b"IEND":
            break
    return b"".join(kept)
