"""The four generators: how each is installed, set up in a work folder of its own, run and edited."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import Corpus
from bench.items import Item

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".bench"
RIVALS = ROOT / "bench" / "rivals"
STATIC = ROOT / "themes" / "khuyencong" / "static"
ELEVENTY = WORK / "node" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"

OURS = (sys.executable, "scripts/build.py", "content", "output", "pelicanconf.py")
"""What `make html` runs."""
OUR_PARTS = ("khuyencong", "themes", "scripts", "config", "pelicanconf.py", "publishconf.py")


@dataclass(frozen=True, slots=True)
class Tool:
    """One generator.

    Arguments:
        name: its name.
        command: what builds the site, in the work folder.
        output: the folder of the built site.
        template: the template of entries that is edited; it holds an `<article` element.
        data: the file of what templates read besides the content; nothing for our own site.
        static: where the theme's files lie; nothing for our own site.
        caches: what a cold build starts without, besides the output.
        environment: variables that it runs with.
    """

    name: str
    command: tuple[str, ...]
    output: str
    template: str
    data: str = ""
    static: str = ""
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def prepare(self, folder: Path, corpus: Corpus) -> None:
        """Set up the work folder: program or theme, and content."""
        shutil.rmtree(folder, ignore_errors=True)
        if self.name == "ours":
            _copy_ourselves(folder)
        else:
            shutil.copytree(RIVALS / self.name, folder)
            corpus.write_data(folder / self.data)
            _copy_static(folder / self.static)
        corpus.write(folder / "content", self.name)

    def clear(self, folder: Path) -> None:
        """Remove output and caches."""
        for name in (self.output, *self.caches):
            shutil.rmtree(folder / name, ignore_errors=True)

    def source_of(self, folder: Path, news: Item) -> Path:
        """Give the content file of an article."""
        part = f"news/{news.fields['date'][:4]}" if self.name == "ours" else news.kind
        return folder / "content" / part / f"{news.slug}.md"

    def page_of(self, folder: Path, news: Item) -> Path:
        """Give the page of an article."""
        return folder / self.output / news.kind / news.slug / "index.html"

    def pages(self, folder: Path) -> set[str]:
        """Give the paths of all built pages; Hugo's `trang/2` is the others' `trang-2`."""
        output = folder / self.output
        paths = (path.relative_to(output).as_posix() for path in output.rglob("*.html"))
        return {re.sub(r"(^|/)trang/(\d+)/", r"\1trang-\2/", path) for path in paths}

    def written(self, path: str) -> str:
        """Give the path under which this generator writes a page that `pages` has named."""
        return re.sub(r"(^|/)trang-(\d+)/", r"\1trang/\2/", path) if self.name == "hugo" else path


def _copy_ourselves(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in OUR_PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, folder / name)
    subprocess.run([sys.executable, "-m", "compileall", "-q", "khuyencong"], cwd=folder, check=True)


def _copy_static(folder: Path) -> None:
    """Copy our theme's files, with all styles in one file."""
    shutil.copytree(STATIC, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("css"))
    styles = [path.read_text(encoding="utf-8") for path in sorted((STATIC / "css").rglob("*.css"))]
    (folder / "site.css").write_text("\n".join(styles), encoding="utf-8")


def _hugo() -> str:
    """Give the program itself; the command that the package installs is a Python script that starts it."""
    found = sorted((WORK / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return str(found[0]) if found else "hugo"


def tools() -> dict[str, Tool]:
    """Give the generators by name."""
    found = (
        Tool("hugo", (_hugo(), "--quiet"), "public", "layouts/page.html", "data/site.json", "static/giao-dien",
             ("resources",)),
        Tool("eleventy", ("node", str(ELEVENTY), "--quiet"), "public", "_includes/entry.njk", "_data/site.json",
             "giao-dien", (".cache",)),
        Tool("pelican", (sys.executable, "-m", "pelican", "-s", "pelicanconf.py"), "public",
             "theme/templates/entry.html", "site.json", "theme/static", ("cache",)),
        Tool("ours", OURS, "output", "themes/khuyencong/templates/layouts/entry.html",
             caches=(".cache", ".output.next")),
    )  # fmt: skip
    return {one.name: one for one in found}


def install(names: list[str]) -> None:
    """Install Hugo and Eleventy as their lock files say, unless that was done before."""
    if "hugo" in names:
        lock = ROOT / "bench" / "requirements-bench.txt"
        script = str(ROOT / "scripts" / "setup_environment.py")
        once(lock, WORK / "venv", [sys.executable, script, str(WORK / "venv"), str(lock)], WORK)
    if "eleventy" in names:
        folder = WORK / "node"
        folder.mkdir(parents=True, exist_ok=True)
        for name in (".npmrc", "package.json", "package-lock.json"):
            shutil.copyfile(RIVALS / "eleventy" / name, folder / name)
        command = ["npm", "ci", "--ignore-scripts", "--loglevel=error", "--no-progress"]
        once(folder / "package-lock.json", folder / "node_modules", command, folder)


def once(lock: Path, target: Path, command: list[str], folder: Path) -> None:
    """Run an installation in a folder, unless it was done before with the same lock file.

    Arguments:
        lock: the lock file.
        target: the folder that is installed.
        command: what installs it.
        folder: where the command runs.
    """
    stamp, digest = target / ".locked", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return
    print(f"Installing what {lock.name} locks …", file=sys.stderr, flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    stamp.write_text(digest, encoding="ascii")
