"""What the search knows of a page: plain text, filters, and the little that a result shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry
from khuyencong.model.fields import Term
from khuyencong.model.frontmatter import Location
from khuyencong.model.marks import Mark, marked_values
from khuyencong.model.recognition import Recognition
from khuyencong.model.row import ListedUnder, Row
from khuyencong.model.view import Card, Head

SEARCH_URL = "/tim-kiem/"

PICTURE_WIDTH = 160
"""Pixels that a result's picture has at the least: it is 5 rem wide, most screens have two pixels to a CSS pixel."""

FILTER_OF_FACET = {
    "nganh": "nganh",
    "nhom": "nganh",
    "huyen": "huyen",
    "xa-phuong": "xa",
    "cap": "cap",
    "ocop": "cap",
    "nam": "nam",
}
"""The filter of the search that a facet of a content type belongs to. The type itself is the filter `loai`."""

NOT_SEARCHED = frozenset(
    {
        "address",
        "aliases",
        "gallery",
        "image",
        "kind",
        "lang",
        "level",
        "order",
        "shows",
        "slug",
        "sources",
        "status",
        "summary",
        "title",
        "unit",
        "url",
        "website",
        "year",
    }
)
"""Fields whose values no reader would look for, and those that the document has in words or at another place."""

_BLOCK = re.compile(r"</(?:p|li|h\d|t[hdr]|d[td]|figcaption|blockquote|pre|div)>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Indexed:
    """One document of the search index.

    Arguments:
        url: the page's address from the site's root.
        title: its name.
        type: the content type's part of the address, for instance `co-so`; `trang` for a listing or a plain page.
        kind: the name of the listing that it belongs to, as people ask for "hỗ trợ máy móc".
        text: what the page says, in paragraphs.
        places: the places that it belongs to, as the source and as the tables of places name them.
        filters: name and value of each filter.
        day: the day to sort by, as in 2022-09-05; empty when none is known.
        shown: the date or the place that a result shows.
        artwork: the key of the drawing that a result shows.
        picture: the address of the photo that a result shows.
    """

    url: str
    title: str
    type: str
    kind: str
    text: tuple[str, ...]
    places: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    day: str = ""
    shown: str = ""
    artwork: str = ""
    picture: str = ""


def indexed_entry(entry: Entry, row: Row, content_type: ContentType[Any], catalogue: Catalogue) -> Indexed:
    """Give the document of an entry, without its Markdown.

    Arguments:
        entry: the entry.
        row: its row.
        content_type: its type.
        catalogue: all entries.
    """
    card = entry.card(catalogue)
    photo = entry.photo(catalogue)
    type_ = content_type.prefix.strip("/") or "trang"
    places = entry.whereabouts(catalogue)
    own = {location: mark for mark, location, _ in marked_values(entry)}
    words = (entry.title, entry.summary, card.kicker, card.summary, *card.facts, *_texts(entry, own, catalogue))
    title = card.title if entry.title in card.title else f"{card.title}: {entry.title}"
    texts = (one for one in words if one not in title)
    day = entry.first_day
    return Indexed(
        url=entry.url,
        title=title,
        type=type_,
        kind=content_type.label,
        text=tuple(dict.fromkeys(filter(None, texts))),
        places=places,
        filters=(("loai", type_), *_filters((*row.facets, *_borrowed(entry, catalogue)))),
        day=day.iso if day else "",
        shown=_shown(card, places, _maker_row(entry, catalogue) or row),
        artwork=card.artwork.motif if card.artwork else "",
        picture=photo.at_least(PICTURE_WIDTH) if photo else "",
    )


def indexed_listing(head: Head) -> Indexed:
    """Give the document of a listing: its title and its description; the entries have their own."""
    return Indexed(head.url, head.title, "trang", "Danh sách", (head.description,), filters=(("loai", "trang"),))


def with_body(document: Indexed, body: str) -> Indexed:
    """Give a document with what its page's Markdown says.

    Arguments:
        document: the document.
        body: the Markdown as sanitised HTML.
    """
    return replace(document, text=(*document.text, *paragraphs(body)))


def paragraphs(body: str) -> tuple[str, ...]:
    """Give the text of a rendered body, block by block.

    Arguments:
        body: HTML that has been sanitised, in which every `<` of the text is escaped.
    """
    blocks = (html.unescape(_TAG.sub("", block)) for block in _BLOCK.sub("\0", body).split("\0"))
    return tuple(filter(None, (" ".join(block.split()) for block in blocks)))


def _shown(card: Card, places: tuple[str, ...], placed: Row) -> str:
    """Give the date, or else the place as the source names it and as it is called today."""
    if card.date:
        return card.date.vietnamese
    today = [placed.places[0].name] if placed.places else []
    return " · ".join(filter(None, [*(card.facts or places[:1]), *today]))


def _maker_row(entry: Entry, catalogue: Catalogue) -> Row | None:
    """Give the row of the establishment that makes a product: people look for both by place."""
    maker = getattr(entry, "establishment", None)
    return catalogue.index.row("establishment", maker) if maker and catalogue.get("establishment", maker) else None


def _borrowed(entry: Entry, catalogue: Catalogue) -> Iterator[ListedUnder]:
    """Yield the places of the establishment that makes a product."""
    row = _maker_row(entry, catalogue)
    yield from (one for one in (row.facets if row else ()) if one.facet in ("huyen", "xa-phuong"))


def _filters(facets: tuple[ListedUnder, ...]) -> tuple[tuple[str, str], ...]:
    named = ((FILTER_OF_FACET.get(one.facet, ""), one.label) for one in facets)
    return tuple(dict.fromkeys((name, label) for name, label in named if name))


def _texts(part: BaseModel, marks: Mapping[Location, Mark], catalogue: Catalogue, at: Location = ()) -> Iterator[str]:
    """Yield all that the fields of an entry say in words, in order."""
    if isinstance(part, Recognition):
        yield f"{part.label} {part.known_date.vietnamese if part.known_date else ''}".strip()
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in NOT_SEARCHED or value is None:
            continue
        for index, one in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            here = (*at, name) if index is None else (*at, name, index)
            if isinstance(one, BaseModel):
                yield from _texts(one, marks, catalogue, here)
            else:
                yield _word(one, marks.get(here), catalogue)


def _word(value: object, mark: Mark | None, catalogue: Catalogue) -> str:
    """Give what a field says: a term by its label; nothing for names of other entries and of files."""
    if isinstance(mark, Term):
        return catalogue.taxonomies.label(mark.taxonomy, str(value))
    if isinstance(value, PartialDate):
        return value.vietnamese
    return value if isinstance(value, str) and mark is None else ""
