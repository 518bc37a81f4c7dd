"""Looks whether a site that has just been taken to its host is what readers get."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

LOOKED_AT = ("manifest.txt", "index.html", "tim-kiem/index.html", "404.html")
"""What must answer as it was published. The manifest names the hash of every file, so it tells releases apart."""
BETWEEN = 0.5
"""Seconds between two looks."""
PATIENCE = 10.0
"""Seconds for one whole answer, however slowly it trickles."""


def sickness(url: str, site: Path, wait: float) -> str:
    """Say what is wrong with a site at its address; an empty text when it is healthy.

    Arguments:
        url: the address.
        site: the folder of what was published.
        wait: seconds within which all must be well; web servers need a moment to notice.
    """
    end = time.monotonic() + wait
    found = _first_fault(url, site)
    while found and time.monotonic() < end:
        time.sleep(BETWEEN)
        found = _first_fault(url, site)
    return found


def _first_fault(url: str, site: Path) -> str:
    return next((fault for fault in _faults(url, site) if fault), "")


def _faults(url: str, site: Path) -> Iterable[str]:
    for name in LOOKED_AT:
        path = site / name
        if path.is_file():
            address = f"{url.rstrip('/')}/{name.removesuffix('index.html')}"
            yield _fault(address, path.read_bytes())


def _fault(address: str, wanted: bytes) -> str:
    """Ask for a file, and give up in time: a socket's own patience begins anew with every byte."""
    said: list[str] = []
    asking = threading.Thread(target=lambda: said.append(_answer(address, wanted)), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return said[0] if said else f"{address} trả lời quá chậm"


def _answer(address: str, wanted: bytes) -> str:
    request = Request(address, headers={"Cache-Control": "no-cache", "Accept-Encoding": "identity"})  # noqa: S310 - the settings allow http and https only
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same
            found = answer.read(len(wanted) + 1)
    except HTTPError as error:
        return f"{address} trả lời {error.code}"
    except (URLError, OSError) as error:
        return f"{address} không trả lời ({error})"
    except HTTPException as error:
        return f"{address} trả lời không đúng HTTP ({type(error).__name__})"
    return "" if found == wanted else f"{address} chưa phải bản mới"
