"""The built site on a web server, for scripts that fetch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loopback import serving_folder


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the built site on a server of this machine, ending in a slash."""
    with serving_folder(site) as address:
        yield address
