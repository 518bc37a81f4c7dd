"""Write the corpus: `python -m bench.corpus S1 FOLDER`, in our format or in another generator's."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from bench.formats import WRITERS, copy_real
from bench.items import Item, Maker, Size
from bench.places import Real, read_real
from bench.sections import site_data

SEED = 20_250_701
SIZES = {"S1": Size(150, 374, 250), "S2": Size(1_500, 3_740, 2_500), "S3": Size(9_785, 5_000, 5_000)}


class Corpus:
    """One drawn corpus, to be written in any of the formats.

    Arguments:
        size: how many entries of each kind.
        seed: the same seed gives the same bytes.
    """

    def __init__(self, size: Size, seed: int = SEED) -> None:
        self.real: Real = read_real()
        maker = Maker(seed, self.real)
        self.items: list[Item] = maker.items(size)
        self.data = site_data(maker, self.real)

    def write(self, folder: Path, fmt: str = "ours") -> int:
        """Write all content files.

        Arguments:
            folder: the content folder.
            fmt: a key of WRITERS.

        Returns:
            How many files were written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        count, made = 0, set[Path]()
        for name, text in WRITERS[fmt](self.items, self.real.pages):
            path = folder / name
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            path.write_text(text, encoding="utf-8", newline="\n")
            count += 1
        if fmt == "ours":
            copy_real(folder)
        return count

    def write_data(self, path: Path) -> None:
        """Write what the others' templates read besides the content."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.data, ensure_ascii=False, indent=1), encoding="utf-8")


def size_of(text: str) -> Size:
    """Read `S1`, or three numbers: `15+37+25` establishments, products and news."""
    if text in SIZES:
        return SIZES[text]
    numbers = [int(part) for part in text.split("+")]
    if len(numbers) != 3:
        raise argparse.ArgumentTypeError(f"{text}: neither one of {', '.join(SIZES)} nor three numbers")
    return Size(*numbers)


def main() -> int:
    """Write one corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=size_of, help="S1, S2, S3 or establishments+products+news")
    parser.add_argument("folder", type=Path, help="where to write; it must not exist")
    parser.add_argument("--format", choices=sorted(WRITERS), default="ours")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    started = time.perf_counter()
    if chosen.folder.exists():
        print(f"{chosen.folder} is there already; remove it first.")
        return 1
    count = Corpus(chosen.size, chosen.seed).write(chosen.folder, chosen.format)
    print(f"{count} files in {time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
