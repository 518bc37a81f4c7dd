"""One build from beginning to end: the gate, and only behind it the site."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from sqlite3 import DatabaseError

from khuyencong.build.ebooks import Ebooks
from khuyencong.build.folders import Folders
from khuyencong.build.printing import Printing
from khuyencong.build.progress import Phases, phase, say
from khuyencong.build.reading import read_content
from khuyencong.build.redirecting import clashes
from khuyencong.build.site import Built, SiteBuild
from khuyencong.build.store import Store, StoreError, only_one_build, program_version
from khuyencong.build.summary import Summary, print_profile, print_summary, wants_profile
from khuyencong.build.workers import workers
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.problem import Problem
from khuyencong.model.vietnamese import number

GARBAGE = 2_000_000
"""New objects after which Python looks through all of them for garbage. An index of a large site alone has half a
million objects that stay, and Python would look through them again and again."""


class ContentError(Exception):
    """Raised by the gate when content has problems; they are printed before.

    Arguments:
        problems: what is wrong, one text for each.
        message: the closing line.
    """

    def __init__(self, problems: list[str], message: str) -> None:
        """Keep the problems for whoever shows them elsewhere."""
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Job:
    """What to build.

    Arguments:
        folders: where to read and write.
        today: the day of the build.
        name_index: whether addresses of folders end in `index.html`.
        is_edit: see `SiteBuild`.
        indexes: see `SiteBuild`.
        prints: whether issues on paper are brought up to their articles too, see `Printing`.
        version: the version of the program, when that is known already.
        url: the address at which the site will lie, where it is another than `content/site.yaml` says.
        started: when the build began, on the clock of `time.monotonic`.
    """

    folders: Folders
    today: dt.date
    name_index: bool
    is_edit: bool = False
    indexes: bool = True
    prints: bool = True
    version: str = ""
    url: str = ""
    started: float = field(default_factory=time.monotonic)


def build_site(job: Job) -> Built:
    """Check the content, and bring the site up to it.

    Raises:
        ContentError: when the content has problems; nothing has been written to the site then.
    """
    cache = job.folders.cache
    gc.set_threshold(GARBAGE)
    with only_one_build(cache, say), workers(), Phases(job.started) as phases:
        try:
            built = _build(job)
        except (StoreError, DatabaseError):
            say("Bộ nhớ đệm bị hỏng, nên phải đọc lại mọi tệp.")
            for path in cache.glob("store.sqlite*"):
                path.unlink(missing_ok=True)
            built = _build(job)
        if wants_profile():
            print_profile(phases, built.templates)
    return built


def _build(job: Job) -> Built:
    store = Store(job.folders.cache, job.version or program_version())
    try:
        with phase("Đọc và kiểm tra nội dung"):
            catalogue, remarks = _gate(job, store)
        with phase("Dựng trang web"):
            build = SiteBuild(job.folders, store, name_index=job.name_index, is_edit=job.is_edit, indexes=job.indexes)
            built = build.run(catalogue)
        built.remarks = list(map(str, remarks))
        return built
    finally:
        store.close()


def _gate(job: Job, store: Store) -> tuple[Catalogue, list[Problem]]:
    tree = read_content(job.folders.content, job.today, store, job.folders.cache)
    if tree.catalogue:
        tree.problems = sorted({*tree.problems, *clashes(tree.catalogue)})
    if tree.problems or tree.catalogue is None:
        raise _refused(tree.problems)
    if job.url:  # before anything is made that shows the address: QR codes on paper too
        tree.catalogue.site = tree.catalogue.site.model_copy(update={"url": job.url})
    problems, remarks = Printing(job.folders, store, anew=job.prints).add(tree.catalogue)
    if problems:
        raise _refused(problems)
    Ebooks(job.folders, store).add(tree.catalogue)
    return tree.catalogue, [*tree.remarks, *remarks]


def _refused(found: Iterable[Problem]) -> ContentError:
    """Print all problems, and give the error that stops the build."""
    problems = list(map(str, found))
    message = f"Có {number(len(problems))} lỗi trong nội dung. Chưa ghi gì vào trang; trang cũ còn nguyên."
    say("\n".join([*problems, message]))
    return ContentError(problems, message)


def report(job: Job, built: Built, warnings: int) -> None:
    """Print what was built.

    Arguments:
        job: what was to be built.
        built: what the build did.
        warnings: how many warnings Pelican gave.
    """
    # What is published goes on from here to another folder, and is not for looking at.
    output = job.folders.output if job.name_index else None
    print_summary(Summary(built, time.monotonic() - job.started, warnings, output))
