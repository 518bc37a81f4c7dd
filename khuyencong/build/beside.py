"""The files beside a content file: what a page needs of them, and the addresses they get."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from khuyencong.model.attachment import AttachmentFacts, file_name, named_files, published_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Image
from khuyencong.model.media import beside
from khuyencong.model.media_view import AttachmentView, PictureView, ShareView
from khuyencong.model.pictures.slots import CARD, COLUMN, TILE, Slot
from khuyencong.model.pictures.verdict import Facts
from khuyencong.model.row import Row
from khuyencong.model.target import resolve
from khuyencong.outputs.images import Derivative, plan_picture
from khuyencong.outputs.share_pictures import SharePicture, plan_share


@dataclass(slots=True)
class Files:
    """The files that pages need beside them, collected while pages are planned.

    Arguments:
        copies: SHA-256 of the clean copies of files to download, by address.
        derivatives: resized pictures to make, by address.
        shares: pictures for shared links to draw, by address.
    """

    copies: dict[str, str] = field(default_factory=dict)
    derivatives: dict[str, Derivative] = field(default_factory=dict)
    shares: dict[str, SharePicture] = field(default_factory=dict)

    def urls(self) -> Iterator[str]:
        """Yield the addresses of all files that a page needs."""
        yield from (*self.copies, *self.derivatives, *self.shares)

    def add(self, other: Files) -> None:
        """Add the files of another page."""
        self.copies.update(other.copies)
        self.derivatives.update(other.derivatives)
        self.shares.update(other.shares)


@dataclass(frozen=True, slots=True)
class Beside:
    """Finds what one entry names.

    Arguments:
        url: the entry's address.
        path: its content file, relative to the content folder.
        folder: the folder of its content file.
        addresses: address of each entry that it may name by the path of its content file.
        attachments: what is known of each file to download that the entry names.
        pictures: tells what is known of a picture file. Both go by names relative to the content folder.
        files: receives the files that the entry's page needs.
    """

    url: str
    path: str
    folder: Path
    addresses: Mapping[str, str]
    attachments: Mapping[str, AttachmentFacts]
    pictures: Callable[[str], Facts | None]
    files: Files

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
        known = self._attached(path)
        return self._published(path, known) if known else target

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
        facts = self.pictures(file_name(self.path, name))
        if facts is None:
            raise FileNotFoundError(f"{self.path}: {name}")
        view, derivatives = plan_picture(beside(self.folder, name), facts, self.url, alt, slot)
        self.files.derivatives.update({one.url: one for one in derivatives})
        return view

    def attachment(self, name: str, title: str) -> AttachmentView:
        """Give a file to download."""
        facts = self._attached(name)
        if facts is None:
            raise KeyError(name)
        kind = PurePosixPath(name).suffix.lstrip(".").upper()
        return AttachmentView(self._published(name, facts), title, kind, **facts._asdict())

    def _attached(self, name: str) -> AttachmentFacts | None:
        return self.attachments.get(file_name(self.path, name))

    def _published(self, name: str, facts: AttachmentFacts) -> str:
        url = f"{self.url}{published_name(name)}"
        self.files.copies[url] = facts.sha256
        return url

    def share(self, title: str, kicker: str, foot: str, photo: str) -> ShareView:
        """Give the picture for shared links to the entry's page; see `plan_share`."""
        picture = plan_share(self.url, title, kicker, foot, photo)
        self.files.shares[picture.url] = picture
        return picture.view

    def lead_picture(self, image: Image | None, slot: Slot) -> PictureView | None:
        """Give the entry's main picture with its caption and credit; its card elsewhere shows a copy that lies here."""
        if not image:
            return None
        self.picture(image.src, image.alt, CARD)
        picture = self.picture(image.src, image.alt, slot)
        return picture.with_credit(image.caption or "", image.credit or "").as_lead()

    def tile(self, image: Image) -> PictureView:
        """Give a picture of a gallery with its caption and credit."""
        return self.picture(image.src, image.alt, TILE).with_credit(image.caption or "", image.credit or "")


def beside_of(row: Row, catalogue: Catalogue, content: Path) -> Beside:
    """Make the finder of one entry, with the addresses of the content files that its Markdown leads to."""
    written = (unquote(target.address.partition("#")[0]) for target in row.targets)
    paths = (resolve(row.path, one) for one in written if one.endswith(".md") and not one.startswith("/"))
    addresses = {path: catalogue.address(path) for path in paths if path}
    asked = {one.path: catalogue.attachment(one.path) for one in named_files([row])}
    facts = {path: known for path, known in asked.items() if known}
    return Beside(row.url, row.path, (content / row.path).parent, addresses, facts, catalogue.picture, Files())
