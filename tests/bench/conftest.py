"""Gives the tests of the benchmarks the site that they weigh."""

from __future__ import annotations

from tests.builds import site

__all__ = ["site"]
