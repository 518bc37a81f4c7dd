"""Who wrote a page and when, and in which other languages it is there, for its head."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote a page and when.

    Arguments:
        date: the day of its last change, as far as it is known.
        creator: who wrote it; empty for whoever writes what nobody signs.
        published: the beginning of the day on which an article was published, with its zone, if the day is known.
        modified: the same of the day on which it was corrected.
        section: the name of its category.
    """

    date: PartialDate | None
    creator: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A page in one of its languages.

    Arguments:
        language: the language.
        url: the page's address from the site's root.
    """

    language: str
    url: str
