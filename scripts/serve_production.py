"""Show the published site on loopback as its readers will get it: with nginx and the generated configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.publishing.finishing import MANIFEST, SITE  # noqa: E402 - needs the path above
from khuyencong.publishing.nginx import Place, alone  # noqa: E402 - the same
from khuyencong.publishing.redirects import read_redirects  # noqa: E402 - the same

SEARCHED = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
"""Debian keeps servers where a user's own path does not lead."""


def main(release: Path, port: int, prefix: str) -> int:
    """Run nginx in the foreground until it is stopped.

    Arguments:
        release: the folder that `make publish` has written.
        port: where to listen, on loopback only.
        prefix: the path of the site's address: empty, or for instance `/khuyen-cong`.
    """
    nginx = shutil.which("nginx", path=SEARCHED)
    if not nginx:
        print("Máy này chưa có nginx. Trên Debian hoặc Ubuntu: sudo apt-get install nginx-light")
        return 1
    site = release / SITE
    if not (site / MANIFEST).is_file():
        print(f"Chưa có {site}. Hãy chạy make publish trước.")
        return 1
    place = Place(str(release.resolve()), f"/{SITE}", "", prefix)
    with tempfile.TemporaryDirectory(prefix="khuyencong-nginx-") as work:
        configuration = Path(work) / "nginx.conf"
        configuration.write_text(alone(place, read_redirects(site), port, work), encoding="utf-8")
        print(f"Mở xem: http://127.0.0.1:{port}{prefix}/ (dừng bằng Ctrl+C)", flush=True)
        return _run([nginx, "-e", "stderr", "-c", str(configuration)])


def _run(command: list[str]) -> int:
    with subprocess.Popen(command) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            return 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *("published", "8080", "")[len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), int(given[1] or 8080), given[2].rstrip("/")))
