"""Opens picture files made of pixels: upright, in sRGB, on white, and no larger than needed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PIL import Image, ImageCms

from khuyencong.model.pictures.kinds import HEIC, JPEG, TIFF, Kind

MODES = frozenset({"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBX", "RGBa", "CMYK", "YCbCr", "I;16", "I;16B"})
"""How Pillow may hold a picture that we publish; others are measurements, whose white nobody states, or LAB."""
GAP = 2
"""A picture is reduced in cheap whole steps until it is this many times as wide as needed, then resized with care."""
LARGEST_PROFILE = 4_000_000
"""Bytes of a colour profile above which it is left alone; a printer's has about two million."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each way of holding the camera (Exif 2.3, tag 0x0112)."""


@contextmanager
def opened(data: bytes, kind: Kind) -> Iterator[Image.Image]:
    """Open a picture as what it is known to be, and nothing else; its pixels are not read yet."""
    if kind == HEIC:
        import pillow_heif  # noqa: PLC0415 - slow to load, and few pictures come from iPhones

        pillow_heif.register_heif_opener()
    with warnings.catch_warnings():
        # Sizes are bounded by whoever opens; what the decoders mend by themselves is not worth a word.
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=(kind.name,)) as picture:
            yield picture


def turn_of(picture: Image.Image) -> Image.Transpose | None:
    """Tell how to turn a picture upright; Pillow turns TIFF files by itself, and gives their size as if it had."""
    if picture.format == TIFF.name:
        return None
    try:
        return _TURNS.get(picture.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001 - cameras write what they like, and libraries raise what they like
        return None


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Give width and height in pixels as people see the picture."""
    width, height = picture.size
    is_on_its_side = turn_of(picture) in (_TURNS[5], _TURNS[6], _TURNS[7], _TURNS[8])
    return (height, width) if is_on_its_side else (width, height)


def developed(picture: Image.Image, width: int) -> Image.Image:
    """Read the pixels and give the picture in RGB, upright, on white and without anything but pixels.

    Arguments:
        picture: an opened picture.
        width: the width that is needed; a larger picture may be reduced to `GAP` times that, which is cheap.
    """
    turn = turn_of(picture)
    enough = width * GAP / upright_size(picture)[0]
    wanted = (max(1, int(picture.width * enough)), max(1, int(picture.height * enough)))
    if picture.format in (JPEG.name, "MPO") and enough < 1:
        picture.draft(None, wanted)  # keeps the mode
    picture.load()
    flat = on_white(_reduced(picture, wanted[0]) if picture.mode in ("L", "RGB", "CMYK") else picture)
    small = _reduced(flat, wanted[0])
    turned = small.transpose(turn) if turn is not None else small
    turned.info.clear()
    return turned


def _reduced(picture: Image.Image, width: int) -> Image.Image:
    """Give the picture in the smallest whole part that is still so wide; what is transparent must be gone before."""
    factor = picture.width // width
    if factor <= 1 or picture.has_transparency_data:
        return picture
    small = picture.reduce(factor)
    small.info = picture.info
    return small


def on_white(picture: Image.Image) -> Image.Image:
    """Give a picture in sRGB and without transparent parts: white shows through, as on paper."""
    profile = picture.info.get("icc_profile") or b""
    if picture.has_transparency_data and not picture.mode.startswith("I"):
        seen = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        whole = Image.new("RGB", seen.size, "white")
        whole.paste(seen, mask=seen)
    else:
        whole = _eight_bits(picture)
    if profile and len(profile) <= LARGEST_PROFILE:
        return _in_srgb(whole, profile)
    return whole if whole.mode == "RGB" else whole.convert("RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # one of its 65,536 greys may be transparent, which nobody would see
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Convert colours; a profile that is broken, or meant for another kind of colours, is left out of account."""
    try:
        change = _conversion(profile, picture.mode)
        return ImageCms.applyTransform(picture, change) or picture
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture.convert("RGB")


@cache
def _conversion(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    """Work out a conversion once: making one takes longer than using it."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")


def resized(picture: Image.Image, width: int) -> Image.Image:
    """Give a smaller copy of a picture; a very flat one keeps at least one line."""
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=GAP)
