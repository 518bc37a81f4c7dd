"""The machine's Chromium, and how to start it so that it keeps to itself."""

from __future__ import annotations

import os
import shutil

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_PICTURES = "--blink-settings=imagesEnabled=false"
"""For looks at pages whose pictures all state their size: nothing moves when they are not loaded."""


def browser_path() -> str | None:
    """Give the machine's own browser; where it has none, Playwright takes the one that it has brought."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def arguments(*more: str) -> list[str]:
    """Give what to start the browser with."""
    rights = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return [*QUIET, *rights, *more]
