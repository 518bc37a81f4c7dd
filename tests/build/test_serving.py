"""Showing the site while it is being worked on: pages reload by themselves, problems are told."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from khuyencong.build.serving.server import make_server
from khuyencong.build.serving.state import State


@pytest.fixture
def state() -> State:
    """What browsers are told."""
    return State()


@pytest.fixture
def address(tmp_path: Path, state: State) -> Iterator[str]:
    """A server of a small site."""
    (tmp_path / "co-so").mkdir()
    (tmp_path / "co-so" / "index.html").write_text("<body><p>Cơ sở</p></body>", encoding="utf-8")
    (tmp_path / "a.css").write_text("p {}", encoding="utf-8")
    server = make_server(tmp_path, state, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def get(address: str) -> str:
    """Ask for a page."""
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode()
        return text


def test_pages_carry_the_reloading_script_and_their_files_do_not(address: str) -> None:
    page = get(f"{address}/co-so/")
    assert "<p>Cơ sở</p>" in page
    assert '<script src="/.serve/reload.js" type="module"></script></body>' in page
    assert get(f"{address}/a.css") == "p {}"
    assert "location.reload" in get(f"{address}/.serve/reload.js")


def test_a_browser_that_waits_is_told_of_a_new_build_and_of_problems(address: str, state: State) -> None:
    state.tell("build 1", [])
    assert json.loads(get(f"{address}/.serve/state?after=0")) == {"version": 1, "site": "build 1", "problems": []}
    threading.Timer(0.1, state.tell, ("build 1", ["content/a.md:3: title: thiếu"])).start()
    told = json.loads(get(f"{address}/.serve/state?after=1"))
    assert told == {"version": 2, "site": "build 1", "problems": ["content/a.md:3: title: thiếu"]}


def test_a_question_that_makes_no_sense_is_answered_at_once(address: str, state: State) -> None:
    state.tell("build 1", [])
    assert json.loads(get(f"{address}/.serve/state?after=khong"))["version"] == 1


def test_only_this_machine_is_served(tmp_path: Path, state: State) -> None:
    server = make_server(tmp_path, state, port=0)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_files_outside_the_site_are_not_served(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{address}/../../etc/passwd")
