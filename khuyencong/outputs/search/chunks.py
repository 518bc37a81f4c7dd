"""Cuts Pagefind's word index into smaller files, so that a query fetches little.

Pagefind 1.5 puts about twenty thousand places of words into one file, some 70 KB packed, and has no setting for it.
A reader needs one file for each syllable typed; of 6 KB they cost less than the program that reads them.

The files are CBOR (RFC 8949) behind a mark, packed with gzip. An index is a list with one member, the list of words;
each word is a list that begins with the word itself. `pf_meta` is a list whose third member names the files: first
word, last word, hash.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping

MARK = b"pagefind_dcd"
SMALLEST = 14_000
"""Bytes of words in one file before packing; packed they are half as many."""
MOST_FILES = 1_000
"""How many files there may be, about: every reader fetches the list of them."""
_TEXT, _LIST = 3, 4
_CHUNKS = 2


def cut_smaller(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of an index with its words in smaller files.

    Arguments:
        files: what Pagefind made, by name.
    """
    indexes = sorted(name for name in files if name.endswith(".pf_index"))
    words = sorted((word for name in indexes for word in _words(_unpacked(files[name]))), key=_first_text)
    named = [(name, data) for name, data in files.items() if name not in indexes]
    chunks: list[tuple[str, str, str]] = []
    for chunk in _chunked(words):
        data = MARK + _head(_LIST, 1) + _head(_LIST, len(chunk)) + b"".join(chunk)
        key = f"vi_{hashlib.sha256(data).hexdigest()[:7]}"
        chunks.append((_first_text(chunk[0]), _first_text(chunk[-1]), key))
        named.append((f"index/{key}.pf_index", _packed(data)))
    return {name: _with_chunks(data, chunks) if name.endswith(".pf_meta") else data for name, data in named}


def _chunked(words: list[bytes]) -> Iterator[list[bytes]]:
    """Group words in their order into chunks of about equal size."""
    largest = max(SMALLEST, sum(map(len, words)) // MOST_FILES)
    chunk: list[bytes] = []
    size = 0
    for word in words:
        if chunk and size + len(word) > largest:
            yield chunk
            chunk, size = [], 0
        chunk.append(word)
        size += len(word)
    if chunk:
        yield chunk


def _with_chunks(meta: bytes, chunks: list[tuple[str, str, str]]) -> bytes:
    """Let `pf_meta` name these files."""
    data = _unpacked(meta)
    parts = list(_members(data, len(MARK)))
    listed = _head(_LIST, len(chunks)) + b"".join(
        _head(_LIST, len(chunk)) + b"".join(map(_text, chunk)) for chunk in chunks
    )
    parts[_CHUNKS] = listed
    return _packed(MARK + _head(_LIST, len(parts)) + b"".join(parts))


def _words(data: bytes) -> Iterator[bytes]:
    (words,) = _members(data, len(MARK))
    yield from _members(words, 0)


def _unpacked(data: bytes) -> bytes:
    whole = gzip.decompress(data)
    if not whole.startswith(MARK):
        raise ValueError("Pagefind's files are of another make than the one known here")
    return whole


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _members(data: bytes, start: int) -> Iterator[bytes]:
    """Yield the members of the list that begins at a place."""
    kind, count, place = _read_head(data, start)
    if kind != _LIST:
        raise ValueError("Pagefind's files hold something else than lists")
    for _ in range(count):
        end = _end(data, place)
        yield data[place:end]
        place = end


def _end(data: bytes, place: int) -> int:
    """Find where the value that begins at a place ends."""
    waiting = 1
    while waiting:
        kind, number, place = _read_head(data, place)
        waiting -= 1
        if kind in (2, _TEXT):
            place += number
        elif kind == _LIST:
            waiting += number
        elif kind > _LIST:
            raise ValueError("Pagefind's files hold a kind of value that is not known here")
    return place


def _read_head(data: bytes, place: int) -> tuple[int, int, int]:
    """Read kind and number of a value, and where its content begins."""
    kind, short = data[place] >> 5, data[place] & 31
    place += 1
    if short < 24:
        return kind, short, place
    if short > 27:
        raise ValueError("Pagefind's files hold a list without a length")
    width = 1 << (short - 24)
    return kind, int.from_bytes(data[place : place + width], "big"), place + width


def _first_text(word: bytes) -> str:
    """Give the word that a member of an index is about."""
    _, _, place = _read_head(word, 0)
    _, length, place = _read_head(word, place)
    return word[place : place + length].decode()


def _text(text: str) -> bytes:
    data = text.encode()
    return _head(_TEXT, len(data)) + data


def _head(kind: int, number: int) -> bytes:
    """Write kind and number of a value in the fewest bytes."""
    if number < 24:
        return bytes([kind << 5 | number])
    width = 1 if number < 1 << 8 else 2 if number < 1 << 16 else 4
    return bytes([kind << 5 | 23 + width.bit_length()]) + number.to_bytes(width, "big")
