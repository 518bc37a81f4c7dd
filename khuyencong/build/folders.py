"""Where a build reads and writes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a build reads and writes.

    Arguments:
        content: the content folder.
        theme: the theme, with `templates/` and `static/`.
        output: the published site.
        cache: the cache folder.
    """

    content: Path
    theme: Path
    output: Path
    cache: Path

    @property
    def memo(self) -> Path:
        """The memo of this output folder."""
        name = hashlib.sha256(os.fsencode(self.output.resolve())).hexdigest()[:12]
        return self.cache / f"site-{name}.pickle"

    @property
    def templates(self) -> Path:
        """The templates."""
        return self.theme / "templates"

    @property
    def compiled(self) -> Path:
        """Where compiled templates are kept."""
        return self.cache / "templates"
