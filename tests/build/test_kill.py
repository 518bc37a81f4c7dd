"""Whoever looks sees wholly the old site or wholly the new one, also when the build is killed."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from khuyencong.checks.manifest import differences
from tests.builds import fingerprints
from tests.small_builds import Workplace

KILLS = 50


def build_and_kill(work: Workplace, seconds: float) -> bool:
    """Build in another process and kill it after a while; say whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            work.build()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def name_the_site(work: Workplace, name: str) -> None:
    """Change something that every page shows."""
    settings = work.content / "site.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    named = [f"short_name: {name}" if line.startswith("short_name:") else line for line in lines]
    settings.write_text("\n".join(named) + "\n", encoding="utf-8")


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    wholes = {}
    for name in ("Một", "Hai"):
        name_the_site(work, name)
        started = time.monotonic()
        work.build()
        longest = time.monotonic() - started
        wholes[name] = fingerprints(work.output)
    chance = random.Random(1)  # noqa: S311 - nothing secret
    killed = 0
    for turn in range(KILLS):
        name_the_site(work, "Một" if turn % 2 else "Hai")
        was_killed = build_and_kill(work, chance.uniform(0, longest))
        killed += was_killed
        longest *= 1.1 if was_killed else 0.8  # how long a build takes depends on what else the machine does
        assert differences(work.output) == []
        assert fingerprints(work.output) in wholes.values()
    assert killed > KILLS // 4
    name_the_site(work, "Một")
    work.build()
    assert fingerprints(work.output) == wholes["Một"]
