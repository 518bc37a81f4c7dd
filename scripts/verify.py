"""Compare a built site with its manifest, and name every file that is missing, changed or foreign."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.manifest import differences  # noqa: E402 - needs the path above


def main(output: Path) -> int:
    """Print the differences.

    Arguments:
        output: the folder of the site.

    Returns:
        1 when there is any difference, otherwise 0.
    """
    found = differences(output)
    for one in found:
        print(one)
    print(f"{len(found)} differences." if found else "Every file is as it was built.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("output")))
