"""Holds a live site against its manifest: what is missing, changed, foreign, or shown to some visitors only."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from khuyencong.checks.pages import NOT_FOUND, parse_page
from khuyencong.checks.planted.gambling import gambling_in
from khuyencong.checks.planted.reading import undisguised, words_of
from khuyencong.checks.watch.addresses import links_in, page_address, within
from khuyencong.checks.watch.clients import OTHERS, READER, ROBOT, Answer, Client, LiveSite

ATTACK_PATHS = Path(__file__).with_name("attack_paths.txt")
MOST_FILES = 100_000
MOST_FOREIGN = 500
"""Most foreign addresses that are asked for: a hijacked site may have any number of them."""
AT_ONCE = 6
MOVED = "chuyen-huong.json"
"""The published list of old addresses; servers redirect them."""
NOT_SERVED = re.compile(r"_headers|_redirects|\.nojekyll|\.htaccess")
"""Files for the host itself, which it does not give to readers."""
_LOCATION = re.compile(r"<loc>\s*([^<\s]{1,2000})\s*</loc>|^sitemap:\s*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it was published.

    Arguments:
        kind: `missing`, `changed`, `foreign`, `cloaked` or `unread`.
        path: the file or address, relative to the site.
        detail: Vietnamese: what was seen.
    """

    kind: str
    path: str
    detail: str = ""


@dataclass(slots=True)
class Watch:
    """One look at a live site.

    Arguments:
        site: the site.
        manifest: the SHA-256 of each file.
        advance: is told of each answer, to show how far the watch is.
        deadline: when it stops, on the clock of `time.monotonic`.
    """

    site: LiveSite
    manifest: Mapping[str, str]
    advance: Callable[[], None] = lambda: None
    deadline: float = field(default_factory=lambda: time.monotonic() + 3600)
    asked: int = 0
    moved: Mapping[str, str] = field(default_factory=dict)

    def findings(self) -> list[Finding]:
        """Look at everything, and give what is not as it was published."""
        known = {page_address(path) for path in self.manifest} | set(self.manifest)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found: list[Finding] = []
            self.moved = self._moved()
            leads: set[str] = set(_attack_paths())
            paths = [path for path in self.manifest if not NOT_SERVED.fullmatch(path) and not self._is_copy(path)]
            for of_file, of_links in pool.map(self._file, paths):
                found += of_file
                leads |= of_links
            leads |= self._announced()
            found += self._foreign({one for one in leads if one not in known}, known, pool)
        return sorted(set(found))

    def _is_copy(self, path: str) -> bool:
        """Tell whether a file is another, packed: visitors get it in its place, and some servers not otherwise."""
        plain, _, end = path.rpartition(".")
        return end in ("br", "gz") and plain in self.manifest

    def _fetch(self, path: str, client: Client) -> Answer:
        if time.monotonic() > self.deadline:
            return Answer(0, trouble="hết thời gian")
        answer = self.site.fetch(path, client)
        self.asked += 1
        self.advance()
        return answer

    def _file(self, path: str) -> tuple[list[Finding], set[str]]:
        """Look at one file of the manifest as all visitors; links of what is not as published lead on."""
        answer = self._fetch(page_address(path), READER)
        own = self._compared(path, answer)
        found = [own] if own else []
        leads = links_in(page_address(path), answer.body, self.site) if own else set()
        is_page = path.endswith(".html")
        for client in OTHERS if is_page and answer.status else ():
            other = self._fetch(page_address(path), client)
            if (other.status, other.body, other.location) != (answer.status, answer.body, answer.location):
                found.append(Finding("cloaked", path, f"{client.name} nhận được trang khác; {_seen(other)}"))
                leads |= links_in(page_address(path), other.body, self.site)
        return found, leads

    def _compared(self, path: str, answer: Answer) -> Finding | None:
        if answer.trouble:
            return Finding("unread", path, answer.trouble)
        if path in self.moved and within(self.site, path, answer.location) == self.moved[path]:
            return None
        if hashlib.sha256(answer.body).hexdigest() == self.manifest[path] and not answer.location:
            return None
        if answer.status in (404, 410) and path != NOT_FOUND:
            return Finding("missing", path)
        return Finding("changed", path, _seen(answer))

    def _moved(self) -> Mapping[str, str]:
        """Give the old addresses that a server may answer with a redirect, if their list is as it was published."""
        answer = self._fetch(MOVED, READER)
        if _digest(answer) != self.manifest.get(MOVED):
            return {}
        return {one["from"].lstrip("/"): one["to"].lstrip("/") for one in json.loads(answer.body)}

    def _announced(self) -> set[str]:
        """Give what the site itself tells search robots, and what it tells only them."""
        found: set[str] = set()
        for path in ("sitemap.xml", "robots.txt"):
            for client in (READER, ROBOT):
                text = self._fetch(path, client).body[:5_000_000].decode("utf-8", "replace")
                found |= {one for pair in _LOCATION.findall(text) for one in pair if one}
        named = (within(self.site, "", one) for one in found)
        return {one for one in named if one is not None}

    def _foreign(self, leads: set[str], known: set[str], pool: ThreadPoolExecutor) -> Iterator[Finding]:
        """Follow leads to addresses that the manifest does not know, and what those lead to."""
        nothing = self._nothing_there()
        waiting, seen = sorted(leads), set(leads)
        while waiting and len(seen) <= MOST_FOREIGN + len(leads):
            further: set[str] = set()
            for path, finding, links in pool.map(lambda one: self._lead(one, nothing), waiting):
                if finding:
                    yield finding
                    further |= {one for one in links if one not in known and one not in seen and one != path}
            waiting = sorted(further)[:MOST_FOREIGN]
            seen |= set(waiting)

    def _lead(self, path: str, nothing: frozenset[str]) -> tuple[str, Finding | None, set[str]]:
        for client in (READER, *OTHERS):
            answer = self._fetch(path, client)
            leads_out = bool(answer.location) and within(self.site, path, answer.location) is None
            is_there = 200 <= answer.status < 300 and _digest(answer) not in nothing
            if is_there or leads_out:
                whom = "" if client is READER else f"chỉ hiện với {client.name}; "
                return path, Finding("foreign", path, f"{whom}{_seen(answer)}"), links_in(path, answer.body, self.site)
        return path, None, set()

    def _nothing_there(self) -> frozenset[str]:
        """Learn what the server answers where nothing is: some say so with the status of a page that is there."""
        invented = (f"khong-co-{secrets.token_hex(8)}{ending}" for ending in ("", "/", ".php"))
        answers = [self._fetch(path, client) for path in invented for client in (READER, *OTHERS)]
        # What a server gives for an invented address must be the site's own error page to count as nothing.
        return frozenset({self.manifest.get(NOT_FOUND, ""), *(_digest(one) for one in answers if _is_plain(one))})


def _is_plain(answer: Answer) -> bool:
    return answer.status >= 400 or not any(True for _ in gambling_in(_words(answer.body)))


def _digest(answer: Answer) -> str:
    return hashlib.sha256(answer.body).hexdigest()


def _attack_paths() -> list[str]:
    lines = ATTACK_PATHS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _words(body: bytes) -> str:
    if b"<" in body[:2_000]:
        return words_of(parse_page("x", body[:1_000_000]))
    return undisguised(body[:1_000_000].decode("utf-8", "replace"))


def _seen(answer: Answer) -> str:
    """Say in a few words what an answer holds that its reader should know."""
    if answer.trouble:
        return f"không đọc được ({answer.trouble})"
    if answer.location:
        return f"chuyển tới {answer.location[:100]}"
    words = list(dict.fromkeys(word for word, _, _ in gambling_in(_words(answer.body))))
    return f"có chữ cờ bạc: {', '.join(words[:3])}" if words else f"mã {answer.status}, {len(answer.body)} byte"


def read_manifest(text: str) -> dict[str, str]:
    """Read a manifest.

    Raises:
        ValueError: when it is none, or larger than any site of ours.
    """
    lines: Iterable[str] = text.splitlines()
    found: dict[str, str] = {}
    for line in lines:
        digest, _, path = line.partition("  ")
        if not re.fullmatch(r"[0-9a-f]{64}", digest) or not path or ".." in path.split("/") or len(found) > MOST_FILES:
            raise ValueError(f"no manifest: {line[:100]!r}")
        found[path] = digest
    if not found:
        raise ValueError("no manifest: it is empty")
    return found
