"""What the browser is told: which build of the site it can see, and what keeps a newer one from being made."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

PATIENCE = 25.0
"""Seconds after which a waiting browser is answered although nothing is new; it then asks again."""


@dataclass
class State:
    """The state of the site, for many browsers that wait for news.

    Arguments:
        version: rises with everything new.
        site: names the build that can be seen.
        problems: what keeps a newer build from being made.
    """

    version: int = 0
    site: str = ""
    problems: list[str] = field(default_factory=list)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, problems: list[str]) -> None:
        """Tell all browsers of a new build, or of the problems that keep it from being made."""
        with self._news:
            self.version += 1
            self.problems = problems
            if not problems:
                self.site = f"build {self.version}"
            self._news.notify_all()

    def after(self, version: int) -> dict[str, object]:
        """Wait for something newer than a version, and give the state."""
        with self._news:
            self._news.wait_for(lambda: self.version > version, timeout=PATIENCE)
            return {"version": self.version, "site": self.site, "problems": self.problems}
