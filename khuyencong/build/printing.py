"""Makes the PDF of each bulletin issue at the gate, before any page: what cannot be set is a problem of content."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from khuyencong.build.attached import Values
from khuyencong.build.folders import Folders
from khuyencong.build.manuscript import Gathering, Manuscript
from khuyencong.build.memo import key_of
from khuyencong.build.press import Printed, Sent, Setback, press
from khuyencong.build.progress import phase
from khuyencong.build.remembered import Remembered, hash_of
from khuyencong.build.workers import WORTH_COPIES, map_chunks
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.duties import BulletinDuties, Finding, lint, read_duties
from khuyencong.model.edition import Cover, Edition, Editions, edition_name
from khuyencong.model.index import Question
from khuyencong.model.media_view import PictureView
from khuyencong.model.printed import print_facts
from khuyencong.model.problem import Problem
from khuyencong.model.row import Row
from khuyencong.outputs.printing.bulletin import Setting

FORM = "pdf"
MOST_BYTES = 3_000_000
"""Of a PDF for the screen."""
COARSER = (110, 80)
"""Dots per inch of photos that are tried one after the other where a PDF is too large."""
DUTIES = Path(__file__).resolve().parents[2] / "config" / "duties.yaml"
"""What the law asks; a part of the program, not of the content."""
OPEN_KINDS = ("masthead", "imprint")
"""What may be missing while the site calls itself a model site."""
OVERSIZED = {
    "columns": "bảng có quá nhiều cột, chữ chồng lên nhau. Hãy tách thành hai bảng",
    "row": "bảng có một dòng cao hơn trang in. Hãy tách dòng đó hoặc viết thành đoạn văn",
}
"""What is told of a table that no page has room for."""
ALWAYS_REMARKS = ("advertising",)
"""What a person must judge."""


class Made(NamedTuple):
    """What is kept of an issue that has been printed.

    Arguments:
        pages: pages of the PDF.
        size: its size in bytes.
        sha256: the hash of its bytes.
        covers: format, width, height and hash of each picture of the cover, the narrowest first.
        findings: what the lint said.
    """

    pages: int
    size: int
    sha256: str
    covers: tuple[tuple[str, int, int, str], ...]
    findings: tuple[Finding, ...]


class Printing:
    """Prints all published issues.

    Arguments:
        folders: where content and theme lie.
        values: what earlier builds have made.
        anew: whether an issue that says something new is set anew; if not, its last PDF stands in, as for a preview
            that must not wait for seconds after every change of an article.
    """

    def __init__(self, folders: Folders, values: Values, *, anew: bool = True) -> None:
        """Read the templates' hash and the rules."""
        self.folders = folders
        self.values = values
        self.anew = anew
        self.theme = theme_digest(folders.theme)
        self.rules = DUTIES.read_text(encoding="utf-8")
        self.duties: BulletinDuties = read_duties(self.rules)

    def add(self, catalogue: Catalogue) -> tuple[list[Problem], list[Problem]]:
        """Give the index what pages say of the PDFs, and have them among the values.

        Arguments:
            catalogue: all entries, already checked.

        Returns:
            What is wrong, and what should be looked at.
        """
        rows = catalogue.index.published[Bulletin.type_key]
        memory = Remembered("print", self.values, catalogue, (self.theme, self.rules))
        made = {row.slug: self._known(row.slug, memory) for row in rows}
        problems = self._print([row for row in rows if made[row.slug] is None], made, catalogue, memory)
        remarks: list[Problem] = []
        for row in rows:
            one = made[row.slug]
            if one:
                catalogue.index.editions[row.slug] = _editions(row, one, catalogue.site.bulletin.name)
                for finding in one.findings:
                    is_open = catalogue.site.demo and finding.kind in OPEN_KINDS
                    found = remarks if is_open or finding.kind in ALWAYS_REMARKS else problems
                    found.append(_told(finding, row, catalogue))
        return problems, remarks

    def _known(self, slug: str, memory: Remembered) -> Made | None:
        """Give what was made of an issue from what the content says now, or last where that will do."""
        record = memory.now(slug) or (None if self.anew else memory.last(slug))
        return Made(*record) if record else None

    def _print(
        self, rows: list[Row], made: dict[str, Made | None], catalogue: Catalogue, memory: Remembered
    ) -> list[Problem]:
        gathered = [self._gather(row, catalogue) for row in rows]
        problems: list[Problem] = []
        work = [Sent(self.folders.theme / "print", manuscript) for manuscript, _ in gathered]
        with phase("Dựng bản in", len(work)) as advance:
            printed = map_chunks(press, work, advance, worth=WORTH_COPIES)
            for row, (manuscript, questions), one in zip(rows, gathered, printed, strict=True):
                if isinstance(one, Setback):
                    problems += _problems(one, row, manuscript, catalogue, self.folders.content)
                    continue
                shown = one if len(one.pdf) <= MOST_BYTES else self._lighter(row, catalogue, one)
                made[row.slug] = found = self._held(shown, manuscript)
                files = (shown.pdf, *(cover[3] for cover in shown.covers))
                memory.keep(row.slug, questions, tuple(found), files)
        return problems

    def _held(self, printed: Printed, manuscript: Manuscript) -> Made:
        """Hold an issue against the rules."""
        paper = str(manuscript.data["setting"]["paper"])
        findings = tuple(lint(print_facts(manuscript.issue, printed.pages, paper, manuscript.words), self.duties))
        covers = tuple((*cover[:3], hash_of(cover[3])) for cover in printed.covers)
        return Made(printed.pages, len(printed.pdf), hash_of(printed.pdf), covers, findings)

    def _lighter(self, row: Row, catalogue: Catalogue, heavy: Printed) -> Printed:
        """Set an issue again with coarser photos until it is light enough for a telephone."""
        for dots_per_inch in COARSER:
            manuscript, _ = self._gather(row, catalogue, dots_per_inch)
            (lighter,) = press([Sent(self.folders.theme / "print", manuscript)])
            if isinstance(lighter, Printed) and len(lighter.pdf) < len(heavy.pdf):
                heavy = lighter
            if len(heavy.pdf) <= MOST_BYTES:
                break
        return heavy

    def _gather(self, row: Row, catalogue: Catalogue, dots_per_inch: int = 0) -> tuple[Manuscript, set[Question]]:
        catalogue.asked = set()
        issue = catalogue.get(Bulletin.type_key, row.slug)
        if not isinstance(issue, Bulletin):
            raise KeyError(row.slug)
        setting = Setting(catalogue.site.bulletin.paper)
        folders = self.folders
        gathering = Gathering(issue, catalogue, folders.content, folders.theme, setting, dots_per_inch=dots_per_inch)
        return gathering.manuscript(), catalogue.asked


def theme_digest(theme: Path) -> str:
    """Hash the templates for print and the drawings."""
    files = sorted([*(theme / "print").glob("*.typ"), *(theme / "static" / "art").glob("*.svg")])
    return key_of([(path.name, hash_of(path.read_bytes())) for path in files])


def _editions(row: Row, made: Made, name: str) -> Editions:
    url = f"{row.url}{edition_name(name, row.slug)}.pdf"
    edition = Edition(FORM, url, made.size, made.pages, made.sha256)
    copies = [(f"{row.url}bia-{sha256[:8]}-{width}.{_ending(form)}", sha256) for form, width, _, sha256 in made.covers]
    webp = [
        (address, width) for (address, _), (form, width, *_) in zip(copies, made.covers, strict=True) if form == "WEBP"
    ]
    widest, height = made.covers[-1][1:3]
    plain = [address for address, _ in copies if address.endswith(".jpg")]
    picture = PictureView(
        src=plain[0],
        sources=(("image/webp", ", ".join(f"{address} {width}w" for address, width in webp)),),
        width=widest // 2,
        height=height // 2,
        alt=f"Trang bìa của {row.title}",
        sizes=f"{widest // 2}px",
    )
    return Editions((edition,), Cover(picture, tuple(copies)))


def _ending(form: str) -> str:
    return {"WEBP": "webp", "JPEG": "jpg"}[form]


def _told(finding: Finding, row: Row, catalogue: Catalogue) -> Problem:
    about = catalogue.index.row("news", finding.about) if finding.about else row
    return Problem((about or row).shown, 1, "", f"bản in: {finding.message}")


def _problems(
    setback: Setback, row: Row, manuscript: Manuscript, catalogue: Catalogue, content: Path
) -> Iterable[Problem]:
    """Say of each article that cannot be set where it is and what to do."""
    for slug, message, letters in setback.faults:
        about = (catalogue.index.row("news", slug) if slug else row) or row
        text = (content / about.path).read_text(encoding="utf-8", errors="replace")
        for letter in letters:
            line = text[: text.find(letter)].count("\n") + 1 if letter in text else 1
            told = f'bản in không có ký tự "{letter}" (U+{ord(letter):04X}): phông chữ Be Vietnam Pro thiếu ký tự này.'
            yield Problem(about.shown, line, "", f"{told} Hãy viết cách khác.")
        if message in OVERSIZED:
            yield Problem(about.shown, 1, "", f"bản in: {OVERSIZED[message]}.")
        elif not letters:
            told = f"không dựng được bản in của {row.title}: {message}"
            yield Problem(about.shown, 1, "", f"{told}. Hãy xem lại bài này; nếu không rõ, hãy báo người giữ trang.")
