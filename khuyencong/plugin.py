"""Front door: every Pelican signal that we connect, in the order in which Pelican sends them.

1. `initialized`     notes the time and counts warnings.
2. `get_generators`  the gate: content with a problem stops the run here, before anything is written.
3. `get_writer`      our writer, which writes only what changed.
4. `finalized`       the short table.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path

from pelican import Pelican, signals
from pelican.log import console

from khuyencong.build.generator import SiteGenerator
from khuyencong.build.summary import Summary, print_summary
from khuyencong.build.writer import SiteWriter
from khuyencong.model.tree import read_tree


class ContentError(Exception):
    """Raised by the gate when content has problems; they are printed before."""


class _Log(logging.Filter):
    """Counts warnings, and keeps Pelican from printing a traceback of what the gate has already explained."""

    warnings = 0

    def filter(self, record: logging.LogRecord) -> bool:
        self.warnings += record.levelno == logging.WARNING
        return not (record.exc_info and isinstance(record.exc_info[1], ContentError))


_log = _Log()


def register() -> None:
    """Connect our receivers. They are module-level functions, as signals hold them weakly."""
    signals.initialized.connect(_start)
    signals.get_generators.connect(_gate)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_finish)


def _start(pelican: Pelican) -> None:
    logger = logging.getLogger("pelican")
    if _log not in logger.filters:
        logger.addFilter(_log)


def _gate(pelican: Pelican) -> type[SiteGenerator]:
    console.quiet = False
    _log.warnings = 0
    pelican.settings["STARTED"] = time.monotonic()
    tree = read_tree(Path(pelican.path), pelican.settings["BUILD_DATE"])
    if tree.problems:
        for problem in tree.problems:
            console.print(str(problem), markup=False, highlight=False, soft_wrap=True)
        message = f"Có {len(tree.problems)} lỗi trong nội dung. Chưa ghi gì vào trang; trang cũ còn nguyên."
        console.print(message)
        raise ContentError(message)
    pelican.settings["CATALOGUE"] = tree.catalogue
    return SiteGenerator


def _writer(pelican: Pelican) -> type[SiteWriter]:
    return SiteWriter


def _finish(pelican: Pelican) -> None:
    pages, pictures = pelican.settings["BUILT"]
    seconds = time.monotonic() - pelican.settings["STARTED"]
    print_summary(console, Summary(pages, pictures, seconds, _log.warnings, Path(pelican.output_path)))
    # Pelican goes on to report "0 articles, 0 pages", which is true of its own types and misleads.
    console.quiet = True
