"""Front door: every Pelican signal that we connect, in the order in which Pelican sends them.

1. `initialized`     notes the time and counts warnings.
2. `get_generators`  the gate: content with a problem stops the run here, before anything is written.
3. `finalized`       the short table.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path

from pelican import Pelican, signals
from pelican.log import console

from khuyencong.build.generator import SiteGenerator
from khuyencong.build.reading import read_content
from khuyencong.build.summary import Summary, print_summary


class ContentError(Exception):
    """Raised by the gate when content has problems; they are printed before.

    Arguments:
        problems: what is wrong, one text for each.
        message: the closing line.
    """

    def __init__(self, problems: list[str], message: str) -> None:
        """Keep the problems for whoever shows them elsewhere."""
        super().__init__(message)
        self.problems = problems


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
    signals.finalized.connect(_finish)


def _start(pelican: Pelican) -> None:
    logger = logging.getLogger("pelican")
    if _log not in logger.filters:
        logger.addFilter(_log)


def _gate(pelican: Pelican) -> type[SiteGenerator]:
    console.quiet = False
    _log.warnings = 0
    pelican.settings["STARTED"] = time.monotonic()
    cache = Path(pelican.settings["CACHE_PATH"])
    tree = read_content(Path(pelican.path), pelican.settings["BUILD_DATE"], cache)
    if tree.problems:
        for problem in tree.problems:
            console.print(str(problem), markup=False, highlight=False, soft_wrap=True)
        message = f"Có {len(tree.problems)} lỗi trong nội dung. Chưa ghi gì vào trang; trang cũ còn nguyên."
        console.print(message)
        raise ContentError([str(problem) for problem in tree.problems], message)
    pelican.settings["CATALOGUE"] = tree.catalogue
    return SiteGenerator


def _finish(pelican: Pelican) -> None:
    seconds = time.monotonic() - pelican.settings["STARTED"]
    print_summary(Summary(pelican.settings["BUILT"], seconds, _log.warnings, Path(pelican.output_path)))
    # Pelican goes on to report "0 articles, 0 pages", which is true of its own types and misleads.
    console.quiet = True
