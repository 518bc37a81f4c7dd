"""JPEG files that lack their end."""

from __future__ import annotations

import contextlib
import io

from khuyencong.model.pictures.kinds import JPEG

END_OF_IMAGE = b"\xff\xd9"
START_OF_SCAN = b"\xff\xda"
PROGRESSIVE = b"\xff\xc2"
LAST_FREQUENCY = 63
LINES_IN_HAND = 4
"""Lines of an eighth of the size that the decoder holds back until it has seen the next ones."""
LOST_ROWS = 0.02
"""Share of a photo's rows that may be missing at its end."""


def mended(data: bytes) -> bytes:
    """Give the bytes of a photo that lacks its last few, with an end put to them; nothing when too much is missing.

    Of a baseline photo the last rows are missing, so it is looked at how many were there. A progressive photo comes in
    scans, each of which makes the whole sharper; only the last may be cut (ITU-T T.81, G.1.1).

    Arguments:
        data: what is there.
    """
    if data.rstrip(b"\0").endswith(END_OF_IMAGE):
        return b""
    is_fit = _cut_in_the_last_scan(data) if PROGRESSIVE in data[: data.find(START_OF_SCAN)] else _rows_there(data)
    return data + END_OF_IMAGE if is_fit else b""


def _cut_in_the_last_scan(data: bytes) -> bool:
    """Whether the last scan is one that writers put last: the finest bit of all frequencies of the brightness."""
    start = data.rfind(START_OF_SCAN)
    header = data[start + 4 : start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")]
    if start < 0 or len(header) != 6 or header[0] != 1:
        return False
    last_frequency, precision = header[4:]
    return last_frequency == LAST_FREQUENCY and precision & 0x0F == 0


def _rows_there(data: bytes) -> bool:
    """Whether nearly all rows were there. The decoder leaves those it has no data for as they were: black."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and few photos lack their end

    try:
        with Image.open(io.BytesIO(data), formats=(JPEG.name,)) as picture:
            picture.draft(None, (1, 1))  # keeps the mode
            with contextlib.suppress(OSError):
                picture.load()
            box = picture.im.getbbox(True)  # noqa: FBT003 - the library takes it so
            return box is not None and box[3] >= picture.height * (1 - LOST_ROWS) - LINES_IN_HAND
    except Exception:  # noqa: BLE001 - decoders raise what they like at broken data
        return False
