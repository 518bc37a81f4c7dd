"""Where a site lies on a server, and where readers find it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site lies on a server, and where readers find it.

    Arguments:
        root: the folder that holds the others.
        site: the folder of the site within it, with a slash before it.
        before: the folder of the site published before this one, or nothing. Pages that a reader has open still find
            their style sheets and pictures there.
        prefix: the path of the site's address: empty, or for instance `/khuyen-cong`.
    """

    root: str
    site: str = "/current/site"
    before: str = "/previous/site"
    prefix: str = ""

    @property
    def path(self) -> str:
        """The variable that holds a file's path within the site."""
        return "$kc_path" if self.prefix else "$uri"

    def before_of(self, variable: str) -> str:
        """Give where a file lay before, as `try_files` reads it; nothing where nothing is kept."""
        return f"{self.before}{variable} " if self.before else ""
