"""The lists and tables that entries are read against."""

from __future__ import annotations

from dataclasses import dataclass, field

from khuyencong.model.boundaries import Boundaries
from khuyencong.model.place import Places
from khuyencong.model.taxonomy import Taxonomies


@dataclass(frozen=True, slots=True)
class Tables:
    """The lists of terms, the table of places and their boundaries.

    Arguments:
        taxonomies: the lists of `content/taxonomies.yaml`.
        places: the units before and after 1 July 2025.
        boundaries: the rings of each unit by its code.
    """

    taxonomies: Taxonomies
    places: Places
    boundaries: Boundaries = field(default_factory=dict)
