"""Make sure that the programs are there which the tests need besides Python: a browser, Java, Node and its packages.

Runs before anything is installed, so it imports nothing but the standard library. It says what it installs,
and nothing when nothing is to be done.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OLDEST_JAVA = 11
SERVERS = "/usr/sbin:/sbin"
OS_RELEASE = Path("/etc/os-release")


@dataclass(frozen=True, slots=True)
class Need:
    """A program that the tests need.

    Arguments:
        name: what people call it.
        packages: the packages of Debian and Ubuntu that bring it.
    """

    name: str
    packages: tuple[str, ...]


BROWSER = Need("Chromium", ("chromium",))
JAVA = Need(f"Java {OLDEST_JAVA} or later", ("default-jre-headless",))
NODE = Need("Node", ("nodejs",))
NPM = Need("npm", ("npm",))
NGINX = Need("nginx", ("nginx-light",))
SSH = Need("OpenSSH's server and client", ("openssh-server", "openssh-client"))
RSYNC = Need("rsync", ("rsync",))
SERVICES = {"nginx-light": "nginx", "openssh-server": "ssh"}
"""Packages that Debian lets run as services as soon as they are there; the tests start programs of their own."""
ATOMIC = Need("libatomic", ("libatomic1",))  # the Node that Playwright brings is linked to it


def main() -> int:
    """Install what is missing.

    Returns:
        0, or 1 after a message that says what to run.
    """
    needs = missing()
    if BROWSER in needs and on_ubuntu():
        needs.remove(BROWSER)
        if not install_browser_of_playwright():
            return 1
    if needs and not install(needs):
        return 1
    return install_node_packages()


def missing() -> list[Need]:
    """Look which programs are not there."""
    has_browser = any(map(shutil.which, BROWSERS)) or bool(browsers_of_playwright())
    has_java = java_version() >= OLDEST_JAVA
    has_atomic = has_library("libatomic.so.1")
    programs = {NODE: shutil.which("node"), NPM: shutil.which("npm"), RSYNC: shutil.which("rsync")}
    programs |= {NGINX: find_server("nginx"), SSH: find_server("sshd") and shutil.which("ssh-keygen")}
    found = {BROWSER: has_browser, JAVA: has_java, **programs, ATOMIC: has_atomic}
    return [need for need, is_there in found.items() if not is_there]


def find_server(name: str) -> str | None:
    """Find a server's program; Debian keeps those where a user's own path may not lead."""
    return shutil.which(name) or shutil.which(name, path=SERVERS)


def has_library(name: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def java_version() -> int:
    """Give the main version of the Java on the path, or 0."""
    java = shutil.which("java")
    if not java:
        return 0
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(version[1]) if version else 0


def on_ubuntu() -> bool:
    """Tell whether this is Ubuntu, whose package `chromium` only calls the snap store."""
    return OS_RELEASE.is_file() and re.search(r"^ID=ubuntu$", OS_RELEASE.read_text(), re.MULTILINE) is not None


def browsers_of_playwright() -> list[Path]:
    """Give the browsers that Playwright has downloaded for this user."""
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return sorted(folder.glob("chromium*/*/*chrom*"))


def install_browser_of_playwright() -> bool:
    """On Ubuntu, let Playwright bring its own Chromium, as the package would need the snap store."""
    print("No Chromium or Chrome on the path. Ubuntu's package needs the snap store; asking Playwright for its own …")
    command = [str(ROOT / ".venv" / "bin" / "playwright"), "install", "--with-deps", "chromium-headless-shell"]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0:
        return True
    print("That failed. Install Chromium or Google Chrome so that one of these is on the path, then run again:")
    print(f"  {', '.join(BROWSERS)}")
    return False


def install(needs: list[Need]) -> bool:
    """Install packages of Debian or Ubuntu, or say which command does it."""
    names = ", ".join(need.name for need in needs)
    apt = [
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        *(one for need in needs for one in need.packages),
    ]
    if not shutil.which("apt-get"):
        print(f"The tests need {names}. Install them, then run again.")
        return False
    allowed = as_root()
    if allowed is None:
        print(f"The tests need {names}. Run this, then run again:")
        print(f"  sudo apt-get update && sudo {' '.join(apt)}")
        return False
    print(f"Installing {names} with apt-get …", flush=True)
    for command in (["apt-get", "update", "-qq"], apt):
        done = subprocess.run([*allowed, *command], stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            print(f"This failed: {' '.join(command)}")
            return False
    keep_from_running([one for need in needs for one in need.packages], allowed)
    return True


def keep_from_running(packages: list[str], allowed: list[str]) -> None:
    """Stop the services that came with packages: this machine asked for programs, not for open ports."""
    services = [SERVICES[one] for one in packages if one in SERVICES]
    if services and shutil.which("systemctl"):
        print(f"Stopping and disabling what was just installed as a service: {', '.join(services)}", flush=True)
        command = [*allowed, "systemctl", "disable", "--now", *services]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def as_root() -> list[str] | None:
    """Give what to put before a command so that it runs as root without asking; nothing when that is not permitted."""
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quietly
    sudo = shutil.which("sudo")
    if not sudo:
        return None
    may = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return [sudo, "-n", *quietly] if may else None


def install_node_packages() -> int:
    """Install what package-lock.json locks, unless that was done before."""
    stamp = ROOT / "node_modules" / ".locked"
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return 0
    print("Installing the Node tools that package-lock.json locks …", flush=True)
    command = ["npm", "ci", "--ignore-scripts", "--loglevel=error", "--no-progress"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False)
    if done.returncode == 0:
        stamp.write_text(digest, encoding="ascii")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
