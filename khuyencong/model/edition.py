"""Editions: the forms in which a bulletin issue can be had as one file, and the picture of its cover.

They are made before any page, see `build/printing.py` and `build/ebooks.py`, lie beside the page of their issue and are
told by `Catalogue.editions(slug)`, which is noted as a question like any other. A page that shows them has them
published by naming their files: `Editions.files()`. Another form is another `Edition` in the same tuple.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from slugify import slugify

from khuyencong.model.media_view import PictureView


def edition_name(bulletin: str, slug: str) -> str:
    """Name the files of an issue, without their ending: "ban-tin-khuyen-cong-2026-1".

    Arguments:
        bulletin: the bulletin's name; without one its files are called `ban-tin`.
        slug: the issue's slug.
    """
    return f"{slugify(bulletin) or 'ban-tin'}-{slug}"


class Edition(NamedTuple):
    """One form of an issue.

    Arguments:
        form: `pdf` or `epub`.
        url: its address on the site.
        size: in bytes.
        pages: how many it has; 0 for an e-book, whose pages are the reader's.
        sha256: the hash of its bytes, under which the store keeps them.
    """

    form: str
    url: str
    size: int
    pages: int
    sha256: str


class Cover(NamedTuple):
    """The cover of an issue as a picture.

    Arguments:
        picture: the picture in several widths, with its alternative text.
        copies: address and SHA-256 of each of its files; the store keeps their bytes.
    """

    picture: PictureView
    copies: tuple[tuple[str, str], ...]


class Editions(NamedTuple):
    """What an issue can be had as.

    Arguments:
        editions: its forms, the PDF first.
        cover: its cover; nothing while no PDF has been made.
    """

    editions: tuple[Edition, ...] = ()
    cover: Cover | None = None

    def of(self, form: str) -> Edition | None:
        """Give the edition of a form."""
        return next((one for one in self.editions if one.form == form), None)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield address and SHA-256 of every file, for whoever publishes them."""
        yield from ((one.url, one.sha256) for one in self.editions)
        yield from self.cover.copies if self.cover else ()
