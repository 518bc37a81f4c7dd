"""What the page of an entry is about, by its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.linked_data.bulletin import issue
from khuyencong.model.linked_data.document import legislation
from khuyencong.model.linked_data.establishment import establishment
from khuyencong.model.linked_data.event import event
from khuyencong.model.linked_data.news import news_article
from khuyencong.model.linked_data.node import Node
from khuyencong.model.linked_data.product import product

_BY_TYPE: Mapping[str, Callable[[Any, Catalogue], Node]] = {
    "news": news_article,
    "establishment": establishment,
    "product": product,
    "document": legislation,
    "event": event,
    "bulletin": issue,
}
"""Types that schema.org has a word for; a page of another is a page."""


def entry_data(entry: Entry, catalogue: Catalogue) -> tuple[Node, ...]:
    """Give what schema.org can say of an entry."""
    told = _BY_TYPE.get(entry.type_key)
    return (told(entry, catalogue),) if told else ()
