"""Build the site with Pelican, unless nothing has changed since the last build."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.unchanged import LastBuild, snapshot  # noqa: E402 - needs the path above


def main(content: Path, output: Path, settings: str) -> int:
    """Build, or say that there is nothing to do.

    Arguments:
        content: the content folder.
        output: the folder of the site.
        settings: Pelican's settings file.

    Returns:
        Pelican's exit status.
    """
    day = os.environ.get("BUILD_DATE") or dt.datetime.now(tz=dt.UTC).date().isoformat()
    program = [ROOT / "khuyencong", ROOT / "themes", ROOT / "pelicanconf.py", ROOT / "publishconf.py"]
    last = LastBuild(ROOT / ".cache" / f"last-{settings}-{output.resolve().name}.json")

    def inputs() -> str:
        found = snapshot([content, *program, Path(sys.prefix) / "pyvenv.cfg", ROOT / "requirements.txt"])
        return found and f"{found} {day} {settings} {sys.version}"

    before = inputs()
    if last.is_current(before, snapshot([output], settled=0)):
        print(f"Không có gì thay đổi từ lần dựng trước.\nMở xem: {output / 'index.html'}")
        return 0
    from pelican import main as pelican  # noqa: PLC0415 - takes half a second, which an unchanged site need not pay

    status = 0
    try:
        pelican([str(content), "-s", settings, "-o", str(output), "--log-handler", "plain", "--fatal=errors"])
    except SystemExit as ended:
        status = int(ended.code or 0)
    if status == 0 and before and before == inputs():
        last.remember(before, snapshot([output], settled=0))
    return status


if __name__ == "__main__":
    given = [*sys.argv[1:], *("content", "output", "pelicanconf.py")[len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), Path(given[1]), given[2]))
