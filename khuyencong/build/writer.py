"""Writes the site: only what changed, and nothing is left of what no longer belongs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pelican.writers import Writer


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer for files that are already made; it remembers what belongs to the site."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        """Start a new site in the output folder."""
        super().__init__(output_path, settings)
        self.root = Path(output_path)
        self.kept: set[str] = set()
        self.written = 0

    def put(self, path: str, data: bytes) -> None:
        """Write one file unless it already holds these bytes.

        Arguments:
            path: relative to the output folder, with `/` between folders.
            data: the whole content.

        Raises:
            ValueError: when the path leaves the output folder or was put before.
        """
        if path in self.kept:
            raise ValueError(f"two pages want the file {path}")
        target = self.root / path
        if not target.resolve().is_relative_to(self.root.resolve()):
            raise ValueError(f"{path} leaves the output folder")
        self.kept.add(path)
        if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.part")
        unfinished.write_bytes(data)
        unfinished.replace(target)
        self.written += 1

    def remove_leftovers(self) -> int:
        """Remove files that do not belong to the site, and folders that are empty then.

        Returns:
            How many files were removed.
        """
        removed = 0
        for folder, _, names in os.walk(self.root, topdown=False):
            here = Path(folder)
            for name in names:
                if (here / name).relative_to(self.root).as_posix() not in self.kept:
                    (here / name).unlink()
                    removed += 1
            if here != self.root and not any(here.iterdir()):
                here.rmdir()
        return removed
