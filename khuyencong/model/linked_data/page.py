"""What every page says of itself, and the way to it."""

from __future__ import annotations

from khuyencong.model.linked_data.node import Node, node, reference
from khuyencong.model.linked_data.site import website_id
from khuyencong.model.site import Site
from khuyencong.model.view import Head


def web_page(head: Head, site: Site, type_: str = "WebPage", main: Node | None = None) -> Node:
    """Tell of a page.

    Arguments:
        head: the page's head.
        site: the settings of the site.
        type_: what kind of page it is.
        main: what it is about.
    """
    return node(
        type_,
        url=f"{site.url}{head.original or head.url}",
        name=head.title,
        description=head.description,
        inLanguage=head.language,
        isPartOf=reference(website_id(site)),
        mainEntity=main,
    )


def collection_page(head: Head, site: Site, total: int) -> Node:
    """Tell of a page that lists entries, and how many there are."""
    return web_page(head, site, "CollectionPage", node("ItemList", numberOfItems=total))


def page_graph(head: Head, site: Site) -> tuple[Node, ...]:
    """Give all that a page says: what it is about, or else that it is a page, and the way to it."""
    return (*(head.data or (web_page(head, site),)), *([_breadcrumbs(head, site)] if head.breadcrumbs else ()))


def _breadcrumbs(head: Head, site: Site) -> Node:
    items = [
        node("ListItem", position=position, name=link.text, item=reference(f"{site.url}{link.url}"))
        for position, link in enumerate(head.breadcrumbs, start=1)
    ]
    here = node("ListItem", position=len(items) + 1, name=head.title)
    return node("BreadcrumbList", itemListElement=(*items, here))
