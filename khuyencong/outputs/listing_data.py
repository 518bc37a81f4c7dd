"""The file from which a script narrows a listing in place: the cards of all entries, with the values of each."""

from __future__ import annotations

import json
from collections.abc import Iterable


def listing_data(cards: Iterable[str], values: Iterable[str]) -> str:
    """Write the file.

    Cards are written as the listing's own template makes them, so that a narrowed listing looks the same with and
    without script; repeated markup costs next to nothing once the server has compressed it.

    Arguments:
        cards: the HTML of each card, its addresses relative to the file.
        values: the values of each entry, written as `facet/value` with spaces between them.

    Returns:
        JSON: a list of pairs of card and values.
    """
    pairs = list(zip(cards, values, strict=True))
    return json.dumps(pairs, ensure_ascii=False, separators=(",", ":")) + "\n"
