"""Prints one issue in every form into a folder, with a page that shows its pages beside what is wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khuyencong.build.darkroom import Darkroom
from khuyencong.build.ebook import Bindery
from khuyencong.build.ebooks import book_templates
from khuyencong.build.folders import Folders
from khuyencong.build.manuscript import Gathering, Manuscript
from khuyencong.build.press import page_count
from khuyencong.build.printing import DUTIES, OVERSIZED
from khuyencong.build.progress import phase
from khuyencong.build.radio import script_of
from khuyencong.build.templating import make_environment
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.duties import lint, read_duties
from khuyencong.model.edition import edition_name
from khuyencong.model.printed import print_facts
from khuyencong.outputs.printing.bulletin import TEMPLATE, Setting
from khuyencong.outputs.printing.issue import SetIssue, draw_cover, set_issue
from khuyencong.outputs.printing.marks import with_marks
from khuyencong.outputs.printing.typesetting import draw_pages
from khuyencong.outputs.radio_text import radio_text

PREVIEW = "xem-thu.html"
STYLE = "xem-thu.css"
PREVIEW_DOTS = 80
"""How fine the pages of the preview are, in dots per inch."""


@dataclass(frozen=True, slots=True)
class Form:
    """One file of an issue.

    Arguments:
        label: what it is for.
        file: its name in the folder.
        size: in bytes.
        pages: how many pages it has; 0 for an e-book and for a text.
    """

    label: str
    file: str
    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What the template of the preview sees.

    Arguments:
        title: the issue's title.
        forms: its files.
        pages: the names of the pictures of its pages, in order.
        remarks: what the press rules say of it.
    """

    title: str
    forms: tuple[Form, ...]
    pages: tuple[str, ...]
    remarks: tuple[str, ...]


class Proofs:
    """Prints one issue.

    Arguments:
        issue: the issue.
        catalogue: all entries.
        folders: where content, theme and cache lie.
        target: the folder to print into; what an earlier run left there is taken away.
    """

    def __init__(self, issue: Bulletin, catalogue: Catalogue, folders: Folders, target: Path) -> None:
        """Name the files."""
        self.issue = issue
        self.catalogue = catalogue
        self.folders = folders
        self.target = target
        self.templates = folders.theme / "print"
        self.name = edition_name(catalogue.site.bulletin.name, issue.slug)

    def make(self) -> Path:
        """Make all forms and the preview, and give the preview's file.

        Raises:
            PrintError: when typst refuses the issue.
        """
        shutil.rmtree(self.target, ignore_errors=True)
        self.target.mkdir(parents=True)
        paper = self.catalogue.site.bulletin.paper
        with phase("Dựng các bản", 6) as advance:
            screen, shown = self._printed("Bản xem trên màn hình", "", Setting(paper))
            advance(1)
            colour, _ = self._printed("Bản cho nhà in, màu", "-nha-in", Setting(paper, bleed=True))
            advance(1)
            grey, _ = self._printed("Bản cho nhà in, đen trắng", "-nha-in-xam", Setting(paper, bleed=True, grey=True))
            advance(1)
            book = self._book(shown)
            advance(1)
            spoken = self._spoken()
            advance(1)
            preview = self._preview((screen, colour, grey, book, spoken), shown)
            advance(1)
        return preview

    def _printed(self, label: str, ending: str, setting: Setting) -> tuple[Form, tuple[Manuscript, SetIssue]]:
        folders = self.folders
        one = Gathering(self.issue, self.catalogue, folders.content, folders.theme, setting).manuscript()
        issue = set_issue(self.templates, one.data, one.pictures, one.day)
        pdf = with_marks(issue.pdf) if setting.bleed else issue.pdf
        return self._written(label, f"{self.name}{ending}.pdf", pdf, page_count(pdf)), (one, issue)

    def _book(self, shown: tuple[Manuscript, SetIssue]) -> Form:
        manuscript, issue = shown
        cover = draw_cover(self.templates, issue, manuscript.pictures)[-1][3]
        sources = book_templates(self.folders.templates)
        environment = make_environment(sources, self.folders.compiled / "proofs")
        bindery = Bindery(self.folders.content, environment, Darkroom(self.folders.cache))
        data = bindery.bind(self.issue, self.catalogue, cover)
        return self._written("Sách điện tử", f"{self.name}.epub", data, 0)

    def _spoken(self) -> Form:
        script = script_of(self.issue, self.catalogue, self.folders.content)
        return self._written("Bản đọc phát thanh", f"{self.name}-phat-thanh.txt", radio_text(script), 0)

    def _written(self, label: str, file: str, data: bytes, pages: int) -> Form:
        (self.target / file).write_bytes(data)
        return Form(label, file, len(data), pages)

    def _preview(self, forms: tuple[Form, ...], shown: tuple[Manuscript, SetIssue]) -> Path:
        manuscript, issue = shown
        pages = draw_pages(self.templates, TEMPLATE, issue.data, manuscript.pictures, dots_per_inch=PREVIEW_DOTS)
        names = tuple(f"trang-{number:02d}.png" for number in range(1, len(pages) + 1))
        for name, data in zip(names, pages, strict=True):
            (self.target / name).write_bytes(data)
        view = Preview(self.issue.title, forms, names, tuple(self._remarks(manuscript, issue, len(pages))))
        source = (self.templates / "preview.html").read_text(encoding="utf-8")
        environment = make_environment({PREVIEW: source}, self.folders.compiled / "proofs")
        shutil.copyfile(self.templates / "preview.css", self.target / STYLE)
        path = self.target / PREVIEW
        path.write_text(environment.get_template(PREVIEW).render(view=view, style=STYLE), encoding="utf-8")
        return path

    def _remarks(self, manuscript: Manuscript, shown: SetIssue, pages: int) -> Iterator[str]:
        facts = print_facts(manuscript.issue, pages, self.catalogue.site.bulletin.paper, manuscript.words)
        titles = {one.slug: one.title for one in manuscript.issue.articles()}
        for slug, why in shown.oversized:
            yield f"{titles[slug]}: {OVERSIZED[why]}."
        for finding in lint(facts, read_duties(DUTIES.read_text(encoding="utf-8"))):
            yield f"{titles[finding.about]}: {finding.message}" if finding.about else finding.message
