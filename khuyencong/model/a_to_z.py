"""A–Z: all entries of a type under the letters of the Vietnamese alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from khuyencong.model.vietnamese import ALPHABET, initial, slug, sort_key

NO_LETTER = "#"
"""Where names stand that begin with a number or a foreign sign."""


@dataclass(frozen=True, slots=True)
class FiledName:
    """One line of an A–Z.

    Arguments:
        url: the entry's address.
        name: the name that it is filed under.
        form: words that stand before the name and are not filed, for instance "Công ty TNHH".
        note: what tells equal names apart, for instance the place.
    """

    url: str
    name: str
    form: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its names.

    Arguments:
        text: the letter, or `#`.
        id: the name of its place on the page.
        names: the names, in order; none when nothing begins with the letter.
    """

    text: str
    id: str
    names: tuple[FiledName, ...]


@dataclass(frozen=True, slots=True)
class AtoZ:
    """What an A–Z page shows.

    Arguments:
        letters: every letter of the alphabet, in its order, and `#` at the end.
    """

    letters: tuple[Letter, ...]


def a_to_z(names: Iterable[FiledName]) -> AtoZ:
    """File names under their letters, in Vietnamese order."""
    filed: dict[str, list[FiledName]] = {letter: [] for letter in (*ALPHABET.upper(), NO_LETTER)}
    for one in sorted(names, key=lambda one: (sort_key(one.name), sort_key(one.form), one.url)):
        filed[initial(one.name)].append(one)
    used = {letter: there for letter, there in filed.items() if there or letter not in FOREIGN}
    return AtoZ(tuple(Letter(letter, _id(letter), tuple(there)) for letter, there in used.items()))


FOREIGN = "FJWZ"
"""Letters that are not of the Vietnamese alphabet; they are shown where a foreign name begins with one."""


def _id(letter: str) -> str:
    """Name the place of a letter: `chu_a`, `chu_a_2` for Ă, as an address is best without accents."""
    if letter == NO_LETTER:
        return "chu_so"
    plain = slug(letter)
    alike = [one for one in ALPHABET.upper() if slug(one) == plain]
    place = alike.index(letter)
    return f"chu_{plain}_{place + 1}" if place else f"chu_{plain}"
