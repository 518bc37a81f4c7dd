"""The lists and tables that entries are read against."""

from __future__ import annotations

from dataclasses import dataclass, field

from khuyencong.model.boundaries import Boundaries
from khuyencong.model.glossary import Glossary
from khuyencong.model.place import Places
from khuyencong.model.radio_settings import Radio
from khuyencong.model.taxonomy import Taxonomies


@dataclass(frozen=True, slots=True)
class Tables:
    """The lists of terms, the table of places with their boundaries, the glossary, the settings for reading aloud.

    Arguments:
        taxonomies: the lists of `content/taxonomies.yaml`.
        places: the units before and after 1 July 2025.
        glossary: what abbreviations stand for, of `content/glossary.yaml`.
        boundaries: the rings of each unit by its code.
        radio: how articles are read aloud, of `content/radio.yaml`.
    """

    taxonomies: Taxonomies
    places: Places
    glossary: Glossary
    boundaries: Boundaries = field(default_factory=dict)
    radio: Radio = field(default_factory=Radio)
