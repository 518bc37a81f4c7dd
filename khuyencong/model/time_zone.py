"""The time in which days begin and end; apart from all else, as a build that has nothing to do imports it too."""

from __future__ import annotations

import datetime as dt

VIETNAM = dt.timezone(dt.timedelta(hours=7))
"""The official time of Viet Nam (Quyết định 134/2002/QĐ-TTg); it knows no summer time."""
