"""Chooses the drawing of an entry without a photo: from the entry alone, and so that neighbours differ."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from khuyencong.model.taxonomy import DrawingEntry, Taxonomies
from khuyencong.model.vietnamese import syllables
from khuyencong.model.view import Artwork, Card

GROUNDS = ("sun", "hills", "sea", "woven", "terraces", "rays")
"""What may stand behind a drawing; the style sheet has a rule for each."""

TONES = 3
"""How many tones each group of products has in the style sheet."""

NEAR = 3
"""How many cards before a card count as its neighbours: with three in a row, also the one above it."""


NAMES = (("vũng", "tàu"),)
"""Names of places that hold a word of the table and do not mean it: Vũng Tàu is no ship."""


def draw(taxonomies: Taxonomies, slug: str, texts: Iterable[str | None], otherwise: str) -> Artwork:
    """Choose the drawing of an entry; the same entry always gets the same one.

    Arguments:
        taxonomies: the lists, with the table of drawings.
        slug: the slug of the entry, from which ground, tone and direction follow.
        texts: what the entry says of itself, the most telling first.
        otherwise: the key of the drawing for texts without a word of the table.
    """
    found = next(filter(None, (_called_for(text or "", taxonomies) for text in texts)), None)
    drawing = found or next((one for one in taxonomies.drawings if one.key == otherwise), None)
    number = int.from_bytes(hashlib.sha256(slug.encode()).digest()[:8], "big")
    number, ground = divmod(number, len(GROUNDS))
    number, tone = divmod(number, TONES)
    return Artwork(
        motif=drawing.key if drawing else otherwise,
        ground=GROUNDS[ground],
        colours=drawing.colours if drawing else otherwise,
        tone=tone + 1,
        mirrored=number % 2 == 1,
    )


def _called_for(text: str, taxonomies: Taxonomies) -> DrawingEntry | None:
    """Find the first word of the table in a text, and the longest of those that start there.

    A Vietnamese noun comes before what qualifies it: "rượu ca cao" is a spirit, "dao cạo mủ cao su" a knife.
    """
    words = taxonomies.drawing_words
    longest = max(map(len, words), default=0)
    said = syllables(text)
    for name in NAMES:
        said = _without(name, said)
    for start in range(len(said)):
        for length in range(longest, 0, -1):
            if drawing := words.get(said[start : start + length]):
                return drawing
    return None


def _without(name: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a name."""
    found = {
        start + step for start in range(len(said)) for step in range(len(name)) if said[start:][: len(name)] == name
    }
    return tuple(one for number, one in enumerate(said) if number not in found)


def vary(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give the same cards; where a drawing stood a few cards before, its ground, tone and direction are changed.

    Arguments:
        cards: cards in the order in which they are shown.
    """
    varied: list[Card] = []
    before: deque[Artwork | None] = deque(maxlen=NEAR)
    for card in cards:
        artwork = _unlike(card.artwork, before) if card.artwork and not card.photo else None
        varied.append(replace(card, artwork=artwork) if artwork and artwork != card.artwork else card)
        before.append(artwork)
    return tuple(varied)


def _unlike(artwork: Artwork, before: Iterable[Artwork | None]) -> Artwork:
    """Change a drawing that repeats one before it: the next ground that is free, the next tone, turned round."""
    same = [one for one in before if one and one.motif == artwork.motif]
    if not same:
        return artwork
    taken = {one.ground for one in same}
    first = GROUNDS.index(artwork.ground)
    order = GROUNDS[first:] + GROUNDS[:first]
    tone = artwork.tone if artwork.tone != same[-1].tone else artwork.tone % TONES + 1
    ground = next(ground for ground in order if ground not in taken)
    return replace(artwork, ground=ground, tone=tone, mirrored=not same[-1].mirrored)
