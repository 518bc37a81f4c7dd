"""Build the site with Pelican, unless nothing has changed since the last build.

After an edit of content or theme, Pelican itself need not start: its settings are those of the last build, and what
it would call is called at once.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# Where this is switched off, each build would compile our sixty files again, which takes a fifth of an edit's time.
sys.dont_write_bytecode = False

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.unchanged import LastBuild, content_hash, installed, snapshot, snapshot_of  # noqa: E402 - the same

if TYPE_CHECKING:
    from khuyencong.build.job import Job
    from khuyencong.build.site import Built


def main(content: Path, output: Path, settings: str) -> int:
    """Build, or say that there is nothing to do.

    Arguments:
        content: the content folder.
        output: the folder of the site.
        settings: Pelican's settings file.

    Returns:
        0, or 1 when the content has problems.
    """
    path = ROOT / ".cache" / f"last-{settings}-{output.resolve().name}.json"
    program, content_now = _program(content, output, settings), _content(content)
    last = LastBuild.read(path)
    is_same_program = last is not None and last.program == program
    is_same_content = last is not None and last.content == content_now != ""
    if is_same_program and is_same_content and last and last.output == snapshot([output], settled=0):
        print(f"Không có gì thay đổi từ lần dựng trước.\nMở xem: {output / 'index.html'}")
        return 0
    if last:
        last._replace(content="").write(path)  # in case this build ends early
    if last and is_same_program:
        done = _build_directly(content, output, last, is_edit=not is_same_content)
    else:
        done = _build_with_pelican(content, output, settings)
    if done is None:
        return 1
    job, built, version = done
    site = snapshot_of(output, built.output)
    theme, day = str(job.folders.theme), job.today.isoformat()
    LastBuild(program, content_now, site, version, theme, job.name_index, day, job.url).write(path)
    return 0


def _program(content: Path, output: Path, settings: str) -> str:
    """Describe all that a build depends on besides content and theme."""
    day = build_day().isoformat()
    program = ("khuyencong", "config", "scripts/build.py")
    parts = (*program, "pelicanconf.py", "publishconf.py", "requirements.txt", settings)
    places = [*(ROOT / part for part in parts), Path(sys.prefix) / "pyvenv.cfg"]
    folders = f"{content.resolve()} {output.resolve()}"
    url = os.environ.get("SITE_URL", "")
    return f"{content_hash(places)} {installed()} {sys.version} {settings} {day} {url} {folders}"


def _content(content: Path) -> str:
    """Describe content and theme; an empty text when a file is too young to be told from a later one."""
    found = snapshot([content])
    return found and f"{found} {content_hash([ROOT / 'themes'])}"


def _build_directly(content: Path, output: Path, last: LastBuild, *, is_edit: bool) -> tuple[Job, Built, str] | None:
    """Do what Pelican would do with the settings of the last build."""
    from khuyencong.build.folders import Folders  # noqa: PLC0415 - not for an unchanged site
    from khuyencong.build.job import ContentError, Job, build_site, report  # noqa: PLC0415 - the same

    folders = Folders(content.resolve(), Path(last.theme), output.resolve(), ROOT / ".cache")
    job = Job(folders, dt.date.fromisoformat(last.day), last.name_index, is_edit, version=last.version, url=last.url)
    try:
        built = build_site(job)
    except ContentError:
        return None
    report(job, built, warnings=0)
    return job, built, last.version


def _build_with_pelican(content: Path, output: Path, settings: str) -> tuple[Job, Built, str] | None:
    """Do what the command `pelican` does, but for its display, whose thread would forbid copies of this process."""
    import logging  # noqa: PLC0415 - slow to import, which an unchanged site need not pay

    from pelican import Pelican, log  # noqa: PLC0415 - takes half a second, which an edit need not pay
    from pelican.settings import read_settings  # noqa: PLC0415 - the same

    from khuyencong.build.job import ContentError  # noqa: PLC0415 - the same
    from khuyencong.build.store import program_version  # noqa: PLC0415 - the same

    log.init(level=logging.WARNING, fatal="errors", handler=None, name="pelican")
    folders = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(output.resolve())}
    site = Pelican(read_settings(str(ROOT / settings), override=folders))
    try:
        site.run()
    except ContentError:
        return None
    return site.settings["JOB"], site.settings["BUILT"], program_version()


if __name__ == "__main__":
    if "--profile" in sys.argv:
        sys.argv.remove("--profile")
        os.environ["BUILD_PROFILE"] = "1"
    given = [*sys.argv[1:], *("content", "output", "pelicanconf.py")[len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), Path(given[1]), given[2]))
