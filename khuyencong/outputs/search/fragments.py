"""Puts into Pagefind's fragments what a result shows, and takes out what was only there to be found.

A fragment is what the browser fetches for one result. Pagefind searches everything that it puts there, so what is only
shown (a date, the address of a picture) is put in afterwards, and the other names of places are taken out.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping

from khuyencong.outputs.search.chunks import MARK
from khuyencong.outputs.search.document import Document
from khuyencong.outputs.search.program import without_strokes

START = "fragment/"
ENDING = ".pf_fragment"


def finish(files: Mapping[str, bytes], documents: Iterable[Document]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give the files with finished fragments, and the key of each document's fragment by the document's address.

    Arguments:
        files: what Pagefind made, by name.
        documents: what was indexed.
    """
    by_url = {one.url: one for one in documents}
    finished: dict[str, bytes] = {}
    keys: dict[str, str] = {}
    for name, data in files.items():
        if not name.startswith(START):
            finished[name] = data
            continue
        fragment = json.loads(without_strokes(gzip.decompress(data).removeprefix(MARK).decode()))
        document = by_url[fragment["url"]]
        keys[document.url] = name.removeprefix(START).removesuffix(ENDING)
        fragment["meta"] = {"title": fragment["meta"]["title"], **dict(document.shown)}
        finished[name] = gzip.compress(MARK + json.dumps(fragment, ensure_ascii=False).encode(), mtime=0)
    return finished, keys
