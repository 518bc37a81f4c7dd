"""Builds the site: makes what is not there yet, takes away what no longer belongs, and publishes the whole at once."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from khuyencong.build.answers import Answers
from khuyencong.build.attached import COPY
from khuyencong.build.beside import Files
from khuyencong.build.closure import read_templates, template_digests
from khuyencong.build.darkroom import MARK as DERIVATIVE
from khuyencong.build.darkroom import Darkroom
from khuyencong.build.folders import Folders
from khuyencong.build.frame import Frame, make_frame
from khuyencong.build.indexing import MARK, TEMPLATE, Indexing, name_in_store
from khuyencong.build.links import output_path
from khuyencong.build.memo import Asked, Made, Memo, intact, key_of, look_for, look_over
from khuyencong.build.page_names import ADDRESSES, PageName, addresses, page_names
from khuyencong.build.progress import phase
from khuyencong.build.rendering import (
    CONSTANTS,
    Press,
    compile_templates,
    keep_at_hand,
    make_pages,
    put,
    template_question,
)
from khuyencong.build.root_files import theme_files
from khuyencong.build.sharing import drawn, share_key
from khuyencong.build.shelf import lay_down
from khuyencong.build.store import Store
from khuyencong.build.swap import NextSite, next_folder
from khuyencong.build.templating import make_environment
from khuyencong.build.workers import map_chunks, may_leave
from khuyencong.model.catalogue import TABLES, Catalogue
from khuyencong.model.index import Question
from khuyencong.outputs.assets import collect
from khuyencong.outputs.images import Derivative
from khuyencong.outputs.share_pictures import SharePicture, plan_share

MANIFEST = "manifest.txt"
"""SHA-256 and name of every other file of the site, as `sha256sum --check` reads it."""


@dataclass(slots=True)
class Built:
    """What a build did.

    Arguments:
        pages: pages of the site by kind.
        pictures: copies of pictures of the site.
        derived: copies of pictures that were made anew.
        rendered: pages that were made anew.
        changed: files whose bytes are new or that were taken away.
        templates: pages and seconds of each template.
        output: what the output looks like now, see `unchanged.py`.
        remarks: what writers should look at, one text for each.
    """

    pages: Counter[str] = field(default_factory=Counter)
    pictures: int = 0
    derived: int = 0
    rendered: int = 0
    changed: int = 0
    templates: dict[str, tuple[int, float]] = field(default_factory=dict)
    output: dict[str, tuple[int, int]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


class SiteBuild:
    """One build of one site.

    Arguments:
        folders: where it reads and writes.
        store: what earlier builds worked out.
        name_index: whether addresses of folders end in `index.html`.
        is_edit: whether only content has changed since the last build. Files that do not belong into the output are
            then looked for another time, as that takes longer than the edit itself.
        indexes: whether the search index is brought up to the pages too; if not, it stays as it is.
    """

    def __init__(
        self, folders: Folders, store: Store, *, name_index: bool, is_edit: bool = False, indexes: bool = True
    ) -> None:
        """Read what the published site was made of."""
        self.folders = folders
        self.store = store
        self.name_index = name_index
        self.indexes = indexes
        # What pages give to the search lies in the store, so the memo is right as long as the store is the same.
        self.memo = Memo(folders.memo, store.edition, folders.output)
        is_known = is_edit and self.memo.is_finished
        self.there = look_for(folders.output, self.memo.files) if is_known else look_over(folders.output)
        self.intact = intact(self.memo.files.items(), self.there)
        self.made: dict[str, Made] = {}
        self.pages: dict[str, Asked] = {}
        self.asked: dict[Question, Question] = {}
        has_strays = not is_known and not look_over(next_folder(folders.output)).keys() <= self.memo.files.keys()
        self.is_alike = self.memo.is_finished and not has_strays
        self.built = Built()
        self._next: NextSite | None = None

    def run(self, catalogue: Catalogue) -> Built:
        """Bring the published site up to the catalogue."""
        assets = collect(self.folders.theme / "static", from_folder=self.name_index)
        share = plan_share("/", catalogue.site.name, "", "")
        frame = make_frame(catalogue, assets.addresses, share.view, assets.early_fonts, is_served=not self.name_index)
        sources = read_templates(self.folders.templates)
        digests = template_digests(sources, self.store)
        constants = key_of(frame, self.name_index)
        others = {template_question(name): digest for name, digest in digests.items()}
        names = list(page_names(catalogue.index, catalogue.tables))
        others |= {
            CONSTANTS: constants,
            TABLES: key_of(catalogue.tables),
            ADDRESSES: key_of(addresses(names, catalogue.index)),
        }
        answers = Answers(catalogue.index, others)
        stale = self._stale(answers, names)
        if stale:
            self._make(stale, self._press(frame, constants, sources, digests), catalogue)
        for url, data in theme_files(assets, catalogue, self.folders.theme, is_served=not self.name_index):
            self._put_bytes(output_path(url), data)
        self._draw({share.url: share})
        self._index(Indexing(self.store, catalogue.tables, assets.addresses, digests[TEMPLATE]), sources)
        self._finish(answers)
        return self.built

    def _stale(self, answers: Answers, names: Sequence[PageName]) -> list[tuple[PageName, str]]:
        """Give the pages to plan anew: new ones, those whose answers are others now, those that were spoilt.

        With each goes the key of its file, if the file may stay should the key turn out to be the same.
        """
        changed = answers.changed(self.memo.answers)
        stale = []
        wanted: set[str] = set()
        for name in names:
            path = output_path(name.url)
            if path in wanted:
                raise ValueError(f"two pages want the file {path}")
            wanted.add(path)
            self.built.pages[name.kind] += 1
            asked = self.memo.pages.get(path)
            is_intact = asked is not None and path in self.intact and self.intact.issuperset(asked.beside)
            if asked and is_intact and changed.isdisjoint(asked.questions):
                self._keep(path, asked)
            else:
                stale.append((name, self.memo.files[path].key if is_intact else ""))
        return stale

    def _keep(self, path: str, asked: Asked) -> None:
        self.pages[path] = asked
        for one in (path, *asked.beside):
            self.made[one] = self.memo.files[one]

    def _press(self, frame: Frame, constants: str, sources: Mapping[str, str], digests: Mapping[str, str]) -> Press:
        folders = self.folders
        compiled = folders.compiled / self.store.version
        if not compiled.is_dir():
            shutil.rmtree(folders.compiled, ignore_errors=True)  # what other versions of the program have compiled
        return Press(
            content=folders.content,
            sources=sources,
            compiled=compiled,
            digests=digests,
            frame=frame,
            name_index=self.name_index,
            constants=constants,
            root=self._site().folder,
            build=f"{os.getpid()} {time.time_ns()}",
            cache=folders.cache,
        )

    def _make(self, stale: Sequence[tuple[PageName, str]], press: Press, catalogue: Catalogue) -> None:
        keep_at_hand(press.build, catalogue)
        if may_leave(len(stale)):
            lay_down(catalogue, press.cache)
            with phase("Dịch mẫu trang", len(press.digests)) as advance:
                list(map_chunks(partial(compile_templates, press), list(press.digests), advance))
        files = Files()
        documents: dict[str, bytes] = {}
        with phase("Dựng trang", len(stale)) as advance:
            pages = map_chunks(partial(make_pages, press), stale, advance)
            for (name, _), page in zip(stale, pages, strict=True):
                questions = tuple(self.asked.setdefault(one, one) for one in page.questions)
                if page.made is None:
                    self._keep(page.path, self.memo.pages[page.path]._replace(questions=questions))
                else:
                    self.built.rendered += 1
                    self.made[page.path] = page.made
                    digest, document = page.indexed or ("", b"")
                    documents |= {name_in_store(digest): document} if digest else {}
                    urls = tuple(sorted(map(output_path, page.files.urls())))
                    self.pages[page.path] = Asked(questions, urls, digest)
                    files.add(page.files)
                count, seconds = self.built.templates.get(name.template, (0, 0.0))
                self.built.templates[name.template] = (count + 1, seconds + page.seconds)
        self.store.put_all(documents)
        self._copy(files.copies)
        self._derive(files.derivatives)
        self._draw(files.shares)

    def _copy(self, copies: Mapping[str, str]) -> None:
        """Publish clean copies of files to download; one at a time, as they may be large."""
        for url, sha256 in copies.items():
            if not self._stays(output_path(url), sha256):
                self._put(output_path(url), sha256, self.store.get(f"{COPY} {sha256}"))

    def _derive(self, derivatives: Mapping[str, Derivative]) -> None:
        """Put the copies of pictures into the site, and make first those that are nowhere yet."""
        darkroom = Darkroom(self.folders.cache)
        wanted = {
            output_path(url): one
            for url, one in derivatives.items()
            if not self._stays(output_path(url), darkroom.key(one))
        }
        self.built.derived = darkroom.develop(wanted.values())
        for path, one in wanted.items():
            self._put(path, darkroom.key(one), darkroom.path(one).read_bytes())

    def _draw(self, shares: Mapping[str, SharePicture]) -> None:
        """Draw pictures for shared links."""
        wanted = [one for url, one in shares.items() if not self._stays(output_path(url), share_key(url))]
        if wanted:
            for one, data in drawn(wanted, self.store, self._site().folder):
                self._put(output_path(one.url), share_key(one.url), data)

    def _stays(self, path: str, key: str) -> bool:
        """Keep a file that lies there as it was made from this key, and say whether there is one."""
        if path in self.intact and self.memo.files[path].key == key:
            self.made[path] = self.memo.files[path]
            return True
        return False

    def _index(self, indexing: Indexing, sources: Mapping[str, str]) -> None:
        """Keep the search index, or make it anew when what is searched has changed."""
        digests = [asked.indexed for asked in self.pages.values() if asked.indexed]
        key = indexing.key(digests)
        there = {path: made for path, made in self.memo.files.items() if made.key.startswith(MARK)}
        is_current = there and self.intact.issuperset(there) and {made.key for made in there.values()} == {key}
        if is_current or not self.indexes:
            self.made.update((path, made) for path, made in there.items() if path in self.intact)
            return
        with phase("Lập chỉ mục tìm kiếm", len(digests)):
            environment = make_environment(sources, self.folders.compiled / self.store.version)
            for url, data in indexing.files(key, digests, environment, self.folders.cache).items():
                self._put(output_path(url), key, data)

    def _put_bytes(self, path: str, data: bytes) -> None:
        """Keep or write a file that is nothing but these bytes."""
        self._put(path, hashlib.sha256(data).hexdigest(), data)

    def _put(self, path: str, key: str, data: bytes) -> None:
        """Keep a file that was made from this key, or write it."""
        if not self._stays(path, key):
            self.made[path] = put(self._site().folder, path, key, data)

    def _site(self) -> NextSite:
        """Give the site that is being made, and note first that the two folders will differ from here on."""
        if self._next is None:
            self.memo.begin()
            self._next = NextSite(self.folders.output, is_alike=self.is_alike)
        return self._next

    def _finish(self, answers: Answers) -> None:
        lines = (f"{made.sha256}  {path}\n" for path, made in sorted(self.made.items()))
        self._put_bytes(MANIFEST, "".join(lines).encode())
        # A file with the same bytes is never written again, so it keeps its time.
        before = self.there.get
        changed = [path for path, made in self.made.items() if before(path) != (made.size, made.modified)]
        gone = [path for path in self.memo.files if path not in self.made]
        foreign = [path for path in self.there if path not in self.made and path not in self.memo.files]
        self.built.changed = len(changed) + len(gone)
        self.built.pictures = sum(made.key.startswith(DERIVATIVE) for made in self.made.values())
        self.built.output = {path: (made.size, made.modified) for path, made in self.made.items()}
        differing = [*changed, *gone, *foreign]
        if self._next is None and not differing:
            return
        site = self._site()
        for path in (*gone, *foreign):
            site.remove(path)
        if differing:
            site.publish(differing)
        planned = sum(count for count, _ in self.built.templates.values())
        known = self.memo.answers if planned < len(self.pages) else {}  # a good moment to forget what nobody asks
        self.memo.finish(self.made, self.pages, answers.after(known, self.asked))
