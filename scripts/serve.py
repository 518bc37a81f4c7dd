"""Serve the site on this machine, build after each change, and let the browser reload by itself."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pelican import Pelican  # noqa: E402 - needs the path above
from pelican.settings import read_settings  # noqa: E402

from khuyencong.build.serving.watching import serve  # noqa: E402
from khuyencong.build.job import ContentError  # noqa: E402


def main(port: int, content: Path, output: Path, settings: Path) -> None:
    """Build, serve and watch until stopped.

    Arguments:
        port: the port on the loopback address; 0 for any free one.
        content: the content folder.
        output: the folder of the site.
        settings: Pelican's settings file.
    """
    folders = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(output.resolve())}
    pelican = Pelican(read_settings(str(settings), override=folders))

    def build() -> list[str]:
        try:
            pelican.run()
        except ContentError as error:
            return error.problems
        return []

    serve([content, Path(pelican.theme)], output, build, [ROOT / "khuyencong", settings], port)


if __name__ == "__main__":
    given = [*sys.argv[1:], *("8000", "content", "output", "pelicanconf.py")[len(sys.argv) - 1 :]]
    try:
        main(int(given[0]), Path(given[1]), Path(given[2]), ROOT / given[3])
    except KeyboardInterrupt:
        print()
