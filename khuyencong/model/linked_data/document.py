"""A legal document in the words of schema.org, which took them from the European Legislation Identifier."""

from __future__ import annotations

from khuyencong.model.attachment import published_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.document import LegalDocument
from khuyencong.model.linked_data.node import Node, node, reference

NOT_IN_FORCE = "https://schema.org/NotInForce"


def legislation(one: LegalDocument, catalogue: Catalogue) -> Node:
    """Tell of a document: what it is, who passed it, which ones it changes.

    Whether it is in force we only know when another document here replaces it: then it is not.
    """
    site = catalogue.site
    about = f"{site.url}{one.url}"
    replacing = (other for other in catalogue.referring("document", one) if isinstance(other, LegalDocument))
    is_replaced = any(one.slug in other.replaces for other in replacing)
    return node(
        "Legislation",
        id_=about,
        name=one.title,
        mainEntityOfPage=about,
        legislationIdentifier=one.number,
        legislationType=catalogue.taxonomies.label("document_types", one.type),
        legislationPassedBy=node("Organization", name=one.issuer),
        legislationDate=one.date.iso if one.date else "",
        legislationDateOfApplicability=one.effective.iso if one.effective else "",
        legislationLegalForce=reference(NOT_IN_FORCE) if is_replaced else None,
        legislationChanges=_all(one.amends, catalogue),
        legislationRepeals=_all(one.replaces, catalogue),
        encoding=node("MediaObject", contentUrl=f"{about}{published_name(one.file)}") if one.file else None,
    )


def _all(slugs: tuple[str, ...], catalogue: Catalogue) -> tuple[Node, ...]:
    return tuple(reference(f"{catalogue.site.url}{other.url}") for other in catalogue.named("document", slugs))
