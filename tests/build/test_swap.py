"""The next site takes the place of the published one in a single step."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.build.swap import NextSite, write_file
from tests.builds import fingerprints, times


def publish(output: Path, files: dict[str, bytes], *, is_alike: bool = False) -> None:
    """Publish some changed files."""
    site = NextSite(output, is_alike=is_alike)
    for path, data in files.items():
        write_file(site.folder, path, data)
    site.publish(files)


def test_a_first_site_is_published(tmp_path: Path) -> None:
    publish(tmp_path / "output", {"a/index.html": b"a"})
    assert (tmp_path / "output" / "a" / "index.html").read_bytes() == b"a"


def test_files_that_stay_are_shared_and_keep_their_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"a.html": b"a", "b.html": b"b"})
    before = times(output)["a.html"]
    publish(output, {"b.html": b"c"})
    assert times(output)["a.html"] == before
    assert (output / "a.html").stat().st_nlink == 2
    assert (output / "b.html").read_bytes() == b"c"


@pytest.mark.parametrize("is_alike", [True, False])
def test_the_other_folder_catches_up_with_the_files_named(tmp_path: Path, is_alike: bool) -> None:
    output = tmp_path / "output"
    publish(output, {"a.html": b"1", "b.html": b"1"})
    publish(output, {"a.html": b"2", "c/d.html": b"2"}, is_alike=is_alike)
    site = NextSite(output, is_alike=True)
    assert fingerprints(site.folder) == fingerprints(output)
    site.remove("c/d.html")
    site.publish(["c/d.html"])
    assert not (output / "c").exists()
    assert not (site.folder / "c").exists()
    assert fingerprints(site.folder) == fingerprints(output) != {}


def test_the_published_site_is_not_written_into(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"a.html": b"1"})
    site = NextSite(output, is_alike=False)
    write_file(site.folder, "a.html", b"2")
    assert (output / "a.html").read_bytes() == b"1"


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    assert write_file(tmp_path, "a.html", b"1")
    assert not write_file(tmp_path, "a.html", b"1")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output" / "co-so").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="leaves the output folder"):
        write_file(tmp_path / "output", "co-so/index.html", b"x")
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("path", ["../a.html", "a/../../b.html", "/a.html"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leaves the output folder"):
        write_file(tmp_path / "output", path, b"x")


@pytest.mark.parametrize("path", ["a//b.html", "./a.html", "a/..", ""])
def test_a_path_that_is_not_written_plainly_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leaves the output folder"):
        write_file(tmp_path / "output", path, b"x")


def test_a_link_in_the_place_of_a_file_makes_way_for_it(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.html").write_bytes(b"x")
    (tmp_path / "a.html").symlink_to(tmp_path / "elsewhere.html")
    assert write_file(tmp_path, "a.html", b"x")
    assert not (tmp_path / "a.html").is_symlink()
    assert (tmp_path / "elsewhere.html").read_bytes() == b"x"
