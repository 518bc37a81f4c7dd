"""Files that the site never has are named, and ordinary ones are left alone."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import brotli
import pikepdf
import pytest

from khuyencong.checks.pages import read_site
from khuyencong.checks.planted.foreign import no_foreign_files


def told(folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    """Write files, and give what is said of each."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return {one.path: one.message for one in no_foreign_files(read_site(folder))}


def a_pdf(action: str) -> bytes:
    document, written = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    if action:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name(action), JS="app.alert(1)")
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "wp-login.php", "a.htm", "A.HTML", "b.xhtml", "b.shtml", ".htaccess", ".user.ini", "web.config", "nginx.conf",
        "app.apk", "setup.exe", "tai-xiu", ".git/config", ".well-known/pki.txt", "a.svgz", "a.pdf.exe",
    ],
)  # fmt: skip
def test_files_of_kinds_that_the_site_never_has_are_named(tmp_path: Path, name: str) -> None:
    assert "tệp lạ" in told(tmp_path, {name: b"x"})[name]


def test_the_sites_own_kinds_are_left_alone(tmp_path: Path) -> None:
    names = ["_headers", "_redirects", ".nojekyll", "CNAME", ".well-known/security.txt", "a/index.html", "a.pf_meta"]
    files = dict.fromkeys([*names, "a.woff2", "manifest.txt.sig", "anh/a.webp", "pagefind/wasm.vi.pagefind"], b"x")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><a href="#b"><path d="M0 0"/></a></svg>'
    assert told(tmp_path, {**files, "a.pdf": a_pdf(""), "a.svg": drawing, "a.js": b"retrieval(1); // eval"}) == {}


@pytest.mark.parametrize(
    "program",
    [
        "eval(x)",
        "new  Function(x)",
        "window.atob('aaa')",
        "String.fromCharCode(104)",
        "document.write(x)",
    ],
)
def test_programs_that_hide_what_they_do_are_named(tmp_path: Path, program: str) -> None:
    assert "giấu việc" in told(tmp_path, {"a.js": program.encode()})["a.js"]


@pytest.mark.parametrize(
    "drawing",
    [
        "<script>x</script>",
        '<path onload="x"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<a><set attributeName="href" to="x"/></a>',
    ],
)
def test_drawings_that_act_are_named(tmp_path: Path, drawing: str) -> None:
    assert "hình vẽ" in told(tmp_path, {"a.svg": f"<svg>{drawing}</svg>".encode()})["a.svg"]


@pytest.mark.parametrize("action", ["/JavaScript", "/Launch", "/SubmitForm"])
def test_a_pdf_that_acts_is_named(tmp_path: Path, action: str) -> None:
    assert action in told(tmp_path, {"a.pdf": a_pdf(action)})["a.pdf"]


def test_text_in_another_encoding_is_named(tmp_path: Path) -> None:
    assert "UTF-8" in told(tmp_path, {"a.txt": "tài xỉu".encode("utf-16")})["a.txt"]


def test_a_packed_copy_must_say_what_its_file_says(tmp_path: Path) -> None:
    said, other = "Trang của trung tâm.".encode() * 9, b"<a href=//la.example>x</a>" * 999_999
    files = {"a.html": said, "a.html.br": brotli.compress(said), "a.html.gz": gzip.compress(said)}
    assert told(tmp_path / "good", files) == {}
    bad = {**files, "a.html.br": brotli.compress(other), "a.html.gz": gzip.compress(other), "b.txt.gz": b"x"}
    found = told(tmp_path / "bad", bad)
    assert found.keys() == {"a.html.br", "a.html.gz", "b.txt.gz"}
    assert "không giống" in found["a.html.br"]
