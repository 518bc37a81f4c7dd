"""Large dictionaries that change a little: what was written last is what is read, whatever was written before."""

from __future__ import annotations

import pickle
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.kept import Kept

Held: TypeAlias = dict[str, dict[int, int]]

LARGE = {number: number for number in range(1000)}
SOME = st.dictionaries(st.integers(0, 5), st.integers(0, 3), max_size=4)
CHANGES = st.lists(st.dictionaries(st.sampled_from("abc"), SOME, max_size=3), min_size=1, max_size=6)


def read(path: Path) -> Held:
    """Read what another build has written; a dictionary without anything is as good as none."""
    return {name: held for name, held in Kept(path, "1").sections.items() if held}


@given(CHANGES, st.booleans())
def test_what_is_read_is_what_was_written_last(changes: list[Held], is_small: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept.pickle"
        for one in changes:
            written = {**one, "large": {} if is_small else LARGE}
            Kept(path, "1").write(deepcopy(written))
            expected = {name: held for name, held in written.items() if held}
            assert read(path) == expected


@given(CHANGES)
def test_one_build_may_write_several_times(changes: list[Held]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept.pickle"
        kept = Kept(path, "1")
        for one in changes:
            kept.write({**deepcopy(one), "large": dict(LARGE)})
            assert read(path) == {name: held for name, held in {**one, "large": LARGE}.items() if held}


def test_a_small_change_leaves_the_large_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kept.pickle"
    Kept(path, "1").write({"a": dict(LARGE)})
    before = path.read_bytes()
    Kept(path, "1").write({"a": LARGE | {7: 0}})
    assert path.read_bytes() == before
    assert read(path) == {"a": LARGE | {7: 0}}
    Kept(path, "1").write({"a": dict.fromkeys(LARGE, 0)})
    assert path.read_bytes() != before


@pytest.mark.parametrize("data", [None, b"", b"broken", pickle.dumps(("another", {"a": {7: 1}}))])
def test_changes_of_another_edition_or_broken_ones_do_not_count(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "kept.pickle"
    Kept(path, "1").write({"a": dict(LARGE)})
    changes = path.with_suffix(".changes")
    assert changes.is_file()
    changes.unlink()
    if data is not None:
        changes.write_bytes(data)
    assert read(path) == {"a": LARGE}


def test_another_version_reads_nothing(tmp_path: Path) -> None:
    Kept(tmp_path / "kept.pickle", "1").write({"a": dict(LARGE)})
    assert Kept(tmp_path / "kept.pickle", "2").sections == {}
