"""Times the printing of leaflets: a brochure of 374 products, and profile sheets of all establishments.

Part of `make bench-print`. Reading the content is not timed.
"""

from __future__ import annotations

import datetime as dt
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from khuyencong.build.leaflets import Workshop, set_brochure, set_profiles
from khuyencong.model.brochure_choice import Choice
from khuyencong.model.establishment import Establishment
from khuyencong.model.product import Product
from khuyencong.model.tree import read_tree

ROOT = Path(__file__).resolve().parents[1]
PRODUCTS = 374
"""Products of the brochure; the real content has fewer, so some of its files are laid down twice."""
ROUNDS = 3
TODAY = dt.date(2026, 11, 27)


def main() -> None:
    """Print what each leaflet takes; the median of some rounds."""
    with tempfile.TemporaryDirectory() as name:
        workshop = _workshop(Path(name) / "content")
        catalogue = workshop.catalogue
        establishments = catalogue.all(Establishment)
        count = len(catalogue.all(Product))
        _time(f"brochure of {count} products", lambda: set_brochure(Choice(), "190x270", workshop))
        _time(f"{len(establishments)} profile sheets", lambda: set_profiles(establishments, workshop))


def _workshop(content: Path) -> Workshop:
    shutil.copytree(ROOT / "content", content)
    products = sorted((content / "products").glob("*.md"))
    for path in products[: max(0, PRODUCTS - len(products))]:
        shutil.copyfile(path, path.with_name(f"{path.stem}-hai.md"))
    catalogue = read_tree(content, TODAY).catalogue
    if catalogue is None:
        raise ValueError("the content has problems")
    return Workshop(catalogue, content, ROOT / "themes" / "khuyencong", TODAY)


def _time(what: str, make: Callable[[], bytes]) -> None:
    clocks, processors, size = [], [], 0
    for _ in range(ROUNDS):
        clock, processor = time.perf_counter(), time.process_time()
        size = len(make())
        clocks.append(time.perf_counter() - clock)
        processors.append(time.process_time() - processor)
    seconds, of_processor = statistics.median(clocks), statistics.median(processors)
    print(f"{what}: {seconds:.2f} s, {of_processor:.2f} s of processor, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
