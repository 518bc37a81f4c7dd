"""A site on a web server that says with each file what a real one says, and a window that notes what pages do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request

from khuyencong.publishing.headers import headers_for
from tests.loopback import Quiet, serving_folder

_PICTURES_ARE_THERE = "[...document.images].every((one) => one.complete || !one.currentSrc)"
_LISTEN = """() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        (one) => window.violations.push(`${one.effectiveDirective} ${one.blockedURI}`));
}"""


class Strict(Quiet):
    """Sends the headers of the one table, and no others that say anything of a file."""

    def send_header(self, keyword: str, value: str) -> None:
        """Leave the content type to the table."""
        if keyword.lower() != "content-type":
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Add what the table says."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        named = f"{path}index.html" if not path or path.endswith("/") else path
        for name, value in headers_for(named).items():
            super().send_header(name, value)
        super().end_headers()


@contextmanager
def serving_strictly(site: Path) -> Iterator[str]:
    """Serve a site within the block, and give its address, ending in a slash."""
    with serving_folder(site, Strict) as address:
        yield address


@dataclass
class Trace:
    """What a window did.

    Arguments:
        page: the window.
        address: the site's address.
        requests: the address of every request.
        said: errors and warnings of the console, and errors of scripts.
        cookies: every `Set-Cookie` that came.
        policies: the content security policy of every page that was opened.
    """

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    _under_way: list[Request] = field(default_factory=list)

    def listen(self) -> None:
        """Note all that the window does from here on."""
        context = self.page.context
        self.page.add_init_script(f"({_LISTEN})()")
        context.on("request", self._asked)
        context.on("response", self._answered)
        for name in ("requestfinished", "requestfailed"):
            context.on(name, self._ended)
        self.page.on("console", self._written)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def settle(self) -> None:
        """Wait until the open page fetches nothing more, so that all is said that the browser has to say of it."""
        while self._under_way:
            self.page.wait_for_timeout(20)
        self.page.wait_for_function(_PICTURES_ARE_THERE)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        self._under_way.append(request)

    def _ended(self, request: Request) -> None:
        self._under_way.remove(request)

    def _answered(self, response: Any) -> None:
        if "set-cookie" in response.headers:
            self.cookies.append(response.url)
        if response.request.is_navigation_request():
            self.policies.append(response.headers.get("content-security-policy", ""))

    def _written(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def foreign(self) -> list[str]:
        """Give the requests that went to another host than the site's."""
        return [one for one in self.requests if not one.startswith((self.address, "blob:", "data:"))]

    def faults(self) -> list[str]:
        """Give everything that the open page did and should not have done, and begin anew."""
        violations = self.page.evaluate("() => window.violations ?? ['the page did not listen']")
        written = self.page.evaluate("() => document.cookie")
        kept = [f"{one['name']}={one['value']}" for one in self.page.context.cookies()]
        found = [*self.foreign(), *self.said, *self.cookies, *violations, *([written] if written else []), *kept]
        self.requests.clear()
        self.said.clear()
        self.cookies.clear()
        return found


@contextmanager
def traced(browser: Browser, address: str, **settings: Any) -> Iterator[Trace]:
    """Open a window that notes what it does."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN", **settings})
    trace = Trace(context.new_page(), address)
    trace.listen()
    try:
        yield trace
    finally:
        context.close()
