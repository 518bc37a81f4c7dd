"""An establishment or a craft village in the words of schema.org."""

from __future__ import annotations

import re

from khuyencong.model.address import Address
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.linked_data.node import Node, node
from khuyencong.model.linked_data.pictures import picture_address
from khuyencong.model.linked_data.recognition import awards

_YEAR = re.compile(r"(?:19|20)\d\d")


def establishment(one: Establishment, catalogue: Catalogue) -> Node:
    """Tell of an establishment as a business, of a craft village as a place: it is many households, no business.

    Only what its page says, too: nothing of the kind of a guess, such as a point on the map that no source gives.
    """
    about = f"{catalogue.site.url}{one.url}"
    place = {
        "name": one.title,
        "alternateName": one.also_known_as,
        "description": one.describe(catalogue),
        "mainEntityOfPage": about,
        "image": picture_address(one, catalogue),
        "address": _address(one.address),
        "url": one.website,
    }
    if one.kind == "craft village":
        return node("Place", id_=about, **place)
    return node(
        "LocalBusiness",
        id_=about,
        **place,
        telephone=one.contact.phone,
        email=one.contact.email,
        foundingDate=one.founded if one.founded and _YEAR.fullmatch(one.founded) else "",
        award=awards(one.recognitions),
    )


def _address(address: Address) -> Node | None:
    if not address.text:
        return None
    return node(
        "PostalAddress",
        streetAddress=address.street,
        addressLocality=", ".join(filter(None, [address.commune, address.district])),
        addressRegion=address.province,
        addressCountry="VN",
    )
