"""Pictures: from what staff have to small, right and nameless files."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from slugify import slugify

from khuyencong.model.media_view import PictureView

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (480, 960, 1440)
"""Widths in pixels that the layout's slots need; a picture is never enlarged."""
QUALITY = {"JPEG": 80, "WEBP": 78}


@dataclass(frozen=True, slots=True)
class Derivative:
    """One resized copy to make.

    Arguments:
        source: the picture.
        url: the address of the copy.
        width: its width in pixels.
        format: `JPEG` or `WEBP`.
        digest: the beginning of the hash of the picture; empty when any picture will do.
    """

    source: Path
    url: str
    width: int
    format: str
    digest: str = ""


def plan_picture(source: Path, folder_url: str, alt: str) -> tuple[PictureView, tuple[Derivative, ...]]:
    """Decide which copies of a picture a page needs.

    Arguments:
        source: the picture.
        folder_url: the address of the page that shows it; the copies are put beside the page.
        alt: what the picture shows, in words.
    """
    width, height = _size(source)
    widths = sorted({min(width, wanted) for wanted in WIDTHS})
    digest = _digest(source.read_bytes())
    stem = f"{folder_url}{slugify(source.stem) or 'anh'}-{digest}"
    copies = {
        form: [Derivative(source, f"{stem}-{one}.{ending}", one, form, digest) for one in widths]
        for form, ending in (("WEBP", "webp"), ("JPEG", "jpg"))
    }
    plain = copies["JPEG"][-1]
    view = PictureView(
        src=plain.url,
        sources=(("image/webp", ", ".join(f"{one.url} {one.width}w" for one in copies["WEBP"])),),
        width=plain.width,
        height=max(1, round(height * plain.width / width)),
        alt=alt,
    )
    return view, (*copies["WEBP"], plain)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def _size(source: Path) -> tuple[int, int]:
    from PIL import Image  # noqa: PLC0415 - slow to import, and few edits concern a picture

    with Image.open(source) as picture:
        width, height = picture.size
        is_turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (height, width) if is_turned else (width, height)


def derive(derivative: Derivative) -> bytes:
    """Make one copy: turned upright, resized, and without the camera's data (place, owner, device)."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - slow to import, and few edits concern a picture

    data = derivative.source.read_bytes()
    if derivative.digest and derivative.digest != _digest(data):
        raise ValueError(f"{derivative.source} was written while the site was built; build again")
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (derivative.width * 2, derivative.width * 2))
        upright = _on_white(ImageOps.exif_transpose(opened))
    height = max(1, round(upright.height * derivative.width / upright.width))
    copy = upright.resize((derivative.width, height), Image.Resampling.LANCZOS)
    copy.info.clear()
    buffer = io.BytesIO()
    if derivative.format == "JPEG":
        copy.save(buffer, "JPEG", quality=QUALITY["JPEG"], progressive=True, optimize=True)
    else:
        copy.save(buffer, "WEBP", quality=QUALITY["WEBP"], method=4)
    return buffer.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """Give the picture without transparent parts, which no JPEG can hold: white shows through, as on paper."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and few edits concern a picture

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole).convert("RGB")
