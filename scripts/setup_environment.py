"""Make a virtual environment and install a hash-locked requirements file into it.

Runs on a bare Python 3.11 or later, before anything is installed, so it imports nothing but the standard library.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)


def main(folder: Path, requirements: Path) -> int:
    """Make the environment when it is missing, then install what the file locks.

    Arguments:
        folder: where the environment is or will be.
        requirements: the hash-locked file.

    Returns:
        0, or 1 after a message that says what to install.
    """
    if sys.version_info < OLDEST:
        print(f"Python {'.'.join(map(str, OLDEST))} or later is needed; this is {sys.version.split()[0]}.")
        print("Set another one with: make html PYTHON=/path/to/python3")
        return 1
    python = folder / "bin" / "python"
    if not python.exists() and not make_environment(folder):
        return 1
    print(f"Installing {requirements} into {folder} …", flush=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    return subprocess.run([*command, "-r", str(requirements)], check=False).returncode


def make_environment(folder: Path) -> bool:
    """Make an empty environment with pip in it; on Debian that can need one package."""
    print(f"Making a Python environment in {folder} …", flush=True)
    if importlib.util.find_spec("ensurepip") is None and not install_venv_package():
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        print(f"This Python cannot make environments. Run: sudo apt-get install {name}")
        return False
    # A separate process: ensurepip may have been installed a moment ago.
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
    return made.returncode == 0


def install_venv_package() -> bool:
    """Install Debian's part of Python that makes environments, when we are allowed to."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    print(f"Installing {name} …", flush=True)
    for command in ([apt, "update"], [apt, "install", "-y", "--no-install-recommends", name]):
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
