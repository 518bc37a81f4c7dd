"""Front door: every Pelican signal that we connect, in the order in which Pelican sends them.

1. `initialized`     notes the time and counts warnings.
2. `get_generators`  gives our generator, which stops at the gate when content has a problem.
3. `finalized`       the short table.
"""

from __future__ import annotations

import logging
import time

from pelican import Pelican, signals
from pelican.log import console

from khuyencong.build.generator import SiteGenerator
from khuyencong.build.job import ContentError, report


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
    signals.get_generators.connect(_generator)
    signals.finalized.connect(_finish)


def _start(pelican: Pelican) -> None:
    logger = logging.getLogger("pelican")
    if _log not in logger.filters:
        logger.addFilter(_log)


def _generator(pelican: Pelican) -> type[SiteGenerator]:
    console.quiet = False
    _log.warnings = 0
    pelican.settings["STARTED"] = time.monotonic()
    return SiteGenerator


def _finish(pelican: Pelican) -> None:
    report(pelican.settings["JOB"], pelican.settings["BUILT"], _log.warnings)
    # Pelican goes on to report "0 articles, 0 pages", which is true of its own types and misleads.
    console.quiet = True
