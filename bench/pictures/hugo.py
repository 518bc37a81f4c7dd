"""Makes copies with Hugo: a site of one page whose template resizes every photo."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.pictures.install import HERE, hugo

QUALITY = {"JPEG": "q80", "WEBP": "q78", "AVIF": "q55"}


def main(order: Path) -> None:
    """Make what an order names."""
    wanted = json.loads(order.read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "layouts").mkdir()
        (site / "assets" / "photos").mkdir(parents=True)
        shutil.copyfile(HERE / "hugo.html", site / "layouts" / "home.html")
        for photo in wanted["photos"]:
            shutil.copyfile(photo, site / "assets" / "photos" / Path(photo).name)  # it follows no links
        forms = [
            {"ending": ending, "format": ending, "quality": f"{QUALITY[form]} lanczos", "widths": widths}
            for ending, form, widths in wanted["copies"]
        ]
        settings = {"baseURL": "/", "disableKinds": ["taxonomy", "term", "rss", "sitemap"], "params": {"copies": forms}}
        (site / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
        subprocess.run([hugo(), "--quiet", "--destination", "public"], cwd=site, check=True)
        for path in (site / "public").glob("*-*.*"):
            shutil.move(path, Path(wanted["folder"]) / path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
