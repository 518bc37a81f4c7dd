"""Gives the tests of finished sites the sites they look at."""

from __future__ import annotations

from tests.builds import day, site, small_site

__all__ = ["day", "site", "small_site"]
