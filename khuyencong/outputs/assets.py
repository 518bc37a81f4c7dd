"""Style sheet, scripts, fonts and drawings of the theme, under names that carry a hash of their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rcssmin import cssmin

LAYERS = ("reset", "tokens", "base", "compositions", "components", "utilities", "print")
"""Cascade layers, lowest first: a rule of a later layer wins whatever its selector."""

FOLDER = "/giao-dien/"
SERVED_FONTS, FOLDER_FONTS = "font-display:optional", "font-display:swap"
ROOT = "root/"
"""Where files lie that browsers look for at the site's root, under the very name."""
_INDENT_AND_COMMENT = re.compile(r"^ *(?://.*|/\*.*\*/)$|^ +", re.MULTILINE)
_URL = re.compile(r'url\("\.\./([^"]+)"\)')


class Addresses(dict[str, str]):
    """Address by name. It is never changed once it is made, so it may be part of a key, as frozen data may."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary that changes has no hash
        """Hash the addresses, which hold the hashes of the files."""
        return hash(tuple(self.values()))


@dataclass(frozen=True, slots=True)
class Assets:
    """The theme's files as they are published.

    Arguments:
        files: content by address.
        addresses: address by the name templates use: `site.css`, `css/search.css`, `js/menu.js`, `art/che-bien.svg`,
            `root/favicon.ico`.
        early_fonts: addresses of the fonts that a page asks for before its style sheet does.
    """

    files: Mapping[str, bytes]
    addresses: Addresses
    early_fonts: tuple[str, ...] = ()


def collect(static: Path, *, from_folder: bool = False) -> Assets:
    """Collect the theme's static files.

    Arguments:
        static: the theme's folder `static`, with `css/<layer>.css` or `css/<layer>/*.css` for each layer, and
            `css/pages/*.css` for what only some pages need.
        from_folder: whether pages are opened from a folder. A browser fetches nothing early there, so fonts that come
            late are still shown; on a server they are not, and nothing moves (docs/adr/0016).

    Raises:
        KeyError: when the style sheet names a file that the theme does not have.
    """
    files: dict[str, bytes] = {}
    addresses: dict[str, str] = {}
    for path in sorted(one for one in static.rglob("*") if one.is_file() and one.parent.name != "css"):
        name = path.relative_to(static).as_posix()
        is_part = name.startswith(("css/", "js/")) and name.count("/") > 1
        if not is_part and not path.name.startswith(".") and not path.name.endswith("~"):
            _publish(name, path.read_bytes(), files, addresses)
    for folder in sorted(one for one in (static / "js").glob("*") if one.is_dir()):
        _publish(f"js/{folder.name}.js", script(folder).encode(), files, addresses)
    for path in sorted((static / "css" / "pages").glob("*.css")):
        _publish(f"css/{path.name}", sheet_of_pages(path).encode(), files, addresses)
    sheet = style_sheet(static / "css", addresses)
    if from_folder:
        sheet = sheet.replace(SERVED_FONTS, FOLDER_FONTS)
    _publish("site.css", sheet.encode(), files, addresses)
    early = () if from_folder else tuple(one for name, one in addresses.items() if name.endswith(".woff2"))
    return Assets(files, Addresses(addresses), early)


def style_sheet(folder: Path, addresses: Mapping[str, str]) -> str:
    """Put the layers' files together into one style sheet.

    Arguments:
        folder: the folder with the layers.
        addresses: the published addresses of the files that rules name as `url("../fonts/…")`.
    """
    parts = [f"@layer {', '.join(LAYERS)};"]
    for layer in LAYERS:
        sheets = [folder / f"{layer}.css", *sorted((folder / layer).glob("*.css"))]
        texts = [path.read_text(encoding="utf-8").strip() for path in sheets if path.is_file()]
        parts += [f"@layer {layer} {{\n{text}\n}}" for text in texts]
    joined = str(cssmin("\n".join(parts))) + "\n"
    return _URL.sub(lambda found: f'url("{addresses[found[1]].removeprefix(FOLDER)}")', joined)


def sheet_of_pages(path: Path) -> str:
    """Give the style sheet of a few pages, which the others need not fetch.

    Arguments:
        path: its rules. They belong to the layer of components; the site's style sheet, which comes first, has said
            in which order layers stand.
    """
    return str(cssmin(f"@layer components {{\n{path.read_text(encoding='utf-8')}\n}}")) + "\n"


def script(folder: Path) -> str:
    """Put the parts of a script together into one file with names of its own, without comments and indentation.

    Arguments:
        folder: the folder of a script that is too long for one file; its parts stand in order of their names. Within
            them a comment has lines of its own, and no text runs over several lines.
    """
    parts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("[!.]*.js")))
    lines = _INDENT_AND_COMMENT.sub("", "\n".join(parts)).split("\n")
    return "\n".join(["(() => {", '"use strict";', *filter(None, lines), "})();", ""])


def _publish(name: str, data: bytes, files: dict[str, bytes], addresses: dict[str, str]) -> None:
    if name.startswith(ROOT):
        addresses[name] = f"/{name.removeprefix(ROOT)}"
        files[addresses[name]] = data
        return
    digest = hashlib.sha256(data).hexdigest()[:8]
    stem, _, ending = name.replace("/", "-").rpartition(".")
    addresses[name] = f"{FOLDER}{stem}.{digest}.{ending}"
    files[addresses[name]] = data
