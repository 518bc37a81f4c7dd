"""Builds after each change and tells the browsers."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from watchfiles import watch

from khuyencong.build.serving.server import make_server
from khuyencong.build.serving.state import State


def serve(pelican: Pelican, build: Callable[[], list[str]], program: list[Path], port: int) -> None:
    """Serve the site until the program is stopped.

    Arguments:
        pelican: knows the folders of content, theme and output.
        build: builds the site and gives the problems that keep it from being built.
        program: places whose change needs a new process: our own package, settings.
        port: the port on the loopback address.
    """
    state = State()
    server = make_server(Path(pelican.output_path), state, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.print(f"Xem tại http://127.0.0.1:{server.server_address[1]}/ (dừng: Ctrl+C)")
    count = 0
    state.tell("build 0", build())
    for changes in watch(pelican.path, pelican.theme, *program, debounce=50, step=20):
        changed = {Path(path) for _, path in changes}
        if any(one.is_relative_to(place) for one in changed for place in program):
            server.shutdown()
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - the same command again, with new code
        problems = build()
        count += not problems
        state.tell(f"build {count}", problems)
