"""Fetches files of a live site as different visitors do: a hijack often shows itself to some of them only."""

from __future__ import annotations

import http.client
import socket
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import brotli

LARGEST = 64 * 1024 * 1024
"""Largest answer that is read, in bytes; the largest file that the site publishes has 40 MB."""
PATIENCE = 20.0
"""Seconds that one answer may keep silent."""
LONGEST = 120.0
"""Seconds that one whole answer may take: a hostile server may send a byte now and then without end."""
TOO_SLOW = "quá chậm"
TRIES = 2


@dataclass(frozen=True, slots=True)
class Client:
    """One kind of visitor.

    Arguments:
        name: what the report calls it.
        headers: what it says of itself.
    """

    name: str
    headers: tuple[tuple[str, str], ...]


READER = Client(
    "người đọc",
    (
        ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
        ("Accept-Language", "vi"),
        ("Accept-Encoding", "br"),
    ),
)
ROBOT = Client(
    "máy tìm kiếm",
    (
        ("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
        ("Accept-Encoding", "gzip"),
    ),
)
FROM_SEARCH = Client(
    "người đi từ Google trên điện thoại",
    (
        ("User-Agent", "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"),
        ("Referer", "https://www.google.com.vn/"),
        ("Accept-Language", "vi"),
        ("Accept-Encoding", "identity"),
    ),
)
OTHERS = (ROBOT, FROM_SEARCH)
"""Visitors whose pages are compared with the reader's; each asks for another packing, so that all copies are seen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Arguments:
        status: the status code; 0 when no answer came.
        body: the content, unpacked.
        location: where a redirect leads.
        trouble: why no answer came, or why it was not read whole.
    """

    status: int
    body: bytes = b""
    location: str = ""
    trouble: str = ""


@dataclass(slots=True)
class LiveSite:
    """A site on a web server; connections are kept, one for each thread.

    Arguments:
        address: its address, perhaps with a path below which it lies.
    """

    address: str
    _of_thread: threading.local = field(default_factory=threading.local)
    _open: list[http.client.HTTPConnection] = field(default_factory=list)

    @property
    def base(self) -> str:
        """The path below which the site lies, ending in a slash."""
        path = urlsplit(self.address).path
        return path if path.endswith("/") else f"{path}/"

    def fetch(self, path: str, client: Client) -> Answer:
        """Fetch a file, without following redirects.

        Arguments:
            path: relative to the site, `co-so/` for a page of a folder; may hold a query.
            client: as whom.
        """
        target = f"{self.base}{quote(path, safe='/?=&%~!$()*+,;:@')}"
        for left in reversed(range(TRIES)):
            cut = threading.Event()
            try:
                return self._ask(target, client, cut)
            except (OSError, http.client.HTTPException) as error:
                self._close()
                if cut.is_set():
                    return Answer(0, trouble=TOO_SLOW)
                if isinstance(error, PackingError) or not left:
                    return Answer(0, trouble=str(error) if isinstance(error, PackingError) else type(error).__name__)
        raise AssertionError("unreachable")

    def _ask(self, target: str, client: Client, cut: threading.Event) -> Answer:
        connection = self._connection()
        if connection.sock is None:
            connection.connect()
        limit = threading.Timer(LONGEST, _cut_off, (connection.sock, cut))
        limit.daemon = True
        limit.start()
        try:
            connection.request("GET", target, headers={**dict(client.headers), "Cache-Control": "no-cache"})
            with connection.getresponse() as response:
                body = response.read(LARGEST + 1)
        finally:
            limit.cancel()
        if cut.is_set() or len(body) > LARGEST:
            self._close()
            return Answer(response.status, trouble=TOO_SLOW if cut.is_set() else "quá lớn")
        body = unpacked(body, response.headers.get("Content-Encoding", "").lower())
        return Answer(response.status, body, response.headers.get("Location", ""))

    def _connection(self) -> http.client.HTTPConnection:
        connection: http.client.HTTPConnection | None = getattr(self._of_thread, "connection", None)
        if connection is None:
            parts = urlsplit(self.address)
            kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
            connection = kind(parts.hostname or "", parts.port, timeout=PATIENCE)
            self._of_thread.connection = connection
            self._open.append(connection)
        return connection

    def close(self) -> None:
        """Close the connections of all threads, when nobody asks any more."""
        for connection in self._open:
            connection.close()

    def _close(self) -> None:
        connection = getattr(self._of_thread, "connection", None)
        if connection is not None:
            connection.close()
            self._of_thread.connection = None


class PackingError(OSError):
    """Raised when an answer is not packed as it says; the message says in Vietnamese what is wrong."""


def _cut_off(connection: socket.socket, cut: threading.Event) -> None:
    cut.set()
    with suppress(OSError):  # it has ended by itself
        connection.shutdown(socket.SHUT_RDWR)


def unpacked(data: bytes, encoding: str) -> bytes:
    """Unpack an answer, up to the largest size.

    Arguments:
        data: the answer.
        encoding: how it is packed: `br`, `gzip` or not at all.

    Raises:
        PackingError: when it is not packed so, or too large.
    """
    try:
        if encoding == "br":
            unfolding = brotli.Decompressor()
            body = unfolding.process(data, output_buffer_limit=LARGEST + 1)
            is_whole = unfolding.is_finished()
        elif encoding == "gzip":
            inflating = zlib.decompressobj(wbits=31)
            body, is_whole = inflating.decompress(data, LARGEST + 1), inflating.eof
        else:
            return data
    except (zlib.error, brotli.error) as error:
        raise PackingError("nén hỏng") from error
    if len(body) > LARGEST:
        raise PackingError("nén quá lớn")
    if not is_whole:
        raise PackingError("nén hỏng")
    return bytes(body)
