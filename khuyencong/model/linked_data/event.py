"""An event in the words of schema.org."""

from __future__ import annotations

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.event import Event
from khuyencong.model.linked_data.node import Node, node
from khuyencong.model.linked_data.pictures import picture_address


def event(one: Event, catalogue: Catalogue) -> Node:
    """Tell of an event. Its status is left out: that a source planned it does not say that it took place."""
    about = f"{catalogue.site.url}{one.url}"
    return node(
        "Event",
        id_=about,
        name=one.title,
        description=one.describe(catalogue),
        mainEntityOfPage=about,
        startDate=one.start.iso,
        endDate=one.end.iso if one.end else "",
        location=node("Place", name=one.place) if one.place else None,
        image=picture_address(one, catalogue),
    )
