"""The site itself, and the body that answers for it."""

from __future__ import annotations

from khuyencong.model.linked_data.node import Node, node, reference
from khuyencong.model.search import SEARCH_URL
from khuyencong.model.site import Site


def organization_id(site: Site) -> str:
    """Give the address that names the body."""
    return f"{site.url}/#to-chuc"


def publisher(site: Site) -> Node:
    """Name the body that answers for the site. Until there is one, the site stands for itself, and is no authority."""
    body = site.identity.governing_body
    return node("GovernmentOrganization" if body else "Organization", id_=organization_id(site), name=body or site.name)


def organization(site: Site) -> Node:
    """Tell what is known of the body."""
    identity = site.identity
    known = publisher(site)
    more = node(
        "",
        url=f"{site.url}/",
        address=identity.address,
        telephone=identity.phone,
        email=identity.email,
    )
    return Node((*known.values, *more.values))


def website_id(site: Site) -> str:
    """Give the address that names the site."""
    return f"{site.url}/#trang"


def website(site: Site) -> Node:
    """Tell of the site, and how to search it."""
    target = node("EntryPoint", urlTemplate=f"{site.url}{SEARCH_URL}?q={{tu_khoa}}")
    search = node("SearchAction", target=target)
    return node(
        "WebSite",
        id_=website_id(site),
        url=f"{site.url}/",
        name=site.name,
        alternateName=site.short_name,
        description=site.description,
        inLanguage="vi",
        publisher=reference(organization_id(site)),
        potentialAction=Node((*search.values, ("query-input", "required name=tu_khoa"))),
    )
