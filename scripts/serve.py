"""Serve the site on this machine, build after each change, and let the browser reload by itself."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pelican import Pelican  # noqa: E402 - needs the path above
from pelican.settings import read_settings  # noqa: E402

from khuyencong.build.serving.watching import serve  # noqa: E402
from khuyencong.plugin import ContentError  # noqa: E402

PROGRAM = [ROOT / "khuyencong", ROOT / "pelicanconf.py"]


def main(port: int) -> None:
    """Build, serve and watch until stopped.

    Arguments:
        port: the port on the loopback address.
    """
    pelican = Pelican(read_settings(str(ROOT / "pelicanconf.py")))

    def build() -> list[str]:
        try:
            pelican.run()
        except ContentError as error:
            return error.problems
        return []

    serve(pelican, build, PROGRAM, port)


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
    except KeyboardInterrupt:
        print()
