"""The program that opens one PDF file: from standard input, bounded in time and memory, to standard output.

It writes a line, and behind it the clean copy. The line holds the number of pages and `signed` or `clean`, or why the
file is refused.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from khuyencong.outputs.attachments.confined import bound
from khuyencong.outputs.attachments.photos import without_metadata

PRIVATE = ("/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/SpiderInfo", "/Author", "/CreatorInfo", "/User")
"""What programs and people leave behind: XMP, data of the program that made the file, previews, times, and who wrote
an article, made a layer or is meant to see it."""
RUNNING = ("/AA", "/JavaScript", "/XFA")
"""Actions that run by themselves, scripts, and forms that are programs."""
RUNNING_ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute", "/GoToE", "/Rendition")
LEADING_OUT = ("/SubmitForm", "/GoToR")
"""Actions that send what readers fill in to anybody, or lead to a file on somebody's disk."""
_TO_READERS = re.compile(rb"(?:https?|mailto|tel):|[^:]*$", re.IGNORECASE)
PHOTOS = ("/DCTDecode", "/DCT", "/JPXDecode")
"""How photos are packed: JPEG, its short name, JPEG 2000."""
OF_REMARKS = ("/T", "/M", "/CreationDate", "/NM", "/RC")
"""What an annotation says of its author. Of a form's field, `/T` is the name."""
NOT_REMARKS = ("/Widget", "/Link")
NUMBERS = ("/W", "/Widths", "/W2", "/Differences", "/Matrix", "/BBox", "/FontBBox", "/Decode", "/Kids")
"""Long lists of numbers or of objects that are looked at by themselves."""


_COMPOUND = pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array


class Packed(Exception):  # noqa: N818 - as Refused
    """Raised when the file holds other files."""


def main() -> None:
    """Read, clean, write."""
    bound()
    data = sys.stdin.buffer.read()
    try:
        line, clean = cleaned(data)
    except pikepdf.PasswordError:
        line, clean = "password", b""
    except Packed:
        line, clean = "packed", b""
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError, RuntimeError, AttributeError):
        line, clean = "broken", b""
    sys.stdout.buffer.write(f"{line}\n".encode() + clean)


def cleaned(data: bytes) -> tuple[str, bytes]:
    """Clean a file; see the head of this module for what is given back."""
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        pages = len(pdf.pages)
        if not pages:
            return "empty", b""
        objects = [one for one in pdf.objects if isinstance(one, _COMPOUND)]
        if any("/EF" in one or one.get("/Subtype") == "/FileAttachment" for one in _all_of(objects)):
            raise Packed
        if any(_is_signature(one) for one in _all_of(objects)):
            runs = any(one.get("/S") in RUNNING_ACTIONS for one in _all_of(objects))
            return "script" if runs else f"{pages} signed", b""
        title = str(pdf.docinfo.get("/Title", ""))
        del pdf.docinfo
        for one in _all_of(objects):
            _scrub(one)
        _scrub_trailer(pdf, title)
        copy = io.BytesIO()
        # Streams are copied as they are, so that none is unpacked: a bomb stays folded.
        pdf.save(
            copy,
            deterministic_id=True,
            fix_metadata_version=False,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            encryption=False,
        )
    return f"{pages} clean", copy.getvalue()


def _all_of(objects: Iterable[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    """Yield each dictionary, those within others too."""
    waiting: list[pikepdf.Object] = list(objects)
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            inside = list(one)
        else:
            yield one
            inside = [one[key] for key in one.keys() if key in one and key not in NUMBERS]  # noqa: SIM118 - no mapping
        parts = [part for part in inside if isinstance(part, _COMPOUND)]
        waiting += [part for part in parts if not part.is_indirect]


def _is_signature(one: pikepdf.Object) -> bool:
    return "/ByteRange" in one and "/Contents" in one


def _scrub(one: pikepdf.Object) -> None:
    for key in (*PRIVATE, *RUNNING):
        if key in one:
            del one[key]
    if one.get("/S") in (*RUNNING_ACTIONS, *LEADING_OUT) or not _is_for_readers(one):
        for key in list(one.keys()):
            del one[key]
        one["/S"] = pikepdf.Name("/GoTo")
    if "/Subtype" in one and "/Rect" in one and one.get("/Subtype") not in NOT_REMARKS:
        for key in OF_REMARKS:
            if key in one:
                del one[key]
    if isinstance(one, pikepdf.Stream):
        _scrub_photo(one)


def _is_for_readers(action: pikepdf.Object) -> bool:
    """Whether a link leads where readers can follow: not to a script, nor to a disk."""
    return action.get("/S") != "/URI" or bool(_TO_READERS.match(bytes(action.get("/URI", pikepdf.String("")))))


def _scrub_photo(stream: pikepdf.Stream) -> None:
    """Take the camera's data out of a photo, which may be packed once more in other ways."""
    filters, settings = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
    if not filters or filters[-1] not in PHOTOS:
        return
    outer = filters[:-1]
    if outer:
        stream["/Filter"] = pikepdf.Array(outer)
        stream["/DecodeParms"] = pikepdf.Array(settings[: len(outer)])
        photo = stream.read_bytes()
    else:
        photo = stream.read_raw_bytes()
    own = settings[len(outer)] if len(settings) > len(outer) else None
    stream.write(
        without_metadata(photo),
        filter=pikepdf.Name(str(filters[-1])),
        decode_parms=own if isinstance(own, pikepdf.Dictionary) else None,
    )


def _listed(value: pikepdf.Object | None) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _scrub_trailer(pdf: pikepdf.Pdf, title: str) -> None:
    if title:
        pdf.docinfo["/Title"] = title
    action = pdf.Root.get("/OpenAction")
    if isinstance(action, pikepdf.Dictionary) and "/D" not in action:
        del pdf.Root["/OpenAction"]


if __name__ == "__main__":
    main()
