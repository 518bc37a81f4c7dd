"""Rule on files that this site never has: programs for servers, files of unknown kinds, drawings and PDF that act."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import brotli

from khuyencong.checks.pages import BuiltSite, parse_page
from khuyencong.checks.planted.inside import DOWNLOADS, pdf_parts
from khuyencong.checks.planted.reading import ending, is_read, line_of, source_of
from khuyencong.model.problem import Problem

PICTURES = frozenset({"avif", "gif", "ico", "jpeg", "jpg", "png", "webp"})
OTHERS = frozenset(
    {
        "html",
        "woff2",
        "mp3",
        "ogg",
        "opus",
        "sig",
        "wasm",
        "pagefind",
        "pf_filter",
        "pf_fragment",
        "pf_index",
        "pf_meta",
    }
)
"""Endings of pages, fonts, sounds, the signature and the search index."""
PACKED = frozenset({"br", "gz"})
NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to give folders as they are."""
_DOTTED = re.compile(r"(?:^|/)\.(?!well-known/security\.txt|nojekyll$)")
_WRAPPED = re.compile(
    r"\b(?:eval|atob|unescape|execScript)\s*\(|\bnew\s+Function\s*\(|\bString\s*\.\s*fromCharCode"
    r"|\bdocument\s*\.\s*write(?:ln)?\s*\(",
    re.IGNORECASE,
)
"""How planted programs hide what they do; none of ours does."""
_ACTIVE = "//script | //foreignobject | //foreignObject | //iframe | //*[@*[starts-with(name(), 'on')]]"
_MOVING = "//animate | //set | //animatetransform"
"""Parts of a drawing that can change where its links lead."""


def no_foreign_files(site: BuiltSite) -> Iterator[Problem]:
    """Every file is of a kind that the site publishes, and does no more than files of its kind do.

    Arguments:
        site: the finished site.
    """
    for path in sorted(site.files):
        what, line = _strange(site, path)
        if what:
            yield Problem(
                path,
                line,
                "foreign",
                f"{what}. Không ai ở đây làm ra thì trang đã bị chèn: đừng công bố, hãy báo người phụ trách.",
            )


def _strange(site: BuiltSite, path: str) -> tuple[str, int]:
    """Say what is strange about a file, and in which line; an empty text for an ordinary one."""
    end = ending(path)
    if end in PACKED and path.rpartition(".")[0] in site.files:
        is_same = _is_copy(site.root / path, (site.root / path).with_suffix(""))
        return ("" if is_same else "bản nén không giống tệp mà nó nén", 1)
    if not _is_known(path):
        return "tệp lạ: trang này không có loại tệp ấy", 1
    if end == "pdf":
        acts = pdf_parts(site.root / path)[1]
        return (f"PDF có lệnh tự chạy ({', '.join(acts)})" if acts else ""), 1
    if is_read(path):
        return _in_text(path, source_of(site, path), (site.root / path).read_bytes())
    return "", 1


def _is_known(path: str) -> bool:
    if _DOTTED.search(path):
        return False
    if ending(path) == "html" and not path.endswith(".html"):
        return False  # no other rule would read it as a page
    return is_read(path) or ending(path) in PICTURES | OTHERS | DOWNLOADS or path == NO_JEKYLL


def _in_text(path: str, text: str, source: bytes) -> tuple[str, int]:
    if "\ufffd" in text or "\x00" in text:
        return "chữ trong tệp không phải UTF-8", 1
    wrapped = _WRAPPED.search(text) if ending(path) in ("js", "mjs") and not path.startswith("pagefind/") else None
    if wrapped:
        return f"chương trình giấu việc nó làm ({wrapped[0].strip()[:30]})", line_of(text, wrapped.start())
    if ending(path) == "svg":
        active = parse_page(path, source).tree.xpath(f"{_ACTIVE} | {_MOVING}")
        return ("hình vẽ có chương trình bên trong", active[0].sourceline or 1) if active else ("", 1)
    return "", 1


def _is_copy(packed: Path, plain: Path) -> bool:
    """Tell whether a packed file is the other one, without unpacking more than that."""
    wanted = plain.read_bytes()
    try:
        if packed.suffix == ".br":
            found = brotli.Decompressor().process(packed.read_bytes(), output_buffer_limit=len(wanted) + 1)
        else:
            found = zlib.decompressobj(wbits=31).decompress(packed.read_bytes(), len(wanted) + 1)
    except (brotli.error, zlib.error):
        return False
    return bytes(found) == wanted
