"""Pelican's settings while working on the site; publishconf.py changes the few that differ when publishing."""

import datetime as dt
import os
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

# Site. Its name, address and responsible body stand in content/site.yaml, where staff can change them.
SITENAME = "Khuyến công"
SITEURL = os.environ.get("SITE_URL", "").rstrip("/")  # where the site lies, if not where content/site.yaml says
TIMEZONE = "Asia/Ho_Chi_Minh"
TODAY = dt.datetime.now(tz=ZoneInfo(TIMEZONE)).date()
BUILD_DATE = dt.date.fromisoformat(os.environ.get("BUILD_DATE") or TODAY.isoformat())
LINKS_NAME_INDEX = True  # addresses end in index.html, so that output/ can be opened from a folder

# Content. One generator of ours reads every type; Pelican's own readers have nothing to do.
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
READERS = {"rst": None, "md": None, "html": None}
DELETE_OUTPUT_DIRECTORY = False
CACHE_PATH = str(ROOT / ".cache")
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# URLs switched off: every address is made by khuyencong.
DIRECT_TEMPLATES: list[str] = []
ARTICLE_SAVE_AS = PAGE_SAVE_AS = DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Theme
THEME = str(ROOT / "themes" / "khuyencong")
THEME_STATIC_PATHS: list[str] = []

# Plugins
PLUGINS = ["khuyencong.plugin"]
