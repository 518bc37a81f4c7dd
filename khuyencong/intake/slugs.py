"""Slugs of what the tables name."""

from __future__ import annotations

from slugify import slugify

MAX_SLUG = 120
"""Longest slug made from a sentence; names of establishments and products are kept whole."""


def slug_of(name: str) -> str:
    """Make the slug of a name, whole."""
    return slugify(name)


def short_slug(sentence: str) -> str:
    """Make the slug of a longer title, cut between words."""
    return slugify(sentence, max_length=MAX_SLUG, word_boundary=True)
