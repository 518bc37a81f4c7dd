"""The writer: only what changed, nothing left over, nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.build.writer import SiteWriter
from tests.builds import fingerprints, times


def write(root: Path, files: dict[str, bytes]) -> SiteWriter:
    """Write a site and remove what does not belong to it."""
    writer = SiteWriter(str(root), {})
    for path, data in files.items():
        writer.put(path, data)
    writer.remove_leftovers()
    return writer


FILES = {"index.html": b"<p>a", "co-so/a/index.html": b"<p>b", "giao-dien/site.css": b""}


def test_every_file_is_written_whole(tmp_path: Path) -> None:
    writer = write(tmp_path, FILES)
    assert {path: (tmp_path / path).read_bytes() for path in FILES} == FILES
    assert writer.written == 3


def test_a_file_that_did_not_change_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = times(tmp_path)
    writer = write(tmp_path, FILES)
    assert writer.written == 0
    assert times(tmp_path) == before


def test_a_file_that_changed_is_written_anew(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    writer = write(tmp_path, FILES | {"index.html": b"<p>c"})
    assert writer.written == 1
    assert (tmp_path / "index.html").read_bytes() == b"<p>c"


def test_a_file_that_someone_spoilt_is_written_anew(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "index.html").write_bytes(b"<p>x")
    assert write(tmp_path, FILES).written == 1
    assert (tmp_path / "index.html").read_bytes() == b"<p>a"


def test_nothing_is_left_of_what_no_longer_belongs(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    write(tmp_path, {"index.html": b"<p>a"})
    assert [path.name for path in tmp_path.rglob("*")] == ["index.html"]


def test_unfinished_files_of_a_stopped_build_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".index.html.part").write_bytes(b"half")
    write(tmp_path, FILES)
    assert fingerprints(tmp_path).keys() == FILES.keys()


def test_two_pages_for_one_file_are_refused(tmp_path: Path) -> None:
    writer = SiteWriter(str(tmp_path), {})
    writer.put("a.html", b"one")
    with pytest.raises(ValueError, match="two pages want the file"):
        writer.put("a.html", b"two")
    assert (tmp_path / "a.html").read_bytes() == b"one"


@pytest.mark.parametrize("path", ["../a.html", "co-so/../../a.html", "/khac/a.html"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    root = tmp_path / "output"
    root.mkdir()
    with pytest.raises(ValueError, match="leaves the output folder"):
        SiteWriter(str(root), {}).put(path, b"x")
    assert list(tmp_path.rglob("*")) == [root]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output" / "co-so").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="leaves the output folder"):
        SiteWriter(str(tmp_path / "output"), {}).put("co-so/index.html", b"x")
    assert not list((tmp_path / "elsewhere").iterdir())
