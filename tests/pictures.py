"""Makes pictures for the tests: nothing anybody took, with the data that a telephone adds."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image, ImageCms

UPRIGHT, TURNED_LEFT = 1, 6
SECRETS = (
    b"HANG-MAY-ANH",
    b"NGUOI-CHUP",
    b"BI-MAT",
    b"Exif",
    b"EXIF",
    b"eXIf",
    b"GPS",
    b"xmpmeta",
    b"Photoshop",
    b"ICC_",
)
"""What no published picture may hold."""
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">BI-MAT</x:xmpmeta>'
KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "HEIF": "heic", "TIFF": "tif"}
"""The kinds that hold a camera's data, with their usual endings."""


def plain(width: int, height: int) -> Image.Image:
    """Give a picture with a red corner, which shows what side is up."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((200, 30, 30), (0, 0, max(1, width // 4), max(1, height // 4)))
    return picture


def encoded(picture: Image.Image, kind: str, **settings: Any) -> bytes:
    """Write a picture as a file."""
    pillow_heif.register_heif_opener()
    data = io.BytesIO()
    picture.save(data, kind, **settings)
    return data.getvalue()


def photo(width: int, height: int, *, orientation: int = UPRIGHT, kind: str = "JPEG", **settings: Any) -> bytes:
    """Make a photo with a place, an owner, a device, a profile and remarks in its data.

    Arguments:
        width: in pixels, as the camera holds it.
        height: the same.
        orientation: how the camera was held, as Exif counts it.
        kind: one of `KINDS`.
        settings: more for the encoder.
    """
    picture = plain(width, height)
    exif = picture.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = "HANG-MAY-ANH"
    exif[0x013B] = "NGUOI-CHUP"
    exif.get_ifd(0x8825).update({1: "N", 2: (10.0, 29.0, 0.0), 3: "E", 4: (107.0, 11.0, 0.0)})
    settings |= {"exif": exif.tobytes() if kind in ("HEIF", "AVIF") else exif, "icc_profile": srgb_profile()}
    if kind != "TIFF":
        settings["xmp"] = XMP
    if kind == "JPEG":
        settings["comment"] = b"BI-MAT"
    return encoded(picture, kind, **settings)


def srgb_profile() -> bytes:
    """Give a colour profile as cameras write them."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def png_that_says(width: int, height: int) -> bytes:
    """Make a tiny PNG whose head says that it has so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def drawing(inside: str = '<rect width="40" height="20" fill="#0b5a4a"/>', attributes: str = "") -> bytes:
    """Make a drawing (SVG)."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" {attributes}>{inside}</svg>'.encode()
