"""Makes photos of 3000×2000 from those that scikit-image ships: cut, turned and enlarged, with the grain of a sensor.

Runs in the benchmark's own environment. The same number gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

SOURCES = ("astronaut.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "retina.jpg", "rocket.jpg")
SIZE = (3000, 2000)
GRAIN = 3.5
"""Standard deviation of the grain, of 255; about that of a telephone's camera in daylight."""


def photo(number: int) -> Image.Image:
    """Make one photo."""
    chance = np.random.default_rng(number)
    with Image.open(Path(data.data_dir) / SOURCES[number % len(SOURCES)]) as opened:
        source = opened.convert("RGB")
    width = int(min(source.width, source.height * 1.5) * chance.uniform(0.75, 1))
    height = int(width / 1.5)
    left, top = chance.integers(0, source.width - width + 1), chance.integers(0, source.height - height + 1)
    cut = source.crop((left, top, left + width, top + height)).resize(SIZE, Image.Resampling.LANCZOS)
    if chance.random() < 0.5:
        cut = cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    grain = chance.normal(0, GRAIN, (SIZE[1], SIZE[0], 1)) + chance.normal(0, GRAIN / 2, (SIZE[1], SIZE[0], 3))
    return Image.fromarray(np.clip(np.asarray(cut) + grain, 0, 255).astype(np.uint8))


def main(folder: Path, count: int) -> None:
    """Make photos into a folder, those that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"anh-{number:03d}.jpg"
        if not path.exists():
            photo(number).save(path, quality=92, subsampling=2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
