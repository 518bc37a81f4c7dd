"""Makes copies as the build does: `ours` looks at each photo first, as the gate does; `make` makes copies only."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from khuyencong.build.apart import look_at
from khuyencong.model.pictures.inspection import inspect
from khuyencong.outputs.images import Derivative, derive


def main(order: Path, *, looks_apart: bool) -> None:
    """Make what an order names."""
    wanted = json.loads(order.read_text(encoding="utf-8"))
    photos = [Path(path) for path in wanted["photos"]]
    verdicts = look_at(photos) if looks_apart else [inspect(path) for path in photos]
    for photo, verdict in zip(photos, verdicts, strict=True):
        if verdict.facts is None:
            raise ValueError(verdict.problem)
        copies = [
            Derivative(photo, verdict.facts, f"{photo.stem}-{width}.{ending}", width, form)
            for ending, form, widths in wanted["copies"]
            for width in widths
        ]
        for copy, data in derive(copies):
            Path(wanted["folder"], copy.url).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), looks_apart="--apart" in sys.argv)
