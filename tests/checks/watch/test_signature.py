"""The signature of a site: who may make it, what it proves, and what is said where it is false or missing."""

from __future__ import annotations

import base64
import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.checks.watch.signed import ROOT, files, keys, run, signed, watch
from tests.checks.watch_server import Planted

__all__ = ["keys", "signed"]


def test_a_manifest_that_was_changed_with_the_files_has_a_false_signature(
    signed: Planted, keys: tuple[Path, Path]
) -> None:
    signed.files["a.css"] = b"b{}"
    old = hashlib.sha256(b"a{}").hexdigest().encode()
    signed.files["manifest.txt"] = signed.files["manifest.txt"].replace(
        old, hashlib.sha256(b"b{}").hexdigest().encode()
    )
    code, told = watch(signed, keys)
    assert (code, told[0]) == (1, "chữ ký: manifest.txt.sig (chữ ký sai)")


@pytest.mark.parametrize("signature", [b"", b"AAAA\n", b"\xff\xfe", b"x" * 5000])
def test_a_broken_signature_is_false(signed: Planted, keys: tuple[Path, Path], signature: bytes) -> None:
    signed.files["manifest.txt.sig"] = signature
    code, told = watch(signed, keys)
    assert code == 1
    assert told[0].startswith("chữ ký: ")


def test_another_key_does_not_verify(signed: Planted, tmp_path: Path) -> None:
    other = (tmp_path / "x" / "a.pem", tmp_path / "x" / "b.pem")
    assert run("make_signing_key.py", *other).returncode == 0
    assert watch(signed, other)[1][0] == "chữ ký: manifest.txt.sig (chữ ký sai)"


def test_without_a_public_key_the_report_says_so(signed: Planted, tmp_path: Path) -> None:
    code, told = watch(signed, (tmp_path / "a", tmp_path / "b"))
    assert code == 1
    assert "không có tệp khóa" in told[0]


def test_an_old_site_with_an_old_signature_is_found_with_the_manifest_at_hand(
    signed: Planted, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_bytes(signed.files["manifest.txt"] + f"{'0' * 64}  moi.html\n".encode())
    code, told = watch(signed, keys, "--manifest", str(mine))
    assert code == 1
    assert "bị đổi: manifest.txt (khác bản kê ở máy này)" in told
    assert "mất: moi.html" in told


def test_a_private_key_is_for_its_owner_and_lies_outside_the_project(keys: tuple[Path, Path], tmp_path: Path) -> None:
    assert keys[0].stat().st_mode & 0o777 == 0o600
    assert run("make_signing_key.py", *keys).returncode == 1, "a key is never overwritten"
    assert run("make_signing_key.py", ROOT / "khoa.pem", tmp_path / "b").returncode == 1
    (tmp_path / "manifest.txt").write_bytes(files()["manifest.txt"])
    keys[0].chmod(0o644)
    done = run("sign_site.py", tmp_path, SIGNING_KEY=str(keys[0]))
    keys[0].chmod(0o600)
    assert (done.returncode, "chmod 600" in done.stdout) == (1, True)


def test_without_a_key_the_site_stays_unsigned_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "manifest.txt.sig").write_text("old")
    done = run("sign_site.py", tmp_path)
    assert done.returncode == 0
    assert "chưa ký" in done.stdout
    assert not (tmp_path / "manifest.txt.sig").exists()


def test_openssl_reads_key_and_signature(signed: Planted, keys: tuple[Path, Path], tmp_path: Path) -> None:
    raw = tmp_path / "raw.sig"
    raw.write_bytes(base64.b64decode(signed.files["manifest.txt.sig"]))
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(keys[1]), "-rawin"]
    command += ["-in", str(tmp_path / "manifest.txt"), "-sigfile", str(raw)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("this machine has no openssl")
    assert "Signature Verified Successfully" in done.stdout
