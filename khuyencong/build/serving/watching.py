"""Builds after each change and tells the browsers."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from watchfiles import watch

from khuyencong.build.progress import say
from khuyencong.build.serving.server import make_server
from khuyencong.build.serving.state import State

QUIET = 10
"""Milliseconds without a change after which a file counts as written; editors write one in several steps."""
LONGEST = 50
"""Milliseconds of changes without such a pause after which we build all the same."""
TURN = 100
"""Milliseconds after which a turn without changes ends; the first such turn says that the watching has begun."""


def serve(
    watched: Sequence[Path], output: Path, build: Callable[[], list[str]], program: list[Path], port: int
) -> None:
    """Serve the site until the program is stopped.

    Arguments:
        watched: folders whose change is built: content, theme.
        output: the built site.
        build: builds the site and gives the problems that keep it from being built.
        program: places whose change needs a new process: our own package, settings.
        port: the port on the loopback address.
    """
    # Later than anything an earlier process has told a browser that is still waiting.
    state = State(version=time.time_ns() // 1_000_000)
    server = make_server(output, state, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # The first turn comes without changes, when the watching has begun: what is saved during the build is seen.
    is_first = True
    for changes in watch(
        *watched, *program, debounce=LONGEST, step=QUIET, rust_timeout=TURN, yield_on_timeout=True, debug=False
    ):
        if not changes and not is_first:
            continue
        changed = [Path(path) for _, path in changes]
        if any(one.is_relative_to(place) for one in changed for place in program):
            server.shutdown()
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - the same command again, with new code
        problems = build()
        state.tell(problems)
        if is_first:
            say(f"Xem tại http://127.0.0.1:{server.server_address[1]}/ (dừng: Ctrl+C)")
            is_first = False
