"""The tables that the browser needs beside the index: which words there are, which places were renamed, the filters."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from khuyencong.model.vietnamese import fold
from khuyencong.outputs.search.document import Document

MOST_WORDS = 6_000
"""Words in the list that typing is held against; on a larger site the rarest are left out."""
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")


def folded_words(text: str) -> list[str]:
    """Give the words of a text in lower case without accents."""
    return _WORD.findall(fold(text))


def word_table(
    titles: Iterable[str],
    texts: Iterable[str],
    places: Mapping[str, tuple[str, ...]],
    abbreviations: Iterable[tuple[str, str]],
) -> bytes:
    """Write the list of words, those of titles first, the names that places have now, and the abbreviations.

    Arguments:
        titles: the titles of all documents.
        texts: all that they say.
        places: the names of today by the folded former name.
        abbreviations: short and long forms; only short ones of a single word can be told in a query.
    """
    titles = list(titles)
    of_titles = Counter(word for title in titles for word in folded_words(title) if _is_word(word))
    of_texts = Counter(word for text in texts for word in folded_words(text) if _is_word(word))
    rest = [word for word, _ in sorted(of_texts.items(), key=lambda one: (-one[1], one[0])) if word not in of_titles]
    table = {
        "pages": len(titles),
        "names": " ".join(sorted(of_titles)),
        "words": " ".join(sorted(rest[: max(0, MOST_WORDS - len(of_titles))])),
        "abbreviations": {fold(short): long for short, long in abbreviations if fold(short).isalnum()},
        "places": {old: ", ".join(new) for old, new in sorted(places.items())},
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _is_word(word: str) -> bool:
    return len(word) > 1 and not word.isdigit()


def filter_table(documents: Sequence[Document], keys: Mapping[str, str]) -> bytes:
    """Write the filters and the day of each document.

    Arguments:
        documents: what was indexed.
        keys: the key of each document's fragment, by its address.

    Returns:
        JSON: `keys` and `days`, one for each document; and for each filter its values, and for each document the
        numbers of its values.
    """
    names = sorted({name for one in documents for name, _ in one.filters})
    table: dict[str, object] = {
        "keys": " ".join(keys[one.url] for one in documents),
        "days": [one.day for one in documents],
        "filters": {name: _column(name, documents) for name in names},
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _column(name: str, documents: Sequence[Document]) -> dict[str, object]:
    own = [[value for filter_name, value in one.filters if filter_name == name] for one in documents]
    values = sorted({value for one in own for value in one}, key=lambda value: unicodedata.normalize("NFD", value))
    numbers = {value: number for number, value in enumerate(values)}
    return {"values": values, "of": [[numbers[value] for value in one] for one in own]}
