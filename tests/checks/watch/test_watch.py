"""The tamper watch against a hostile server: planted, changed and missing files, cloaking, redirects."""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from khuyencong.checks.watch import clients
from khuyencong.checks.watch.addresses import page_address, within
from khuyencong.checks.watch.clients import LARGEST, LiveSite, unpacked
from khuyencong.checks.watch.comparison import ATTACK_PATHS, Watch, read_manifest
from tests.checks.watch.signed import files, keys, run, signed, watch
from tests.checks.watch_server import Planted, serving_planted
from tests.loopback import HERE, reserved_port

__all__ = ["keys", "signed"]

GAMBLING = '<html><body><a href="la.html">Tài xỉu</a> nhà cái uy tín</body></html>'.encode()


def test_a_site_as_it_was_published_is_right(signed: Planted, keys: tuple[Path, Path]) -> None:
    assert watch(signed, keys) == (0, ["Cả 6 tệp đều đúng như lúc đăng, không có tệp lạ."])


def test_it_may_lie_below_a_path(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.base = "/cong/khuyen-cong/"
    assert watch(signed, keys)[0] == 0


def test_a_server_that_answers_everything_with_its_error_page_is_understood(
    signed: Planted, keys: tuple[Path, Path]
) -> None:
    signed.soft = True
    assert watch(signed, keys)[0] == 0


def test_changed_and_missing_files_are_named(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.files["a.css"] = b"b{}"
    del signed.files["co-so/mau đơn.pdf"]
    assert watch(signed, keys) == (
        1,
        ["bị đổi: a.css (mã 200, 3 byte)", "mất: co-so/mau đơn.pdf", "6 tệp trong bản kê; 1 bị đổi, 1 mất."],
    )


def test_a_planted_page_is_found_through_a_changed_one_and_leads_to_more(
    signed: Planted, keys: tuple[Path, Path]
) -> None:
    signed.files["index.html"] += b'<a href="tai-lieu/x.html">x</a>'
    signed.files["tai-lieu/x.html"] = GAMBLING
    signed.files["tai-lieu/la.html"] = GAMBLING
    code, told = watch(signed, keys)
    assert code == 1
    assert "lạ: tai-lieu/x.html (có chữ cờ bạc: nhà cái uy tín, tài xỉu, nhà cái)" in told
    assert any(one.startswith("lạ: tai-lieu/la.html") for one in told)


@pytest.mark.parametrize("path", ["wp-login.php", "tai-xiu/", "shell.php", ".git/HEAD"])
def test_a_planted_file_that_no_page_leads_to_is_found(signed: Planted, keys: tuple[Path, Path], path: str) -> None:
    signed.files[f"{path}index.html" if path.endswith("/") else path] = b"<?php eval"
    code, told = watch(signed, keys)
    assert code == 1
    assert told[0].startswith(f"lạ: {path}")


def test_an_address_in_a_sitemap_for_robots_is_found(signed: Planted, keys: tuple[Path, Path]) -> None:
    with serving_planted(signed) as address:
        signed.cloaked["sitemap.xml"] = f"<urlset><url><loc>{address}bi-mat/</loc></url></urlset>".encode()
        signed.cloaked["bi-mat/"] = GAMBLING
        done = run("verify_site.py", address, "--key", keys[1])
    assert done.returncode == 1
    assert "lạ: bi-mat/ (chỉ hiện với máy tìm kiếm; có chữ cờ bạc" in done.stdout


def test_a_page_that_only_robots_see_is_found(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.cloaked["co-so/"] = GAMBLING
    code, told = watch(signed, keys)
    assert code == 1
    assert told[0].startswith("khác nhau: co-so/index.html (máy tìm kiếm nhận được trang khác; có chữ cờ bạc")


def test_a_page_that_only_visitors_from_google_see_is_found(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.for_google[""] = GAMBLING
    code, told = watch(signed, keys)
    assert code == 1
    assert told[0].startswith("khác nhau: index.html (người đi từ Google")


def test_a_redirect_away_is_found(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.redirects = {"co-so/": "https://789bet.example/", "casino/": "https://789bet.example/"}
    code, told = watch(signed, keys)
    assert code == 1
    assert "bị đổi: co-so/index.html (chuyển tới https://789bet.example/)" in told
    assert "lạ: casino/ (chuyển tới https://789bet.example/)" in told


def with_manifest(planted: Planted) -> None:
    """Write the manifest anew."""
    own = {path: data for path, data in planted.files.items() if not path.startswith("manifest")}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(own.items()))
    planted.files["manifest.txt"] = "".join(lines).encode()


@pytest.mark.parametrize(
    ("target", "is_right"), [("co-so/", True), ("404.html", False), ("https://la.example/", False)]
)
def test_an_old_address_may_redirect_to_where_it_was_published_to(
    signed: Planted, keys: tuple[Path, Path], target: str, *, is_right: bool
) -> None:
    signed.files["cu.html"] = b"<html>cu</html>"
    signed.files["chuyen-huong.json"] = b'[{"from": "/cu.html", "to": "/co-so/", "status": 301}]'
    with_manifest(signed)
    signed.redirects = {"cu.html": target if "://" in target else f"/{target}"}
    told = [line for line in watch(signed, keys)[1] if not line.startswith("chữ ký")]
    assert ("bị đổi: cu.html" in "\n".join(told)) is not is_right


def _without_end(write: Callable[[bytes], object]) -> None:
    write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        write(b"x")
        time.sleep(0.05)


def _bomb(write: Callable[[bytes], object]) -> None:
    packed = brotli.compress(b"0" * (LARGEST + 2), quality=1)
    write(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed)


def _no_http(write: Callable[[bytes], object]) -> None:
    write(b"no HTTP\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "why"), [(_without_end, "quá chậm"), (_bomb, "nén quá lớn"), (_no_http, "BadStatusLine")]
)
def test_an_answer_without_end_or_measure_is_given_up_and_named(
    answer: Callable[[Callable[[bytes], object]], None], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "LONGEST", 1.0)
    manifest = read_manifest(files()["manifest.txt"].decode())
    with serving_planted(Planted(files(), raw={"co-so/": answer})) as address:
        site = LiveSite(address)
        found = Watch(site, manifest).findings()
        site.close()
    assert [(one.kind, one.path) for one in found if one.path == "co-so/index.html"][:1] == [
        ("unread", "co-so/index.html")
    ]
    assert why in next(one.detail for one in found if one.kind == "unread")


def test_a_site_that_is_not_there_cannot_be_compared() -> None:
    with reserved_port() as port:
        done = run("verify_site.py", f"http://{HERE}:{port}/")
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith("Không đọc được manifest.txt")


def test_a_page_instead_of_a_manifest_cannot_be_compared() -> None:
    with serving_planted(Planted({"manifest.txt": b"<html>"})) as address:
        assert run("verify_site.py", address).returncode == 2


def test_what_a_hostile_server_says_stays_on_its_line(signed: Planted, keys: tuple[Path, Path]) -> None:
    signed.files["index.html"] = b'<a href="la%0A%1B[2Jx/">x</a>'
    signed.files["la\n\x1b[2Jx/index.html"] = GAMBLING
    assert any(line.startswith("lạ: la??[2Jx/") for line in watch(signed, keys)[1])


def test_a_folder_is_held_against_its_manifest_too(tmp_path: Path, keys: tuple[Path, Path], signed: Planted) -> None:
    assert run("verify_site.py", tmp_path, "--key", keys[1]).returncode == 0
    (tmp_path / "shell.php").write_text("x")
    done = run("verify_site.py", tmp_path, "--key", keys[1])
    assert done.returncode == 1
    assert "lạ: shell.php" in done.stdout


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("../a/", "a/"),
        ("index.html", "co-so/"),
        ("/cong/a%20b.html", "a b.html"),
        ("http://m.example/cong/x/index.html", "x/"),
        ("/khac/", None),
        ("/congx", None),
        ("../../../etc/passwd", None),
        ("https://m.example/cong/", ""),
        ("//n.example/cong/", None),
        ("mailto:a@b.example", None),
        ("http://[", None),
    ],
)
def test_addresses_are_taken_from_the_sites_own_folder(address: str, path: str | None) -> None:
    assert within(LiveSite("http://m.example/cong/"), "co-so/", address) == path


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_a_packed_answer_is_unpacked_and_one_that_bursts_is_refused(
    encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    assert unpacked(pack(b"abc"), encoding) == b"abc"
    assert unpacked(b"abc", "") == b"abc"
    with pytest.raises(OSError, match="nén quá lớn"):
        unpacked(pack(bytes(LARGEST + 1000)), encoding)
    with pytest.raises(OSError, match="nén hỏng"):
        unpacked(b"\x1f\x8b\x08xx", encoding)


@pytest.mark.parametrize("text", ["", "x", f"{'0' * 64}  ../a", f"{'0' * 63}  a", f"{'0' * 64} a"])
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no manifest"):
        read_manifest(text)


def test_the_known_attack_paths_stay_within_the_site() -> None:
    lines = [one for one in ATTACK_PATHS.read_text(encoding="utf-8").splitlines() if not one.startswith("#")]
    assert len(lines) == len(set(lines)) > 40
    assert not [one for one in lines if one.startswith("/") or page_address(one) != one]
