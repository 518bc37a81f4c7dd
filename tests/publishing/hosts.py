"""Hosts on loopback: releases to take there, nginx with the generated configuration, and OpenSSH's server."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from khuyencong.publishing.finishing import SITE, finish
from khuyencong.publishing.nginx import Place, alone
from khuyencong.publishing.packing import pack, texts_of
from khuyencong.publishing.redirects import read_redirects
from khuyencong.publishing.settings import Server
from tests.loopback import HERE, reserved_port

PAGES = 12
PATIENCE = 60
"""Seconds for what takes a few hundredths of one, as the machine may be busy with much else."""
BETWEEN = 0.004
"""Seconds between two pages of a reader, who shares the processor with what is tested."""
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or ""
KEYGEN = shutil.which("ssh-keygen") or ""
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or ""


def make_release(folder: Path, edition: str, *, url: str = "https://khuyencong.example", filler: int = 3_000) -> Path:
    """Make a small site of one edition as `make publish` leaves it: every file says which edition it is of.

    Arguments:
        folder: where to make it.
        edition: eight hexadecimal digits.
        url: the site's address.
        filler: bytes by which every page is longer.
    """
    site = folder / SITE
    sheet = f"giao-dien/site.{edition}.css"
    names = ["index.html", "404.html", "tim-kiem/index.html", *(f"co-so/{one}/index.html" for one in range(PAGES))]
    for name in names:
        text = f'<html data-edition="{edition}"><link href="/{sheet}"><p>{edition * (filler // 8)}</p></html>\n'
        _write(site / name, text.encode())
    _write(site / sheet, f"/* {edition} */".encode() * 40)
    _write(site / "giao-dien" / "chung.00000000.woff2", b"the same in every edition" * 50)
    _write(site / "pagefind" / "pagefind.js", f"// {edition}\n".encode() * 50)
    with ThreadPoolExecutor(1) as executor:
        pack(list(texts_of(site)), folder.parent / "packed", executor, lambda _: None)
    finish(folder, url)
    return folder


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@contextmanager
def nginx(work: Path, place: Place, site: Path | None = None) -> Iterator[int]:
    """Run nginx with the generated configuration; yields its port.

    Arguments:
        work: a folder for its own files.
        place: where the site lies.
        site: the folder whose redirects it answers.
    """
    work.mkdir(parents=True, exist_ok=True)
    moved = read_redirects(site) if site else []
    with reserved_port() as port:
        (work / "nginx.conf").write_text(alone(place, moved, port, str(work)))
        with running_nginx(work / "nginx.conf", port):
            yield port


@contextmanager
def running_nginx(configuration: Path, port: int) -> Iterator[None]:
    """Run nginx with a configuration that lets it listen on a port."""
    with _running([NGINX, "-e", str(configuration.with_name("errors")), "-c", str(configuration)], port):
        yield


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server that has been started listens on its port."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as one:
            if one.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"nobody listens on {port}: {process.args!r}, {process.returncode}")


@contextmanager
def sshd(work: Path, folder: Path) -> Iterator[Server]:
    """Run OpenSSH's server for one key that was made for it; yields the settings of a deploy to it.

    Arguments:
        work: a folder for its keys and settings.
        folder: where releases are to lie.
    """
    work.mkdir(parents=True, mode=0o700)
    for name in ("host", "client"):
        subprocess.run([KEYGEN, "-q", "-t", "ed25519", "-N", "", "-f", str(work / name)], check=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with reserved_port() as port:
        _write_settings(work, port)
        with _running([SSHD, "-D", "-e", "-f", str(work / "sshd_config")], port):
            yield Server("may-chu", f"http://{HERE}", str(folder), ssh_config=str(work / "ssh_config"), wait=PATIENCE)


def _write_settings(work: Path, port: int) -> None:
    """Write the settings of server and client, which know each other's keys."""
    (work / "keys").write_text((work / "client.pub").read_text())
    settings = {
        "Port": port,
        "ListenAddress": HERE,
        "HostKey": work / "host",
        "AuthorizedKeysFile": work / "keys",
        "PidFile": work / "pid",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "PermitRootLogin": "prohibit-password",
        "SetEnv": "SHLVL=1",  # as in a shell within another: bash then leaves the user's own settings alone
        "KexAlgorithms": "curve25519-sha256",  # the usual one keeps secrets from computers to come, and takes longer
    }
    (work / "sshd_config").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    host_key = " ".join((work / "host.pub").read_text().split()[:2])
    (work / "known_hosts").write_text(f"may-chu {host_key}\n")
    (work / "ssh_config").write_text(
        f"Host may-chu\n  HostName {HERE}\n  HostKeyAlias may-chu\n  Port {port}\n  User {getpass.getuser()}\n"
        f"  IdentityFile {work}/client\n  IdentitiesOnly yes\n  UserKnownHostsFile {work}/known_hosts\n"
        "  StrictHostKeyChecking yes\n"
    )


def at_work_in(folder: Path) -> list[str]:
    """List the processes that are in a folder or were told its name."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may have ended meanwhile
            told = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            where = (process / "cwd").readlink()
            if str(folder) in told or where.is_relative_to(folder):
                found.append(told)
    return found


def get(port: int, address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for an address; give the status, the headers and the body."""
    connection = HTTPConnection(HERE, port, timeout=PATIENCE)
    connection.request("GET", address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


@dataclass(slots=True)
class Watched:
    """What a reader saw.

    Arguments:
        answers: how many answers the reader got.
        faults: every answer that was not a whole file of one edition.
        editions: the editions that the reader saw.
    """

    answers: int
    faults: list[str]
    editions: set[str]


@contextmanager
def reader(port: int, releases: list[Path], *, most: int = 20_000) -> Iterator[Watched]:
    """Read page after page, each with the style sheet that it names, while the block runs.

    Arguments:
        port: the web server's port on loopback.
        releases: the editions that readers may see.
        most: pages after which the reader stops in any case.
    """
    seen, stop = Watched(0, [], set()), threading.Event()
    bodies = [{path: path.read_bytes() for path in (one / SITE).rglob("*") if path.is_file()} for one in releases]
    whole = [
        {path.relative_to(one / SITE).as_posix(): data for path, data in held.items()}
        for one, held in zip(releases, bodies, strict=True)
    ]

    def read() -> None:
        for number in range(most):
            if stop.is_set():
                return
            _look(port, f"co-so/{number % PAGES}/", whole, seen)
            time.sleep(BETWEEN)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


def _look(port: int, page: str, whole: list[dict[str, bytes]], seen: Watched) -> None:
    try:
        status, _, body = get(port, f"/{page}")
        edition = body[20:28].decode(errors="replace")
        found = [one for one in whole if one[f"{page}index.html"] == body]
        sheet = f"giao-dien/site.{edition}.css"
        of_sheet, _, style = get(port, f"/{sheet}")
    except (OSError, HTTPException) as error:
        seen.faults.append(f"{page}: {error}")
        return
    seen.answers += 2
    if status != 200 or not found:
        seen.faults.append(f"{page}: {status}, {len(body)} bytes")
    elif of_sheet != 200 or style != found[0][sheet]:
        seen.faults.append(f"{sheet}: {of_sheet}, {len(style)} bytes")
    seen.editions.add(edition)


def at(server: Server, port: int) -> Server:
    """Give the settings of a deploy whose health is looked at on a port."""
    return replace(server, url=f"http://{HERE}:{port}")
