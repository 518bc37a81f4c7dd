"""Times the making of copies of photos: ours, bare sharp, eleventy-img, pyvips and Hugo, in turns."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import run
from bench.pictures.install import HERE, NODE, PYTHON, WORK, install
from khuyencong.model.pictures.plan import plan
from khuyencong.model.pictures.slots import CARD, COLUMN
from khuyencong.model.pictures.verdict import Facts

AT_A_TIME = 4
"""Photos that each program makes before it is the next one's turn, so that other work of the machine meets all."""
COMPARED = 2
"""Photos whose copies are compared with them; that takes longer than making them."""
ROOT = HERE.parents[1]
ENDINGS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg"}


@dataclass(frozen=True, slots=True)
class Program:
    """One program.

    Arguments:
        name: its name.
        command: what makes the copies; the file of the order follows.
        more: what follows that.
    """

    name: str
    command: tuple[str, ...]
    more: tuple[str, ...] = ()


def programs() -> list[Program]:
    """Give the programs."""
    sharp, eleventy = ("node", str(NODE / "sharp.mjs")), ("node", str(NODE / "eleventy.mjs"))
    ours = (sys.executable, "-m", "bench.pictures.ours")
    return [
        Program("ours, copies only", ours),
        Program("ours, looked at apart first", ours, ("--apart",)),
        Program("sharp, our effort", sharp, ("3", "1")),
        Program("sharp, its own effort (4)", sharp, ("4", "4")),
        Program("eleventy-img", eleventy),
        Program("pyvips, our effort", (str(PYTHON), str(HERE / "vips.py"))),
        Program("hugo", (sys.executable, "-m", "bench.pictures.hugo")),
    ]


def copies() -> list[tuple[str, str, list[int]]]:
    """Give the copies that our layout needs of a photo of 3000×2000: ending, format and widths."""
    facts = Facts("0" * 64, "JPEG", "photo", 3000, 2000, 0)
    found: dict[str, set[int]] = {}
    for slot in (COLUMN, CARD):
        for copy in plan(facts, "a", "/", "", slot).copies:
            found.setdefault(copy.format, set()).add(copy.width)
    return [(ENDINGS[form], form, sorted(widths, reverse=True)) for form, widths in found.items()]


def measure(program: Program, photos: Sequence[Path], number: int) -> float:
    """Give the processor seconds that a program takes for some photos."""
    folder = WORK / "made" / program.name
    folder.mkdir(parents=True, exist_ok=True)
    order = WORK / f"order-{number}.json"
    wanted = {"photos": [str(path) for path in photos], "folder": str(folder), "copies": copies()}
    order.write_text(json.dumps(wanted), encoding="utf-8")
    log = WORK / "log.txt"
    cost = run((*program.command, str(order), *program.more), ROOT, {}, log)
    if cost.status:
        raise RuntimeError(f"{program.name} failed:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    wanted_files = len(photos) * sum(len(widths) for _, _, widths in copies())
    made = sum(len(list(folder.glob(f"{path.stem}-*"))) for path in photos)
    if made != wanted_files:
        raise RuntimeError(f"{program.name} made {made} of {wanted_files} files")
    return cost.cpu


def report(seconds: dict[str, float], photos: int) -> None:
    """Print the tables."""
    print("| program | CPU s a photo |\n| --- | ---: |")
    for name, cpu in seconds.items():
        print(f"| {name} | {cpu / photos:.2f} |")
    for name in seconds:
        folder = WORK / "made" / name
        command = [str(PYTHON), str(HERE / "likeness.py"), str(WORK / "photos"), str(folder), str(COMPARED)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        bytes_of = sum(size for size, _ in found.values())
        print(f"\n{name}: {bytes_of / 1000:.0f} KB a photo; SSIM and KB of each copy:")
        print(", ".join(f"{copy} {like:.4f} {size / 1000:.1f}" for copy, (size, like) in sorted(found.items())))


def main() -> None:
    """Make photos, let each program make its copies, and say what they cost."""
    given = argparse.ArgumentParser()
    given.add_argument("--photos", type=int, default=200)
    count = given.parse_args().photos
    install()
    subprocess.run([str(PYTHON), str(HERE / "photos.py"), str(WORK / "photos"), str(count)], check=True)
    shutil.rmtree(WORK / "made", ignore_errors=True)
    photos = sorted((WORK / "photos").glob("*.jpg"))[:count]
    seconds = dict.fromkeys((one.name for one in programs()), 0.0)
    for number, start in enumerate(range(0, count, AT_A_TIME)):
        for program in programs():
            seconds[program.name] += measure(program, photos[start : start + AT_A_TIME], number)
    report(seconds, len(photos))


if __name__ == "__main__":
    main()
