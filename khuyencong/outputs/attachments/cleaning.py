"""Makes the published copy of a file to download, by the ending of its name."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import NamedTuple

from khuyencong.model.attachment import AttachmentFacts
from khuyencong.outputs.attachments.archives import read_members, write_members
from khuyencong.outputs.attachments.office import clean_office
from khuyencong.outputs.attachments.open_document import clean_open_document
from khuyencong.outputs.attachments.pdf import clean_pdf
from khuyencong.outputs.attachments.photos import without_metadata
from khuyencong.outputs.attachments.refusal import NOT_UTF8, Refused, kind_of, wrong_kind
from khuyencong.outputs.attachments.sounds import clean_sound


class Cleaned(NamedTuple):
    """A file as it is published.

    Arguments:
        data: its bytes.
        pages: how many pages it has; 0 where the file does not say.
        sheets: how many sheets it has.
        is_signed: whether it carries a digital signature.
    """

    data: bytes
    pages: int = 0
    sheets: int = 0
    is_signed: bool = False

    @property
    def facts(self) -> AttachmentFacts:
        """What the page says of it."""
        digest = hashlib.sha256(self.data).hexdigest()
        return AttachmentFacts(len(self.data), digest, self.pages, self.sheets, self.is_signed)


def clean(name: str, data: bytes) -> Cleaned:
    """Make the published copy of a file: the same bytes each time, and nothing of who made it.

    Arguments:
        name: its name, whose ending says what it should be.
        data: its content.

    Raises:
        Refused: when it may not be published.
    """
    ending = PurePosixPath(name).suffix.lower()
    match ending:
        case ".pdf":
            return Cleaned(*clean_pdf(data))
        case ".docx" | ".xlsx":
            return Cleaned(*clean_office(data, ending))
        case ".odt" | ".ods":
            return Cleaned(*clean_open_document(data, ending))
        case ".mp3":
            return Cleaned(clean_sound(data))
        case ".zip":
            return Cleaned(_clean_archive(data))
        case _:
            return Cleaned(_plain_table(data, ending))


def _plain_table(data: bytes, ending: str) -> bytes:
    """Give a table in plain text (CSV), which says nothing of its author."""
    if kind_of(data) != "loại khác":
        raise wrong_kind(ending, data)
    try:
        if "\0" in data.decode():
            raise wrong_kind(ending, data)
    except UnicodeDecodeError as error:
        raise Refused(NOT_UTF8) from error
    return data


PICTURES = (".jpg", ".jpeg", ".png")
LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What Windows and macOS put into archives unasked; the names of users are in them, and nothing for readers."""


def _clean_archive(data: bytes) -> bytes:
    """Clean each file of an archive; what the site would not publish by itself, it does not publish in an archive."""
    if not data.startswith(b"PK\x03\x04"):
        raise wrong_kind(".zip", data)
    meant = {
        name: member
        for name, member in read_members(data).items()
        if not set(PurePosixPath(name).parts) & set(LEFT_BY_SYSTEMS)
    }
    return write_members({name: _clean_member(name, member) for name, member in meant.items()})


CLEANED_IN_ARCHIVES = (".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".mp3")


def _clean_member(name: str, member: bytes) -> bytes:
    ending = PurePosixPath(name).suffix.lower()
    if ending in PICTURES:
        clean_picture = without_metadata(member)
        if not kind_of(clean_picture).startswith("ảnh"):
            raise Refused(f'có tệp "{name[:100]}" bên trong không phải ảnh. Hãy chép lại đúng tệp.')
        return clean_picture
    if ending not in CLEANED_IN_ARCHIVES:
        allowed = ", ".join((*CLEANED_IN_ARCHIVES, *PICTURES))
        raise Refused(f'có tệp "{name[:100]}" bên trong không đăng được. Trong tệp nén chỉ để: {allowed}.')
    try:
        return clean(name, member).data
    except Refused as refused:
        raise Refused(f'có tệp "{name[:100]}" bên trong {refused}') from refused
