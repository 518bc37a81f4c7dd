"""Takes titles, names and pictures out of MP3 files: the tags before and behind the sound."""

from __future__ import annotations

from khuyencong.outputs.attachments.refusal import wrong_kind

_ID3_HEADER = 10
_ID3_FOOTER_FLAG = 0x10
_ID3V1_LENGTH = 128
_APE_LENGTH = 32


def clean_sound(data: bytes) -> bytes:
    """Give the sound alone.

    Raises:
        Refused: when no sound is found.
    """
    sound = _without_end(_without_start(data))
    if len(sound) < 4 or sound[0] != 0xFF or sound[1] & 0xE0 != 0xE0:
        raise wrong_kind(".mp3", data)
    return sound


def _without_start(data: bytes) -> bytes:
    start = 0
    while data[start : start + 3] == b"ID3" and len(data) >= start + _ID3_HEADER:
        length = 0
        for byte in data[start + 6 : start + _ID3_HEADER]:  # seven bits a byte
            length = length << 7 | byte & 0x7F
        footer = _ID3_HEADER if data[start + 5] & _ID3_FOOTER_FLAG else 0
        start += _ID3_HEADER + length + footer
    while start < len(data) and data[start] == 0:  # some programs fill up with zeros
        start += 1
    return data[start:]


def _without_end(data: bytes) -> bytes:
    """Cut off one tag after the other, in whatever order programs have put them."""
    shorter = _without_last_tag(data)
    while shorter != data:
        data, shorter = shorter, _without_last_tag(shorter)
    return data


def _without_last_tag(data: bytes) -> bytes:
    if data[-_ID3V1_LENGTH : -_ID3V1_LENGTH + 3] == b"TAG":
        return data[:-_ID3V1_LENGTH]
    if data.endswith((b"LYRICS200", b"LYRICSEND")) and b"LYRICSBEGIN" in data:
        return data[: data.rindex(b"LYRICSBEGIN")]
    footer = data[-_APE_LENGTH:]
    if footer.startswith(b"APETAGEX"):
        has_header = _APE_LENGTH if footer[23] & 0x80 else 0
        length = int.from_bytes(footer[12:16], "little") + has_header
        return data[: max(0, len(data) - max(length, _APE_LENGTH))]
    return data
