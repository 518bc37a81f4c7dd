"""Measures nginx with the published site beside the same nginx with a bare file of the same size: the limit.

`python -m bench.serve published --rounds 5`. Both are asked in turn, by wrk on loopback, so what else the machine does
meets both. Besides requests per second it counts what a request costs nginx of the processor, which a busy machine
changes least.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.pages.visit import visit
from khuyencong.checks.kinds import by_kind, medians
from khuyencong.publishing.finishing import SITE
from khuyencong.publishing.kinds import content_type, ending, is_text
from khuyencong.publishing.nginx import Place, alone
from khuyencong.publishing.weighing import weigh

PORT, BARE_PORT = 8131, 8132
SECONDS, CONNECTIONS = 3, 16
LEAST = 0.95
"""Of the bare file's requests per second."""
ACCEPTED = "Accept-Encoding: gzip, deflate, br, zstd"
_TICKS = os.sysconf("SC_CLK_TCK")
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_INDEX = "index.html"


@dataclass(slots=True)
class Measured:
    """What came of asking for one address again and again.

    Arguments:
        per_second: requests per second, a number for each round.
        p99: milliseconds within which 99 of 100 were answered.
        cost: microseconds of the processor that one request cost nginx.
    """

    per_second: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)


def chosen(site: Path) -> dict[str, str]:
    """Give the files to ask for: the middle article, the middle piece of the search index, the middle picture."""
    pages = by_kind(site)["tin-tuc-entry"]
    pieces = sorted(site.glob("pagefind/index/*.pf_index"), key=lambda path: path.stat().st_size)
    pictures = sorted(
        (path for one in ("avif", "webp", "jpg", "png") for path in site.glob(f"tin-tuc/**/*.{one}")),
        key=lambda path: path.stat().st_size,
    )
    middle = {"article": site / pages[len(pages) // 2], "search chunk": pieces[len(pieces) // 2]}
    found = {**middle, "picture": pictures[len(pictures) // 2]}
    return {what: path.relative_to(site).as_posix() for what, path in found.items()}


@contextmanager
def running(release: Path, files: Sequence[str]) -> Iterator[int]:
    """Run nginx with the site and, on another port, with bare files; yields the process that answers."""
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not nginx or not shutil.which("wrk"):
        sys.exit("This needs nginx and wrk: sudo apt-get install nginx-light wrk")
    with tempfile.TemporaryDirectory() as work:
        bare = Path(work) / "bare"
        for name in files:
            target = bare / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(release / SITE / (f"{name}.br" if is_text(name) else name), target)
        types = " ".join(sorted({f"{content_type(name).partition(';')[0]} {ending(name)};" for name in files}))
        kept = "open_file_cache max=200; open_file_cache_valid 1s;"
        more = [f"server {{ listen 127.0.0.1:{BARE_PORT}; root {bare}; types {{ {types} }} {kept} }}"]
        configuration = Path(work) / "nginx.conf"
        configuration.write_text(alone(Place(str(release.resolve()), f"/{SITE}", ""), [], PORT, work, more))
        with subprocess.Popen([nginx, "-e", f"{work}/errors", "-c", str(configuration)]) as process:
            time.sleep(1)
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
            try:
                yield int(children.split()[0])
            finally:
                process.terminate()


def ask(url: str, worker: int, into: Measured) -> None:
    """Let wrk ask for one address, and note what came of it."""
    before = _processor(worker)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", ACCEPTED, url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        sys.exit(f"{url} is not answered: {said}")
    requests = int(_found(r"(\d+) requests in", said)[0])
    slow, unit = _found(r"99%\s+([\d.]+)(us|ms|s)", said)
    into.cost.append((_processor(worker) - before) / requests * 1e6)
    into.per_second.append(float(_found(r"Requests/sec:\s+([\d.]+)", said)[0]))
    into.p99.append(float(slow) * _MILLISECONDS[unit])


def _found(pattern: str, said: str) -> tuple[str, ...]:
    found = re.search(pattern, said)
    if not found:
        sys.exit(f"wrk said something else than expected: {said}")
    return found.groups()


def _processor(process: int) -> float:
    parts = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / _TICKS


def loaded(release: Path, rounds: int) -> bool:
    """Ask for each file in turn, print the table, and tell whether every ratio is good enough."""
    files = chosen(release / SITE)
    found = {(what, port): Measured() for what in files for port in (PORT, BARE_PORT)}
    with running(release, list(files.values())) as worker:
        for _ in range(rounds):
            for what, name in files.items():
                ask(f"http://127.0.0.1:{PORT}/{name.removesuffix(_INDEX)}", worker, found[what, PORT])
                ask(f"http://127.0.0.1:{BARE_PORT}/{name}", worker, found[what, BARE_PORT])
    print("| file | bytes | requests/s | bare | ratio | p99 ms | bare | µs of nginx | bare | ratio |")
    print("| --- |" + " ---: |" * 9)
    is_good = True
    for what, name in files.items():
        ours, bare = found[what, PORT], found[what, BARE_PORT]
        ratio = statistics.median(a / b for a, b in zip(ours.per_second, bare.per_second, strict=True))
        cost = statistics.median(b / a for a, b in zip(ours.cost, bare.cost, strict=True))
        size = (release / SITE / (f"{name}.br" if is_text(name) else name)).stat().st_size
        numbers = [f"{statistics.median(ours.per_second):,.0f}", f"{statistics.median(bare.per_second):,.0f}"]
        slow = [f"{statistics.median(ours.p99):.2f}", f"{statistics.median(bare.p99):.2f}"]
        costs = [f"{statistics.median(ours.cost):.1f}", f"{statistics.median(bare.cost):.1f}", f"{cost:.2f}"]
        print(f"| {what} | {size:,} | {' | '.join([*numbers, f'{ratio:.2f}', *slow, *costs])} |")
        is_good = is_good and ratio >= LEAST
    return is_good


def weighed(site: Path) -> None:
    """Print what the site weighs by kind of file, and what the middle page of each template sends at first."""
    print("\n| kind | files | bytes | sent |\n| --- | ---: | ---: | ---: |")
    for kind, one in weigh(site).items():
        print(f"| {kind} | {one.files:,} | {one.bytes:,} | {one.sent:,} |")
    found = visit(site, medians(by_kind(site)))
    print("\n| page | first view | html | css | scripts | fonts | pictures |\n| --- |" + " ---: |" * 6)
    for path, page in found.items():
        numbers = (f"{page[one]:,}" for one in ("first_view", "html", "css", "scripts", "fonts", "pictures"))
        print(f"| {path.removesuffix('/index.html')} | {' | '.join(numbers)} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("release", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--load-only", action="store_true")
    arguments = parser.parse_args()
    was_good = loaded(arguments.release, arguments.rounds)
    if not arguments.load_only:
        weighed(arguments.release / SITE)
    sys.exit(0 if was_good else 1)
