"""Builds the site: makes what is not there yet, takes away what no longer belongs, and publishes the whole at once."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from khuyencong.build.beside import Files
from khuyencong.build.closure import Closures
from khuyencong.build.frame import Frame, make_frame
from khuyencong.build.links import output_path
from khuyencong.build.memo import Made, Memo, key_of
from khuyencong.build.pages import PlannedPage, plan_pages
from khuyencong.build.progress import phase
from khuyencong.build.rendering import Press, put, render_pages
from khuyencong.build.store import Store
from khuyencong.build.swap import NextSite
from khuyencong.build.templating import make_environment
from khuyencong.build.workers import map_chunks
from khuyencong.model.catalogue import Catalogue
from khuyencong.outputs.assets import collect
from khuyencong.outputs.images import Derivative, derive

MANIFEST = "manifest.txt"
"""SHA-256 and name of every other file of the site, as `sha256sum --check` reads it."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a build reads and writes.

    Arguments:
        content: the content folder.
        theme: the theme, with `templates/` and `static/`.
        output: the published site.
        cache: the cache folder.
    """

    content: Path
    theme: Path
    output: Path
    cache: Path

    @property
    def memo(self) -> Path:
        """The memo of this output folder."""
        name = hashlib.sha256(os.fsencode(self.output.resolve())).hexdigest()[:12]
        return self.cache / f"site-{name}.json"


@dataclass(slots=True)
class Built:
    """What a build did.

    Arguments:
        pages: pages of the site by kind.
        pictures: resized pictures of the site.
        rendered: pages that were made anew.
        changed: files whose bytes are new or that were taken away.
    """

    pages: Counter[str] = field(default_factory=Counter)
    pictures: int = 0
    rendered: int = 0
    changed: int = 0


class SiteBuild:
    """One build of one site.

    Arguments:
        folders: where it reads and writes.
        store: what earlier builds worked out.
        name_index: whether addresses of folders end in `index.html`.
    """

    def __init__(self, folders: Folders, store: Store, *, name_index: bool) -> None:
        """Read what the published site was made of."""
        self.folders = folders
        self.store = store
        self.name_index = name_index
        self.memo = Memo.read(folders.memo, store.version)
        self.made: dict[str, Made] = {}
        self.beside: dict[str, list[str]] = {}
        self.built = Built()
        self._next: NextSite | None = None
        self._edition = ""
        self._wanted: set[str] = set()

    def run(self, catalogue: Catalogue) -> Built:
        """Bring the published site up to the catalogue."""
        assets = collect(self.folders.theme / "static")
        frame = make_frame(catalogue, assets.addresses)
        planned = self._plan(catalogue, frame)
        stale = [(page, key) for page, key in planned if not self._keep_page(page, key)]
        self._render(stale, frame)
        for url, data in assets.files.items():
            self._put_bytes(output_path(url), data)
        self._finish()
        return self.built

    def _plan(self, catalogue: Catalogue, frame: Frame) -> list[tuple[PlannedPage, str]]:
        """Give every page with the key of all that it is a function of."""
        closures = Closures(make_environment(self._templates, self._compiled))
        self._edition = closures.edition()
        site = key_of(frame, self.name_index)
        return [
            (page, key_of(site, closures.digest(page.template), page.view, page.body, page.media, _names(page)))
            for page in plan_pages(catalogue, self.folders.content)
        ]

    @property
    def _templates(self) -> Path:
        return self.folders.theme / "templates"

    @property
    def _compiled(self) -> Path:
        return self.folders.cache / "templates"

    def _keep_page(self, page: PlannedPage, key: str) -> bool:
        """Keep a page, with the files it needs beside it, when all of them are as they should be."""
        path = output_path(page.view.head.url)
        if path in self._wanted:
            raise ValueError(f"two pages want the file {path}")
        self._wanted.add(path)
        self.built.pages[page.kind] += 1
        beside = self.memo.beside.get(path, [])
        if not self.memo.has(self.folders.output, path, key) or not all(map(self._is_intact, beside)):
            return False
        self.made.update({one: self.memo.files[one] for one in (path, *beside)})
        self.beside[path] = beside
        return True

    def _is_intact(self, path: str) -> bool:
        made = self.memo.files.get(path)
        return made is not None and self.memo.has(self.folders.output, path, made.key)

    def _render(self, stale: Sequence[tuple[PlannedPage, str]], frame: Frame) -> None:
        if not stale:
            return
        templates, compiled = str(self._templates), str(self._compiled)
        press = Press(templates, compiled, self._edition, frame, self.name_index, self._site().folder)
        files = Files()
        with phase("Dựng trang", len(stale)) as advance:
            for path, made, needed in map_chunks(partial(render_pages, press), stale, advance):
                self.made[path] = made
                self.beside[path] = sorted(output_path(url) for url in (*needed.copies, *needed.derivatives))
                files.copies.update(needed.copies)
                files.derivatives.update(needed.derivatives)
        self.built.rendered = len(stale)
        self._copy(files.copies)
        self._derive(files.derivatives)

    def _copy(self, copies: Mapping[str, Path]) -> None:
        for url, source in copies.items():
            self._put_bytes(output_path(url), source.read_bytes())

    def _derive(self, derivatives: Mapping[str, Derivative]) -> None:
        """Make resized pictures; the name of each holds the hash of its source, so the name is its key."""
        keys = {url: f"derivative {url}" for url in derivatives}
        known = self.store.get_all(keys.values())
        missing = [one for url, one in derivatives.items() if keys[url] not in known]
        with phase("Làm ảnh", len(missing)) as advance:
            made = zip(missing, map_chunks(derive_all, missing, advance), strict=True)
            fresh = {keys[one.url]: data for one, data in made}
        self.store.put_all(fresh)
        for url, key in keys.items():
            self._put(output_path(url), key, fresh.get(key) or known[key])

    def _put_bytes(self, path: str, data: bytes) -> None:
        """Keep or write a file that is nothing but these bytes."""
        self._put(path, hashlib.sha256(data).hexdigest(), data)

    def _put(self, path: str, key: str, data: bytes) -> None:
        """Keep a file that was made from this key, or write it."""
        if self.memo.has(self.folders.output, path, key):
            self.made[path] = self.memo.files[path]
        else:
            self.made[path] = put(self._site().folder, path, key, data)

    def _site(self) -> NextSite:
        """Give the site that is being made, and note first that the two folders will differ from here on."""
        if self._next is None:
            behind = self.memo.behind
            self.memo.behind = None
            self.memo.write(self.folders.memo)
            self._next = NextSite(self.folders.output, behind)
        return self._next

    def _finish(self) -> None:
        lines = (f"{made.sha256}  {path}\n" for path, made in sorted(self.made.items()))
        self._put_bytes(MANIFEST, "".join(lines).encode())
        changed = [path for path, made in self.made.items() if self._is_new(path, made)]
        changed += [path for path in self.memo.files if path not in self.made]
        self.built.changed = len(changed)
        self.built.pictures = sum(made.key.startswith("derivative ") for made in self.made.values())
        if self._next is None and not self._foreign(self.folders.output):
            return
        site = self._site()
        # Both folders are looked through, as a foreign file would come back when the two change names again.
        for path in self._foreign(site.folder):
            site.remove(path)
        site.publish()
        Memo(self.store.version, self.made, self.beside, changed).write(self.folders.memo)

    def _foreign(self, folder: Path) -> list[str]:
        """List the files that lie in a folder and do not belong to the site."""
        there = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
        names = (path.relative_to(folder).as_posix() for path in there)
        return [name for name in names if name not in self.made]

    def _is_new(self, path: str, made: Made) -> bool:
        before = self.memo.files.get(path)
        return before is None or (before.sha256, before.modified) != (made.sha256, made.modified)


def derive_all(derivatives: Sequence[Derivative]) -> list[bytes]:
    """Make some resized pictures, in any process."""
    return [derive(one) for one in derivatives]


def _names(page: PlannedPage) -> object:
    """Give what the Markdown's links to content files become."""
    return sorted(page.beside.addresses.items()) if page.beside else ()
