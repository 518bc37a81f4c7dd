"""Serves a built site on the loopback address as a web server would, text packed, and counts what goes out."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.loopback import Quiet, serving_folder

PACKED = {".html", ".css", ".js", ".json", ".svg"}
"""Endings of files that servers pack; the index is packed already."""


@dataclass
class Served:
    """A site that is being served.

    Arguments:
        address: its address, ending in a slash.
        sent: address and bytes of each file that went out, packed, in order.
    """

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)


class _Handler(Quiet):
    protocol_version = "HTTP/1.1"  # connections stay open, as with any web server

    def __init__(self, *arguments: object, served: Served, directory: str) -> None:
        self.served = served
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        """Answer with a file, packed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        packed = path.suffix in PACKED
        data = gzip.compress(data, mtime=0) if packed else data
        self.served.sent.append((self.path, len(data)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """Serve a site within the block."""
    served = Served("")
    with serving_folder(site, partial(_Handler, served=served)) as served.address:
        yield served
