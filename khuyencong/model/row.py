"""What the site as a whole knows of one content file, so that the file itself need not be read again."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from khuyencong.model.problem import Problem
from khuyencong.model.reviewed import ToReview


class Named(NamedTuple):
    """A value of the front matter that names something outside its file.

    Arguments:
        kind: `reference`, `term`, `file` or `tag`.
        among: the content type, the list of terms, or the kind of file, in which it is looked up; empty for a tag.
        field: the field, for instance `supports.0.scheme`.
        line: its line in the file.
        value: the name.
    """

    kind: str
    among: str
    field: str
    line: int
    value: str


class Target(NamedTuple):
    """Where a link or a picture of the Markdown leads, within the site.

    Arguments:
        line: its line in the file.
        address: as written.
        is_picture: whether it shows a picture.
    """

    line: int
    address: str
    is_picture: bool


class ShownPicture(NamedTuple):
    """A picture that an entry shows.

    Arguments:
        src: its name beside the content file.
        alt: what it shows, in words.
        caption: the line below it.
        credit: who made it.
    """

    src: str
    alt: str
    caption: str
    credit: str


class ListedUnder(NamedTuple):
    """A narrowed listing that an entry belongs to.

    Arguments:
        facet: the facet's slug.
        slug: the part of the address that the facet's value makes.
        label: the value as readers see it.
    """

    facet: str
    slug: str
    label: str


class StandsAt(NamedTuple):
    """A place that an entry stands at.

    Arguments:
        slug: the part of the address that the place's name makes.
        name: the name as readers see it.
    """

    slug: str
    name: str


PUBLISHED = frozenset({"published", "hidden"})
"""The states of an entry that has a page."""
SCHEDULED = "scheduled"


class Redirect(NamedTuple):
    """An old address and the page that it leads to.

    Arguments:
        old: the old address, decoded, in the form of `old_address`.
        new: the address of the page.
        title: the name of the entry there; empty for a page that belongs to no entry.
        shown: the file that asks for it, as problems name it.
        line: the line in that file.
        is_first: whether the page was first published here.
    """

    old: str
    new: str
    title: str
    shown: str
    line: int
    is_first: bool = False


class Row(NamedTuple):
    """One content file.

    Arguments:
        key: the content type's key.
        slug: the entry's slug; given even when the file has problems, as others may refer to it.
        path: the file, relative to the content folder.
        shown: how problems name it.
        url: the entry's address.
        status: `published`, `hidden` or `draft`; empty when the file gives no entry. In an index, `scheduled` for an
            entry whose first day is still to come.
        opens: the day from which the site has it, if it is not there already.
        last_day: the last day on which lists show it, if there is one.
        order: its place among the entries of its type, to sort by.
        facets: the listings that it belongs to.
        places: where it stands, the smallest known place first.
        named: what its front matter names.
        targets: what its Markdown leads to.
        title: the entry's title.
        pictures: the pictures that the entry shows, the main one first.
        aliases: its old addresses with their lines.
        slug_line: the line of its slug.
        problems: what is wrong with the file by itself.
        remarks: what its writer should look at; it may be published as it is.
        to_review: what a person of the house must have allowed: personal data, and hosts that it leads to.
        face: hash of all that other pages may show of it: everything but the Markdown.
        whole: hash of all of it; the store keeps the entry and its Markdown under this name.
        modified: the day of the last change, as far as it is known, as in 2022-09-05; empty when it is not.
    """

    key: str
    slug: str
    path: str
    shown: str
    url: str
    status: str
    opens: tuple[int, int, int] | None
    last_day: tuple[int, int, int] | None
    order: Any
    facets: tuple[ListedUnder, ...]
    places: tuple[StandsAt, ...]
    named: tuple[Named, ...]
    targets: tuple[Target, ...]
    title: str
    pictures: tuple[ShownPicture, ...]
    aliases: tuple[tuple[str, int], ...]
    slug_line: int
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    to_review: tuple[ToReview, ...]
    face: str
    whole: str
    modified: str = ""

    def on(self, today: dt.date) -> Row:
        """Give the row as it counts on a day: what is to be published later is not there yet."""
        is_early = self.opens is not None and self.opens > (today.year, today.month, today.day)
        return self._replace(status=SCHEDULED) if is_early and self.status in PUBLISHED else self

    @property
    def absence(self) -> str:
        """Why the site does not have the entry, and what to do, in words that follow its name; empty when it does."""
        if self.status == "draft":
            return "còn là bản nháp. Hãy đăng bản nháp"
        return f"hẹn đăng ngày {self.opening}. Hãy đợi đến ngày đó" if self.status == SCHEDULED else ""

    @property
    def opening(self) -> str:
        """The first day as readers write it."""
        year, month, day = self.opens or (0, 0, 0)
        return f"{day:02d}/{month:02d}/{year}"

    def is_listed(self, today: dt.date) -> bool:
        """Whether lists show the entry on a day."""
        is_over = self.last_day is not None and self.last_day < (today.year, today.month, today.day)
        return self.status == "published" and not is_over


NOTHING = Row("", "", "", "", "", "", None, None, (), (), (), (), (), "", (), (), 0, (), (), (), "", "")
"""The row of no file."""
