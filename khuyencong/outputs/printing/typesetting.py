"""Sets documents for print: a template of the theme, data as JSON, pictures; nothing is escaped by hand.

Templates lie in `print/` of the theme; a template reads its data with `json("data.json")` and shows a picture with
`image("pictures/NAME")`. The only typeface is Be Vietnam Pro, whatever the machine has, and the only date is the one
that is given, so the same input gives the same bytes on any machine. The standards are PDF/UA-1 and PDF/A-2a at once,
which typst checks while it writes: a picture without alternative text or a letter that the typeface lacks is refused.
typst is large: import this module where something is set, not where something may have to be.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, cast

import fontpkg_be_vietnam_pro
import typst

ACCESSIBLE = ("ua-1", "a-2a")
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

_NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_POSITION = re.compile(r"(?<=┌─ )\S*?(?P<place>[\w-]+\.typ:\d+:\d+)")


class PrintError(Exception):
    """Raised when a document cannot be set.

    Arguments:
        template: the name of the template.
        message: English: what typst says.
        place: the template, line and column that it names; empty where it names none.
        about: what the document, or the part of it at fault, is about, for instance the path of an article.
    """

    def __init__(self, template: str, message: str, place: str = "", about: str = "") -> None:
        """Keep what a message for staff is made of."""
        super().__init__(f"{template}{f' ({about})' if about else ''}: {message}")
        self.template = template
        self.message = message
        self.place = place
        self.about = about

    @property
    def missing_letters(self) -> str:
        """The letters that the typeface lacks, if it is that."""
        return "".join(dict.fromkeys("".join(_NO_GLYPH.findall(self.message))))


class Typesetter:
    """Sets one template with one set of pictures as often as its data changes: what stays the same is not set again.

    Arguments:
        root: a folder with the templates and the pictures.
        template: the name of a template in it, for instance `bulletin.typ`.
    """

    def __init__(self, root: Path, template: str) -> None:
        """Take what does not change."""
        self.root = root
        self.template = template

    def typeset(
        self, data: Mapping[str, object], *, day: dt.date, standards: Sequence[str] = ACCESSIBLE, about: str = ""
    ) -> bytes:
        """Set a document.

        Arguments:
            data: what the template reads; plain data that JSON can write.
            day: the date that the document bears in its metadata.
            standards: the standards that it must keep, by typst's names.
            about: what a message names when it cannot be set.

        Raises:
            PrintError: when typst refuses it.
        """
        stamp = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
        with self._reading(data, about) as (path, common):
            kept = cast("list[typst.PDFStandard]", list(standards))
            pdf: bytes = typst.compile(path, **common, pdf_standards=kept, timestamp=stamp)
        return pdf

    def draw(self, data: Mapping[str, object], *, dots_per_inch: float) -> list[bytes]:
        """Draw the pages of a document as PNG pictures.

        Arguments:
            data: what the template reads.
            dots_per_inch: how fine.

        Raises:
            PrintError: when typst refuses it.
        """
        with self._reading(data) as (path, common):
            drawn = typst.compile(path, **common, format="png", ppi=dots_per_inch)
        return [bytes(one) for one in drawn] if isinstance(drawn, list) else [bytes(drawn)]

    def ask(self, data: Mapping[str, object], label: str) -> list[Any]:
        """Give the values that a document's template has noted under a label, in the order of its pages.

        Arguments:
            data: what the template reads.
            label: the label, for instance `<fit>`.

        Raises:
            PrintError: when typst refuses it.
        """
        with self._reading(data) as (path, common):
            values: list[Any] = json.loads(typst.query(path, label, field="value", **common))
        return values

    @contextmanager
    def _reading(self, data: Mapping[str, object], about: str = "") -> Iterator[tuple[Path, dict[str, Any]]]:
        """Lay down the data, and turn what typst raises into our error."""
        (self.root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        try:
            yield (
                self.root / self.template,
                {"root": self.root, "font_paths": _fonts(), "ignore_system_fonts": True},
            )
        except RuntimeError as error:  # asking raises this, setting raises TypstError, which is one and says more
            said = _POSITION.sub(lambda one: one["place"], (getattr(error, "diagnostic", "") or str(error)).strip())
            found = _POSITION.search(said)
            raise PrintError(self.template, said, found["place"] if found else "", about) from error


@contextmanager
def typesetter(folder: Path, template: str, pictures: Mapping[str, bytes]) -> Iterator[Typesetter]:
    """Lay templates and pictures into one folder, as typst reads nothing from outside of it, and give what sets them.

    Arguments:
        folder: the folder of the theme's templates for print.
        template: the name of a template in it.
        pictures: the bytes of each picture by the name under which the template shows it.
    """
    with TemporaryDirectory(prefix="print-") as name:
        root = Path(name)
        for one in folder.glob("*.typ"):
            shutil.copyfile(one, root / one.name)
        for picture, content in pictures.items():
            if ".." in PurePosixPath(picture).parts or PurePosixPath(picture).is_absolute():
                raise ValueError(f"a picture must lie below its folder: {picture}")
            path = root / "pictures" / picture
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield Typesetter(root, template)


def typeset(
    folder: Path, template: str, data: Mapping[str, object], pictures: Mapping[str, bytes], *, day: dt.date
) -> bytes:
    """Set a document that is set once; see `typesetter` and `Typesetter.typeset`.

    Arguments:
        folder: the folder of the theme's templates for print.
        template: the name of a template in it.
        data: what the template reads.
        pictures: the bytes of each picture by name.
        day: the date that the document bears in its metadata.

    Raises:
        PrintError: when typst refuses it.
    """
    with typesetter(folder, template, pictures) as setter:
        return setter.typeset(data, day=day)


def draw_pages(
    folder: Path, template: str, data: Mapping[str, object], pictures: Mapping[str, bytes], *, dots_per_inch: float
) -> list[bytes]:
    """Draw the pages of a document that is drawn once; see `typesetter` and `Typesetter.draw`.

    Arguments:
        folder: the folder of the theme's templates for print.
        template: the name of a template in it.
        data: what the template reads.
        pictures: the bytes of each picture by name.
        dots_per_inch: how fine.

    Raises:
        PrintError: when typst refuses it.
    """
    with typesetter(folder, template, pictures) as setter:
        return setter.draw(data, dots_per_inch=dots_per_inch)


@cache
def _fonts() -> typst.Fonts:
    files = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[files])
