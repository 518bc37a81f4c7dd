"""What the site says of a file to download, and the name under which it is published."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from slugify import slugify


class AttachmentFacts(NamedTuple):
    """What the attachments box shows of a file; all of it is of the published copy.

    Arguments:
        size: its size in bytes.
        sha256: the hash of its bytes, for readers who check what they have downloaded.
        pages: how many pages it has; 0 where the file does not say.
        sheets: how many sheets a table has; 0 for anything else.
        is_signed: whether it carries a digital signature, and so is published byte for byte.
    """

    size: int
    sha256: str
    pages: int = 0
    sheets: int = 0
    is_signed: bool = False


def published_name(name: str) -> str:
    """Give the ASCII name under which a file lies beside its page.

    Arguments:
        name: its name beside the content file, perhaps in a folder below.
    """
    path = PurePosixPath(name)
    return f"{slugify(path.stem) or 'tep'}{path.suffix.lower()}"
