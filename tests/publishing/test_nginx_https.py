"""The configuration for a server of its own, as `make publish` writes it: HTTPS, HTTP/2, the way from plain HTTP."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import socket
import ssl
from collections.abc import Iterator
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from khuyencong.publishing.finishing import SERVER_ROOT
from khuyencong.publishing.headers import HSTS
from tests.loopback import HERE, reserved_port
from tests.publishing.hosts import PATIENCE, get, make_release, running_nginx

HOST = "khuyencong.example"


def certify(folder: Path) -> None:
    """Make a certificate for the test's host that nobody else has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = dt.datetime.now(tz=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(*plain))


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int, Path]]:
    """An nginx that includes the written file, with ports, certificate and folder of the test."""
    root = tmp_path_factory.mktemp("https")
    certify(root)
    with reserved_port() as secure, reserved_port() as plain:
        _configure(root, secure, plain)
        with running_nginx(root / "main.conf", secure):
            yield secure, plain, root


def _configure(root: Path, secure: int, plain: int) -> None:
    """Make a release, and let its configuration name ports and folders of the test."""
    release = make_release(root / "current", "aaaaaaaa", url=f"https://{HOST}")
    changes = {
        "listen 443": f"listen {HERE}:{secure}",
        "listen [::]:443": f"listen [::1]:{secure}",
        "listen 80": f"listen {HERE}:{plain}",
        f"/etc/letsencrypt/live/{HOST}": str(root),
        SERVER_ROOT: str(root),
    }
    for path in (release / "deploy").iterdir():
        text = path.read_text()
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_text("\n".join(line for line in text.splitlines() if "[::1]" not in line))
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    head = f"daemon off; {user} pid {root}/pid; events {{}}"
    (root / "main.conf").write_text(f"{head}\nhttp {{ access_log off; include {release}/deploy/nginx.conf; }}\n")


def test_browsers_are_offered_http_2(ports: tuple[int, int, Path]) -> None:
    context = ssl.create_default_context(cafile=str(ports[2] / "fullchain.pem"))
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection((HERE, ports[0]), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"


def test_over_https_a_page_asks_for_https_ever_after(ports: tuple[int, int, Path]) -> None:
    context = ssl._create_unverified_context()  # noqa: S323 - the name is checked in the test above
    connection = HTTPSConnection(HERE, ports[0], timeout=PATIENCE, context=context)
    connection.request("GET", "/co-so/1/", headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.headers[HSTS[0]]) == (200, HSTS[1])
    answer.read()
    connection.close()


def test_whoever_comes_by_plain_http_is_led_to_https(ports: tuple[int, int, Path]) -> None:
    status, headers, _ = get(ports[1], "/co-so/1/?a=b", Host=HOST)
    assert (status, headers["Location"]) == (301, f"https://{HOST}/co-so/1/?a=b")
