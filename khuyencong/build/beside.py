"""The files beside a content file: what a page needs of them, and the addresses they get."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from khuyencong.model.entry import Image
from khuyencong.model.media import beside, name_beside
from khuyencong.model.pictures.slots import CARD, COLUMN, Slot
from khuyencong.model.pictures.verdict import Facts
from khuyencong.model.target import resolve
from khuyencong.model.view import AttachmentView, PictureView
from khuyencong.outputs.images import Derivative, attachment_url, plan_picture


@dataclass(slots=True)
class Files:
    """The files that pages need beside them, collected while pages are planned.

    Arguments:
        copies: files to copy, by address.
        derivatives: resized pictures to make, by address.
    """

    copies: dict[str, Path] = field(default_factory=dict)
    derivatives: dict[str, Derivative] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """Finds what one entry names.

    Arguments:
        url: the entry's address.
        path: its content file, relative to the content folder.
        folder: the folder of its content file.
        addresses: address of each entry that it may name by the path of its content file.
        files: receives the files that the entry's page needs.
        facts: tells what is known of a picture file, by its name relative to the content folder.
    """

    url: str
    path: str
    folder: Path
    addresses: Mapping[str, str]
    files: Files
    facts: Callable[[str], Facts | None]

    def collecting(self, files: Files) -> Beside:
        """Give the same finder for a page that collects its files elsewhere."""
        return replace(self, files=files)

    def link(self, target: str) -> str:
        """Turn the target of a link into an address; the gate has seen to it that it leads somewhere."""
        written, mark, rest = target.partition("#")
        path = unquote(written)
        if path.startswith("/"):
            return target
        if path.endswith(".md"):
            other = resolve(self.path, path) or ""
            # What the gate did not see to be a link stays as it is written; the check of the output finds it.
            return f"{self.addresses[other]}{mark}{rest}" if other in self.addresses else target
        return self.attachment(path, "").url

    def shown(self, target: str, alt: str) -> PictureView:
        """Give a picture that the Markdown shows; there, names are written as in addresses."""
        return self.picture(unquote(target), alt)

    def picture(self, name: str, alt: str, slot: Slot = COLUMN) -> PictureView:
        """Give a picture with the copies it needs.

        Arguments:
            name: the name of its file as written, relative to the content file.
            alt: what it shows, in words.
            slot: where the page shows it.

        Raises:
            FileNotFoundError: when there is no such picture; the gate has seen to it that there is.
        """
        facts = self.facts(name_beside(self.path, name))
        if facts is None:
            raise FileNotFoundError(f"{self.path}: {name}")
        view, derivatives = plan_picture(beside(self.folder, name), facts, self.url, alt, slot)
        self.files.derivatives.update({one.url: one for one in derivatives})
        return view

    def attachment(self, name: str, title: str) -> AttachmentView:
        """Give a file to download."""
        path = beside(self.folder, name)
        url = attachment_url(self.url, name)
        self.files.copies[url] = path
        return AttachmentView(url, title, path.suffix.lstrip(".").upper(), path.stat().st_size)

    def lead_picture(self, image: Image | None) -> PictureView | None:
        """Give the entry's main picture with its caption and credit; its card elsewhere shows a copy that lies here."""
        if not image:
            return None
        self.picture(image.src, image.alt, CARD)
        return self.picture(image.src, image.alt).with_credit(image.caption or "", image.credit or "").as_lead()
