"""Weighs a published site: files and bytes by kind, as they lie there and as they travel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from khuyencong.publishing.kinds import ending
from khuyencong.publishing.packing import ENDINGS

SEARCH = "pagefind/"
_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Trang": ("html",),
        "Giao diện và chữ": ("css", "js", "woff2", "webmanifest"),
        "Ảnh": ("avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"),
        "Văn bản và bản in": ("docx", "epub", "ods", "odt", "pdf", "xlsx", "zip"),
        "Âm thanh": ("mp3", "ogg", "opus"),
        "Dữ liệu và nguồn tin": ("atom", "csv", "geojson", "ics", "json", "jsonld", "rss", "ttl", "xml"),
    }
)
_OF_SEARCH, _OTHER = "Tìm kiếm", "Khác"


@dataclass(slots=True)
class Weight:
    """What the files of one kind weigh.

    Arguments:
        files: how many there are.
        bytes: their sizes together.
        sent: what travels for each of them once, packed where a packed copy lies beside it.
    """

    files: int = 0
    bytes: int = 0
    sent: int = 0


def weigh(site: Path) -> dict[str, Weight]:
    """Weigh a published site by kind; packed copies count as what is sent of their file.

    Arguments:
        site: its folder.
    """
    by_ending = {one: kind for kind, endings in _KINDS.items() for one in endings}
    found = {kind: Weight() for kind in (*_KINDS, _OF_SEARCH, _OTHER)}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.endswith(ENDINGS):
            weight = found[_OF_SEARCH if name.startswith(SEARCH) else by_ending.get(ending(name), _OTHER)]
            copy = path.with_name(f"{path.name}.br")
            weight.files += 1
            weight.bytes += path.stat().st_size
            weight.sent += (copy if copy.is_file() else path).stat().st_size
    return {kind: weight for kind, weight in found.items() if weight.files}
