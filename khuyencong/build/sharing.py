"""Draws the pictures for shared links that no earlier build has drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from khuyencong.build.progress import phase
from khuyencong.build.store import Store
from khuyencong.build.workers import map_chunks
from khuyencong.outputs.share_pictures import SharePicture

AT_ONCE = 1_000
"""Pictures that lie in memory together, about 20 MB."""


def share_key(url: str) -> str:
    """Give the key of a picture; its address holds the hash of all that it is made of."""
    return f"share {url}"


def drawn(shares: Sequence[SharePicture], store: Store, site: Path) -> Iterator[tuple[SharePicture, bytes]]:
    """Yield pictures, from the store or drawn by the build's workers.

    Arguments:
        shares: which pictures.
        store: what earlier builds have drawn; it receives what is drawn now.
        site: the folder of the site, where the photos on them lie already.
    """
    from khuyencong.outputs.share_pictures.drawing import draw_all  # noqa: PLC0415 - few edits draw a picture

    with phase("Vẽ ảnh chia sẻ", len(shares)) as advance:
        for start in range(0, len(shares), AT_ONCE):
            some = shares[start : start + AT_ONCE]
            known = store.get_all(share_key(one.url) for one in some)
            missing = [one for one in some if share_key(one.url) not in known]
            made = zip(missing, map_chunks(partial(draw_all, site), missing, advance), strict=True)
            fresh = {share_key(one.url): data for one, data in made}
            store.put_all(fresh)
            known |= fresh
            yield from [(one, known[share_key(one.url)]) for one in some]
