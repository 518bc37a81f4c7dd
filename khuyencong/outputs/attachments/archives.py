"""Reads ZIP archives within bounds, and writes them so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from khuyencong.outputs.attachments.refusal import BROKEN, PASSWORD, TOO_LARGE_INSIDE, UNSAFE_NAMES, Refused

MAX_MEMBERS = 4_000
MAX_BYTES_INSIDE = 150_000_000
"""Bytes of all members together; a bomb of a few kilobytes unpacks to gigabytes."""
MAX_XML = 30_000_000
"""Bytes of one part in XML: a table of some hundred thousand cells. Names are looked for in every tag of it."""
_ENCRYPTED = 0x1
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".jpg", ".jpeg", ".png", ".webp", ".mp3", ".zip", ".docx", ".xlsx", ".pdf")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OSError, NotImplementedError, KeyError)


def read_members(data: bytes) -> dict[str, bytes]:
    """Give the content of each member by its name, in the order of the archive.

    Raises:
        Refused: when the archive is broken, encrypted, too large or names files outside itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive)
    except _FAULTS as fault:
        raise Refused(BROKEN) from fault
    except RuntimeError as fault:  # zipfile's way to say that a member is encrypted
        raise Refused(PASSWORD) from fault


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    there = [one for one in archive.infolist() if not one.is_dir()]
    if len(there) > MAX_MEMBERS or sum(one.file_size for one in there) > MAX_BYTES_INSIDE:
        raise Refused(TOO_LARGE_INSIDE)
    left = MAX_BYTES_INSIDE
    for one in there:
        if one.flag_bits & _ENCRYPTED:
            raise Refused(PASSWORD)
        if one.filename in found or not _is_safe(one.filename):
            raise Refused(UNSAFE_NAMES)
        with archive.open(one) as member:
            found[one.filename] = member.read(left + 1)  # what the archive says of its sizes may be a lie
        left -= len(found[one.filename])
        if left < 0 or (one.filename.endswith(".xml") and len(found[one.filename]) > MAX_XML):
            raise Refused(TOO_LARGE_INSIDE)
    return found


def _is_safe(name: str) -> bool:
    is_inside = not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
    return is_inside and not set(name) & {"\\", "\0", ":"}


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Write an archive: no times, no owner, the members in their order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _DAY_ZERO)
            info.create_system = 0
            is_stored = name == "mimetype" or name.lower().endswith(_PACKED_ALREADY)
            info.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return data.getvalue()
