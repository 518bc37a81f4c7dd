"""The lists and tables that entries are read against."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.glossary import Glossary
from khuyencong.model.place import Places
from khuyencong.model.taxonomy import Taxonomies


@dataclass(frozen=True, slots=True)
class Tables:
    """The lists of terms, the table of places, the glossary.

    Arguments:
        taxonomies: the lists of `content/taxonomies.yaml`.
        places: the units before and after 1 July 2025.
        glossary: what abbreviations stand for, of `content/glossary.yaml`.
    """

    taxonomies: Taxonomies
    places: Places
    glossary: Glossary
