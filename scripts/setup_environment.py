"""Make a virtual environment and install a hash-locked requirements file into it.

Runs on a bare Python 3.11 or later, before anything is installed, so it imports nothing but the standard library.
pip comes from the wheel in scripts/vendor/, because Debian's Python has neither pip nor ensurepip.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 11)
PIP = Path(__file__).resolve().parent / "vendor" / "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def main(folder: Path, requirements: Path) -> int:
    """Make the environment when it is missing, then install what the file locks.

    Arguments:
        folder: where the environment is or will be.
        requirements: the hash-locked file.

    Returns:
        0, or the exit status of what failed.
    """
    if sys.version_info < OLDEST:
        print(f"Python {'.'.join(map(str, OLDEST))} or later is needed; this is {sys.version.split()[0]}.")
        print("Name another one: make html PYTHON=/path/to/python3")
        return 1
    if hashlib.sha256(PIP.read_bytes()).hexdigest() != PIP_SHA256:
        print(f"{PIP} is not the file it should be. Restore it with: git checkout {PIP.name}")
        return 1
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"Making a Python environment in {folder} …", flush=True)
        venv.create(folder, clear=True, symlinks=True)
    print(f"Installing {requirements} into {folder} …", flush=True)
    install = [str(python), str(PIP / "pip"), "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    return subprocess.run([*install, "-r", str(requirements)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
