"""A product in the words of schema.org."""

from __future__ import annotations

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.linked_data.node import Node, node
from khuyencong.model.linked_data.pictures import picture_address
from khuyencong.model.linked_data.recognition import awards
from khuyencong.model.product import Product


def product(one: Product, catalogue: Catalogue) -> Node:
    """Tell of a product: who makes it and how it was honoured. It is not for sale here, so there is no offer."""
    site = catalogue.site
    maker = catalogue.get("establishment", one.establishment or "")
    return node(
        "Product",
        id_=f"{site.url}{one.url}",
        name=one.title,
        description=one.describe(catalogue),
        mainEntityOfPage=f"{site.url}{one.url}",
        image=picture_address(one, catalogue),
        category=catalogue.taxonomies.label("sectors", one.group),
        manufacturer=node("Organization", id_=f"{site.url}{maker.url}", name=maker.title) if maker else None,
        award=awards(one.recognitions),
    )
