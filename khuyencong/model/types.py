"""Every content type of the site, in the order of the navigation."""

from __future__ import annotations

from typing import Any

from khuyencong.model.bulletin import BULLETINS
from khuyencong.model.content_type import ContentType
from khuyencong.model.document import DOCUMENTS
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.event import EVENTS
from khuyencong.model.news import NEWS
from khuyencong.model.page import PAGES
from khuyencong.model.product import PRODUCTS
from khuyencong.model.programme import PROGRAMMES
from khuyencong.model.support import SUPPORT

TYPES: tuple[ContentType[Any], ...] = (
    NEWS,
    ESTABLISHMENTS,
    PRODUCTS,
    SUPPORT,
    DOCUMENTS,
    PROGRAMMES,
    EVENTS,
    BULLETINS,
    PAGES,
)

BY_KEY = {one.key: one for one in TYPES}
