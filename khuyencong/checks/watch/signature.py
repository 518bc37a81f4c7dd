"""The signature of a manifest: Ed25519, in files that OpenSSL reads too (RFC 8032, RFC 8410)."""

from __future__ import annotations

import base64
import binascii
import os
import stat
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

SIGNATURE = "manifest.txt.sig"
"""The file beside the manifest: the signature in base64, one line."""
VARIABLE = "SIGNING_KEY"
"""The environment variable that names the file of the private key."""
PUBLIC_KEY = Path("keys") / "manifest.pub.pem"
"""Where the public key lies in the repository."""
LONGEST = 1_000
"""Longest file of a key or a signature, in bytes; all are far shorter."""


class KeyFault(Exception):  # noqa: N818 - it tells staff what is wrong with a key
    """Raised when a key cannot be used; its text is Vietnamese: what is wrong and what to do."""


def make_key(private: Path, public: Path) -> None:
    """Make a pair of keys; neither file may exist.

    Arguments:
        private: the file of the private key, readable by its owner alone.
        public: the file of the public key.

    Raises:
        KeyFault: when one of the files is there already.
    """
    for path in (private, public):
        if path.exists():
            raise KeyFault(f"{path} đã có. Hãy giữ khóa đang dùng; muốn thay thì chuyển tệp cũ đi chỗ khác trước.")
        path.parent.mkdir(parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))


def read_private(path: Path, repository: Path) -> Ed25519PrivateKey:
    """Read a private key.

    Arguments:
        path: its file.
        repository: the folder of the project, in which it must not lie.

    Raises:
        KeyFault: when it lies in the repository, others can read it, or it is no Ed25519 key.
    """
    if path.resolve().is_relative_to(repository.resolve()):
        raise KeyFault(f"khóa riêng {path} nằm trong thư mục dự án. Hãy chuyển ra ngoài để không bị đưa lên mạng.")
    data = _read(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyFault(f"người khác trên máy đọc được khóa riêng {path}. Hãy gõ: chmod 600 {path}")
    try:
        key = load_pem_private_key(data, password=None)
    except (ValueError, TypeError) as error:
        raise KeyFault(f"{path} không phải khóa riêng. Hãy xem lại {VARIABLE}.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFault(f"{path} không phải khóa Ed25519. Hãy tạo bằng scripts/make_signing_key.py.")
    return key


def read_public(path: Path) -> Ed25519PublicKey:
    """Read a public key.

    Raises:
        KeyFault: when there is none, or it is no Ed25519 key.
    """
    try:
        key = load_pem_public_key(_read(path))
    except ValueError as error:
        raise KeyFault(f"{path} không phải khóa công khai. Hãy lấy lại tệp này từ kho mã.") from error
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFault(f"{path} không phải khóa Ed25519. Hãy tạo bằng scripts/make_signing_key.py.")
    return key


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise KeyFault(f"không có tệp khóa {path}. Hãy xem lại đường dẫn, hoặc tạo bằng scripts/make_signing_key.py.")
    with path.open("rb") as file:
        return file.read(LONGEST)


def sign(manifest: bytes, key: Ed25519PrivateKey) -> bytes:
    """Give the signature of a manifest as it is published: the same each time for the same manifest and key."""
    return base64.b64encode(key.sign(manifest)) + b"\n"


def is_signed(manifest: bytes, signature: bytes, key: Ed25519PublicKey) -> bool:
    """Tell whether a manifest was signed with the private half of a key."""
    try:
        key.verify(base64.b64decode(signature.strip(), validate=True), manifest)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
