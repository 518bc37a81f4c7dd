"""Weighs copies, and says how like the photo they are: SSIM of the luma against a lossless Lanczos reduction.

Runs in the benchmark's own environment. SSIM as scikit-image has it: Gaussian weights, sigma 1.5 (Wang et al. 2004).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from skimage.metrics import structural_similarity


def likeness(photo: Image.Image, copy: Path) -> float:
    """Give the SSIM of one copy."""
    with Image.open(copy) as opened:
        luma = np.asarray(opened.convert("L"))
    wanted = np.asarray(photo.resize((luma.shape[1], luma.shape[0]), Image.Resampling.LANCZOS))
    return float(structural_similarity(wanted, luma, gaussian_weights=True, sigma=1.5, use_sample_covariance=False))


def main(photos: Path, copies: Path, count: int) -> None:
    """Print, for each format and width, the mean bytes and the mean SSIM of the first photos."""
    found: dict[str, list[tuple[int, float]]] = {}
    for path in sorted(photos.glob("*.jpg"))[:count]:
        with Image.open(path) as opened:
            photo = opened.convert("L")
        for copy in sorted(copies.glob(f"{path.stem}-*")):
            width, _, ending = copy.name.rpartition("-")[2].partition(".")
            found.setdefault(f"{ending} {width}", []).append((copy.stat().st_size, likeness(photo, copy)))
    means = {name: [float(np.mean(column)) for column in zip(*rows, strict=True)] for name, rows in found.items()}
    print(json.dumps(means))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
