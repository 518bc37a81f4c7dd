"""The cache: values by key, of one version, held by one build at a time."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from khuyencong.build import store as store_module
from khuyencong.build.store import Store, StoreError, only_one_build, read_only


def test_values_are_found_again(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.put_all({f"key {number}": str(number).encode() for number in range(1200)})
    store.close()
    found = Store(tmp_path, "1").get_all([*(f"key {number}" for number in range(1200)), "unknown"])
    assert len(found) == 1200
    assert found["key 7"] == b"7"


def test_another_version_finds_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.put_all({"key": b"value"})
    store.close()
    assert Store(tmp_path, "2").get_all(["key"]) == {}


def test_a_value_that_must_be_there_and_is_not_is_a_fault_of_the_store(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.put_all({"key": b"value"})
    assert store.get("key") == b"value"
    with pytest.raises(StoreError, match="other"):
        store.get("other")


def test_a_file_that_is_no_store_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"no store" * 1000)
    store = Store(tmp_path, "1")
    store.put_all({"key": b"value"})
    assert store.get_all(["key"]) == {"key": b"value"}


def test_what_was_unused_longest_is_dropped_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_BYTES", 1000)
    monkeypatch.setattr(time, "time", lambda: 1)
    store = Store(tmp_path, "1")
    store.put_all({"old": bytes(600)})
    monkeypatch.setattr(time, "time", lambda: 2)
    store.put_all({"new": bytes(450)})
    store.prune(lambda: ["new"])
    assert set(store.get_all(["old", "new"])) == {"new"}


def test_below_its_size_the_store_does_not_even_ask_what_to_keep(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.put_all({"key": b"value"})
    store.prune(lambda: pytest.fail("asked"))
    assert store.get_all(["key"]) == {"key": b"value"}


def test_what_this_build_uses_is_kept_however_large_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_BYTES", 1000)
    store = Store(tmp_path, "1")
    used = {f"used {number}": bytes(300) for number in range(10)}
    store.put_all(used)
    store.prune(lambda: used)
    assert store.get_all(used) == used


def test_another_process_reads_values_while_the_store_is_open(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    store.put_all({"key": b"value"})
    value = read_only(tmp_path)
    assert value("key") == b"value"
    store.put_all({"later": b"too"})
    assert value("later") == b"too"


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    order: list[str] = []

    def second() -> None:
        with only_one_build(tmp_path, said.append):
            order.append("second")

    with only_one_build(tmp_path, said.append):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
    assert len(said) == 1
