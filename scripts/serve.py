"""Serve the site on this machine, build after each change, and let the browser reload by itself."""

from __future__ import annotations

import itertools
import sys
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = False  # see scripts/build.py

from pelican.settings import read_settings  # noqa: E402 - needs the path above

from khuyencong.build.folders import Folders  # noqa: E402
from khuyencong.build.job import ContentError, Job, build_site, report  # noqa: E402
from khuyencong.build.serving.watching import serve  # noqa: E402
from khuyencong.build.store import program_version  # noqa: E402


def main(port: int, content: Path, output: Path, settings: Path) -> None:
    """Build, serve and watch until stopped.

    Arguments:
        port: the port on the loopback address; 0 for any free one.
        content: the content folder.
        output: the folder of the site.
        settings: Pelican's settings file.
    """
    chosen = read_settings(str(settings))
    theme = Path(chosen["THEME"])
    folders = Folders(content.resolve(), theme, output.resolve(), Path(chosen["CACHE_PATH"]))
    version = program_version()
    builds = itertools.count()

    def build() -> list[str]:
        is_edit = next(builds) > 0
        # The search index and issues on paper take longer than all else of an edit. They are made when serving begins,
        # and by `make html`.
        day, is_named = chosen["BUILD_DATE"], bool(chosen["LINKS_NAME_INDEX"])
        job = Job(folders, day, is_named, is_edit, indexes=not is_edit, prints=not is_edit, version=version)
        try:
            report(job, build_site(job), warnings=0)
        except ContentError as error:
            return error.problems
        except Exception as error:  # noqa: BLE001 - whatever it is, the server goes on, and says it on the page
            traceback.print_exc()
            return [f"{type(error).__name__}: {error}"]
        return []

    serve([content, theme], output, build, [ROOT / "khuyencong", settings], port)


if __name__ == "__main__":
    given = [*sys.argv[1:], *("8000", "content", "output", "pelicanconf.py")[len(sys.argv) - 1 :]]
    try:
        main(int(given[0]), Path(given[1]), Path(given[2]), ROOT / given[3])
    except KeyboardInterrupt:
        print()
