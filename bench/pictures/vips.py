"""Makes copies with pyvips, as its documentation says: each width from the file, with shrink-on-load.

Runs in the benchmark's own environment.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyvips

SETTINGS = {
    "jpg": {"Q": 80, "interlace": True, "optimize_coding": True},
    "webp": {"Q": 78, "effort": 4},
    "avif": {"Q": 55},
}


def main(order: Path) -> None:
    """Make what an order names."""
    wanted = json.loads(order.read_text(encoding="utf-8"))
    for photo in map(Path, wanted["photos"]):
        for width in sorted({one for _, _, widths in wanted["copies"] for one in widths}):
            small = pyvips.Image.thumbnail(str(photo), width).copy_memory()
            for ending, _, widths in wanted["copies"]:
                if width in widths:
                    name = f"{wanted['folder']}/{photo.stem}-{width}.{ending}"
                    effort = {"effort": 3 if width <= 960 else 1} if ending == "avif" else {}
                    small.write_to_file(name, strip=True, **SETTINGS[ending], **effort)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
