"""The program that reads the text of one PDF file: from standard input to standard output, bounded as the other."""

from __future__ import annotations

import sys

import pypdfium2

from khuyencong.outputs.attachments.confined import bound

MOST_PAGES = 1_000


def main() -> None:
    """Read, and write the text of each page; what cannot be read gives no text."""
    bound()
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        for number in range(min(len(document), MOST_PAGES)):
            text = document[number].get_textpage().get_text_bounded()
            sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
    except pypdfium2.PdfiumError:
        return


if __name__ == "__main__":
    main()
