"""What could be better about the pictures that staff have given, in words for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from khuyencong.model.attachment import file_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.library import Photo
from khuyencong.model.media import beside
from khuyencong.model.pictures.verdict import Facts
from khuyencong.model.vietnamese import file_size, number

HEAVY = 6_000_000
"""Bytes from which an original slows down whoever copies the folder; the published copies are small either way."""
HEAVY_PNG = 1_000_000
"""A drawing or a screenshot is smaller than this as PNG; a photo is not."""
NARROW = 960
"""Pixels below which a picture looks soft on a desk's screen."""


class Advice(NamedTuple):
    """What could be better about one original.

    Arguments:
        path: the file relative to the content folder.
        size: its size in bytes.
        text: what to do.
    """

    path: str
    size: int
    text: str


def advice(catalogue: Catalogue, content: Path) -> Iterator[Advice]:
    """Yield what could be better about the published pictures, the heaviest original first.

    Arguments:
        catalogue: all entries.
        content: the content folder.
    """
    originals = [(one, beside((content / one.path).parent, one.src)) for one in catalogue.photos(0, 10**9)]
    there = [(one, path, path.stat().st_size) for one, path in originals if path.is_file()]
    for one, path, size in sorted(there, key=lambda found: (-found[2], str(found[1]), found[0].path)):
        for text in _texts(one, catalogue.picture(file_name(one.path, one.src)), path.suffix.lower(), size):
            yield Advice(path.relative_to(content).as_posix(), size, text)


def _texts(photo: Photo, facts: Facts | None, ending: str, size: int) -> Iterator[str]:
    if ending == ".png" and size > HEAVY_PNG:
        yield "Nếu là ảnh chụp, lưu thành JPEG sẽ nhẹ hơn nhiều."
    elif size > HEAVY:
        yield f"Ảnh gốc nặng hơn {file_size(HEAVY)}; thu nhỏ còn khoảng 3.000 điểm chiều rộng là đủ."
    if facts and facts.form != "drawing" and facts.width < NARROW:
        yield f"Rộng {number(facts.width)} điểm, nhỏ hơn chỗ hiện ảnh ({number(NARROW)}). Hãy tìm bản gốc lớn hơn."
    if not photo.credit:
        yield "Chưa ghi nguồn ảnh (credit)."
