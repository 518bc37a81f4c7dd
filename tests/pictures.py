"""Makes photos for the tests: nothing anybody took, with the data that a telephone adds."""

from __future__ import annotations

import io

from PIL import Image

UPRIGHT, TURNED_LEFT = 1, 6


def photo(width: int, height: int, *, orientation: int = UPRIGHT, kind: str = "JPEG") -> bytes:
    """Make a photo with a place, an owner and a device in its data.

    Arguments:
        width: in pixels, as the camera holds it.
        height: the same.
        orientation: how the camera was held, as Exif counts it.
        kind: `JPEG`, `PNG` or `WEBP`.
    """
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((200, 30, 30), (0, 0, width // 4, height // 4))  # a red corner shows which side is up
    exif = picture.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = "HANG-MAY-ANH"
    exif[0x013B] = "NGUOI-CHUP"
    exif.get_ifd(0x8825).update({1: "N", 2: (10.0, 29.0, 0.0), 3: "E", 4: (107.0, 11.0, 0.0)})
    data = io.BytesIO()
    picture.save(data, kind, exif=exif, comment=b"BI-MAT") if kind == "JPEG" else picture.save(data, kind, exif=exif)
    return data.getvalue()
