"""Make the site as it goes to its readers: built afresh, checked, packed, with all that its host needs; or say why not.

The published folder stays as it was until everything is right, and then changes in a single step.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.progress import Phases, decimal, phase, say  # noqa: E402 - the same
from khuyencong.build.swap import take_place  # noqa: E402 - the same
from khuyencong.build.tables import table  # noqa: E402 - the same
from khuyencong.model.vietnamese import number  # noqa: E402 - the same
from khuyencong.publishing.finishing import DEPLOY, NGINX, SERVER_ROOT, SITE, Address, finish  # noqa: E402 - the same
from khuyencong.publishing.packing import pack, texts_of  # noqa: E402 - the same
from khuyencong.publishing.parts_list import add_parts_list  # noqa: E402 - the same
from khuyencong.publishing.security_txt import add_security_txt  # noqa: E402 - the same
from khuyencong.publishing.weighing import weigh  # noqa: E402 - the same

CACHE = ROOT / ".cache"
KILOBYTE = 1000


class Refused(Exception):  # noqa: N818 - an answer to whoever publishes, no fault of the program
    """Raised when the site may not be published; the message says why and what to do."""


def main(content: Path, published: Path, url: str) -> int:
    """Publish into a folder.

    Arguments:
        content: the content folder.
        published: the folder of the release: `site/` for readers, `deploy/` for their server.
        url: the site's address; empty for the one that `content/site.yaml` gives.

    Returns:
        0, or 1 when the site may not be published; the folder is as it was then.
    """
    started = time.monotonic()
    work = published.with_name(f".{published.name}.work")
    try:
        with _only_one(published), Phases():
            url = url.rstrip("/") or _own_url(content)
            _refuse_no_address(url)
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            _build(content, work / SITE, url)
            _add(content, work / SITE, url)
            _check(work / SITE, content)
            _pack(work / SITE)
            with phase("Ghi tệp cho máy chủ"):
                finish(work, url, os.environ.get("SERVER_ROOT") or SERVER_ROOT)
            _sign(work / SITE)
            take_place(work, published)
    except (Refused, OSError) as why:
        shutil.rmtree(work, ignore_errors=True)
        print(f"{why}\nChưa xuất bản. Thư mục {published.name}/ còn nguyên như trước.")
        return 1
    _report(published, url, time.monotonic() - started)
    return 0


@contextmanager
def _only_one(published: Path) -> Iterator[None]:
    CACHE.mkdir(exist_ok=True)
    name = hashlib.sha256(os.fsencode(published.resolve())).hexdigest()[:12]
    with (CACHE / f"publish-{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise Refused("Đang có một lần xuất bản khác chạy. Hãy đợi lần đó xong.") from busy
        yield


def _own_url(content: Path) -> str:
    try:
        return str(yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))["url"])
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return _run_gate(content)


def _run_gate(content: Path) -> str:
    """Let the gate say what is wrong with the settings."""
    subprocess.run([sys.executable, str(ROOT / "scripts" / "check.py"), str(content)], check=False)
    raise Refused("Chưa đọc được địa chỉ trang trong site.yaml.")


def _refuse_no_address(url: str) -> None:
    try:
        Address.of(url)
    except ValueError as error:
        message = (
            f'"{url}" không phải địa chỉ trang. Hãy viết như https://ten-mien.vn hoặc https://ten-mien.vn/khuyen-cong.'
        )
        raise Refused(message) from error


def _build(content: Path, site: Path, url: str) -> None:
    """Build the whole site into a new folder; the gate is its first step, and prints every problem."""
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), str(content), str(site), "publishconf.py"]
    (CACHE / f"last-publishconf.py-{site.name}.json").unlink(missing_ok=True)
    if subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": url}, check=False).returncode != 0:
        raise Refused("Trang chưa dựng được: hãy sửa những lỗi ở trên.")
    shutil.rmtree(site.with_name(f".{site.name}.next"), ignore_errors=True)


def _add(content: Path, site: Path, url: str) -> None:
    """Add what is not built from content alone: where to report weaknesses, and what the site is built with."""
    today = build_day()
    told = add_security_txt(site, content, url, today)
    if told:
        say(told)
    add_parts_list(site, ROOT)


def _check(site: Path, content: Path) -> None:
    say("Soát trang đã dựng …")
    command = [sys.executable, str(ROOT / "scripts" / "check_site.py"), str(site), str(content)]
    if subprocess.run(command, check=False).returncode != 0:
        raise Refused("Trang đã dựng có lỗi ở trên. Hãy báo người phụ trách kỹ thuật.")


def _pack(site: Path) -> None:
    texts = list(texts_of(site))
    workers = int(os.environ.get("BUILD_WORKERS") or os.cpu_count() or 1)
    with phase("Nén để gửi nhanh", len(texts)) as advance, ProcessPoolExecutor(workers) as executor:
        pack(texts, CACHE / "packed", executor, advance)


def _sign(site: Path) -> None:
    command = ROOT / "scripts" / "sign_site.py"
    if subprocess.run([sys.executable, str(command), str(site)], check=False).returncode != 0:
        raise Refused("Chưa ký được bản kê tệp.")


def _report(published: Path, url: str, seconds: float) -> None:
    kinds = weigh(published / SITE)
    rows = [[kind, number(one.files), _kilobytes(one.bytes), _kilobytes(one.sent)] for kind, one in kinds.items()]
    whole = [
        number(sum(one.files for one in kinds.values())),
        _kilobytes(sum(one.bytes for one in kinds.values())),
        _kilobytes(sum(one.sent for one in kinds.values())),
    ]
    say(table(["Đã xuất bản", "Số tệp", "Nguyên (KB)", "Khi gửi (KB)"], [*rows, [], ["Cộng", *whole]]))
    say(f"Địa chỉ: {url}")
    say(f"Đưa lên máy chủ: {published / SITE}; cấu hình nginx: {published / DEPLOY / NGINX}. {decimal(seconds)} giây.")


def _kilobytes(size: int) -> str:
    return number(round(size / KILOBYTE))


if __name__ == "__main__":
    given = [*sys.argv[1:], *("content", "published", "")[len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), Path(given[1]), given[2]))
