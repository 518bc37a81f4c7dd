"""Gives the tests of publishing the sites that they take away."""

from __future__ import annotations

from tests.builds import site, small_site

__all__ = ["site", "small_site"]
