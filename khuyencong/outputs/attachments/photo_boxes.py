"""Takes what cameras and programs note out of WebP, GIF and JPEG 2000 files, none of whose pixels is touched."""

from __future__ import annotations

_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_NOTES = 0x0C
"""The two bits of a WebP file's head that promise camera data and XMP."""
_GIF_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_GIF_COMMENT, _GIF_APPLICATION, _GIF_EXTENSION, _GIF_IMAGE = 0xFE, 0xFF, 0x21, 0x2C
_JP2_KEPT = frozenset({b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c"})
_CODESTREAM = b"\xff\x4f"
_J2K_COMMENT, _J2K_TILE = b"\xff\x64", b"\xff\x90"


def clean_webp(data: bytes) -> bytes:
    """Keep the chunks that a decoder needs (RFC 9649, section 2.7)."""
    kept: list[bytes] = []
    position = 12
    while position + 8 <= len(data):
        kind, length = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        stop = position + 8 + length + length % 2
        if kind in _WEBP_KEPT:
            kept.append(data[position:stop])
        position = stop
    if kept and kept[0].startswith(b"VP8X") and len(kept[0]) > 8:
        kept[0] = kept[0][:8] + bytes([kept[0][8] & ~_WEBP_NOTES]) + kept[0][9:]
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def clean_gif(data: bytes) -> bytes:
    """Keep the images, how long each is shown and how often all are repeated (GIF89a, section 26)."""
    position = 13 + _colours(data[10:11])
    kept = [data[:position]]
    while position + 2 < len(data) and data[position] in (_GIF_EXTENSION, _GIF_IMAGE):
        is_image = data[position] == _GIF_IMAGE
        blocks = position + (11 + _colours(data[position + 9 : position + 10]) if is_image else 2)
        stop = _after_blocks(data, blocks)
        if is_image or _is_needed(data[position + 1], data[position + 3 : position + 14]):
            kept.append(data[position:stop])
        position = stop
    return b"".join((*kept, b";"))


def _colours(flags: bytes) -> int:
    """Give the bytes of the list of colours that follows, as the byte before it says."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while position < len(data) and data[position]:
        position += 1 + data[position]
    return position + 1


def _is_needed(label: int, application: bytes) -> bool:
    return label != _GIF_COMMENT and (label != _GIF_APPLICATION or application in _GIF_REPEATS)


def clean_jpeg_2000(data: bytes) -> bytes:
    """Keep the boxes that a decoder needs, and the image in them without remarks (ISO/IEC 15444-1, annexes A and I)."""
    if data.startswith(_CODESTREAM):
        return _clean_codestream(data)
    kept: list[bytes] = []
    position = 0
    while position + 8 <= len(data):
        length, kind, start = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8], 8
        if length == 1:
            length, start = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        stop = position + length if length else len(data)
        content = data[position + start : stop]
        if kind in _JP2_KEPT:
            content = _clean_codestream(content) if kind == b"jp2c" else content
            kept.append((8 + len(content)).to_bytes(4, "big") + kind + content)
        position = max(stop, position + 8)
    return b"".join(kept)


def _clean_codestream(data: bytes) -> bytes:
    kept, position = [data[:2]], 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position : position + 2] != _J2K_TILE:
        stop = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if data[position : position + 2] != _J2K_COMMENT:
            kept.append(data[position:stop])
        position = stop
    return b"".join((*kept, data[position:]))
