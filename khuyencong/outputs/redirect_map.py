"""The file from which web servers are told where old addresses lead."""

from __future__ import annotations

import json

from khuyencong.model.old_address import spellings
from khuyencong.model.redirect_view import RedirectMap

MOVED_PERMANENTLY = 301


def redirect_map(view: RedirectMap) -> bytes:
    """Write the file: a list of `from`, `to` and `status`, sorted by `from`.

    Addresses are percent-encoded and begin at the root of the site, wherever that lies. A folder stands there with
    its slash and without, so that a server need only compare.
    """
    found = {old: new for one, new in view.moves for old in spellings(one)}
    moves = [{"from": old, "to": found[old], "status": MOVED_PERMANENTLY} for old in sorted(found)]
    return (json.dumps(moves, indent=0, ensure_ascii=True) + "\n").encode()
