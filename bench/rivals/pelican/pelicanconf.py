"""The same site for plain Pelican: no plugins, only settings, a theme and filters that look up other articles.

Pelican's pages of authors and tags are the listings: authors those of news, tags those of establishments and
products, because the length of a page belongs to the kind of listing.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from lookups import (  # type: ignore[import-not-found]  # noqa: E402 - needs the path above
    best_of,
    day,
    facets,
    host,
    listing_title,
    maker,
    near,
    news_of,
    order,
    products_of,
    section_of,
    timeline,
)

SITE = json.loads((HERE / "site.json").read_text(encoding="utf-8"))
SITENAME = SITE["name"]
SITEURL = ""
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
DEFAULT_DATE = (2025, 1, 1)
PATH = "content"
OUTPUT_PATH = "public"
THEME = str(HERE / "theme")
THEME_STATIC_DIR = "giao-dien"
ARTICLE_PATHS = ["tin-tuc", "co-so", "san-pham"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
ARTICLE_ORDER_BY = order
SLUGIFY_SOURCE = "basename"

ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
AUTHOR_URL = TAG_URL = "{slug}/"
AUTHOR_SAVE_AS = TAG_SAVE_AS = "{slug}/index.html"
AUTHOR_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []
TAG_REGEX_SUBSTITUTIONS: list[tuple[str, str]] = []
CATEGORY_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "404"]
PAGINATED_TEMPLATES = {"author": 12, "tag": 24}
DEFAULT_PAGINATION = 24
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/trang-{number}/", "{base_name}/trang-{number}/index.html"),
)
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
JINJA_FILTERS = {
    "best_of": best_of,
    "day": day,
    "facets": facets,
    "fromjson": json.loads,
    "host": host,
    "listing_title": lambda slug: listing_title(slug, SITE),
    "maker": maker,
    "near": near,
    "news_of": news_of,
    "products_of": products_of,
    "section_of": lambda slug: section_of(slug, SITE),
    "timeline": timeline,
}
