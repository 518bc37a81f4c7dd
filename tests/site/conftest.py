"""Gives the tests of finished sites the sites they look at."""

from __future__ import annotations

from tests.builds import site, small_site

__all__ = ["site", "small_site"]
