"""Showing the site while it is being worked on: pages reload by themselves, problems are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from khuyencong.build.serving.server import make_server
from khuyencong.build.serving.state import State
from tests.builds import ROOT, replace
from tests.loopback import reserved_port

LONGEST = 120.0
"""Seconds to wait for an answer, which usually takes a few tenths: the machine may be busy with much else."""


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
    with urllib.request.urlopen(address, timeout=LONGEST) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode()
        return text


def test_pages_carry_the_reloading_script_and_their_files_do_not(address: str) -> None:
    page = get(f"{address}/co-so/")
    assert "<p>Cơ sở</p>" in page
    assert '<script src="/.serve/reload.js" type="module"></script></body>' in page
    assert get(f"{address}/a.css") == "p {}"
    assert "location.reload" in get(f"{address}/.serve/reload.js")


def test_a_browser_that_waits_is_told_of_a_new_build_and_of_problems(address: str, state: State) -> None:
    state.tell([])
    assert json.loads(get(f"{address}/.serve/state?after=0")) == {"version": 1, "site": "build 1", "problems": []}
    threading.Timer(0.1, state.tell, (["content/a.md:3: title: thiếu"],)).start()
    told = json.loads(get(f"{address}/.serve/state?after=1"))
    assert told == {"version": 2, "site": "build 1", "problems": ["content/a.md:3: title: thiếu"]}


def test_a_question_that_makes_no_sense_is_answered_at_once(address: str, state: State) -> None:
    state.tell([])
    assert json.loads(get(f"{address}/.serve/state?after=khong"))["version"] == 1


def test_a_page_that_is_away_reloads_when_it_comes_back(address: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<body><p>Không có trang này</p></body>", encoding="utf-8")
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        get(f"{address}/khong-co/")
    answer = refused.value.read().decode()
    refused.value.close()
    assert "<p>Không có trang này</p>" in answer
    assert "/.serve/reload.js" in answer


SERVE = """
import sys
from pathlib import Path
from khuyencong.build.serving import state
from khuyencong.build.serving.watching import serve
state.PATIENCE = 600.0
folder, port = Path(sys.argv[1]), int(sys.argv[2])
def build():
    text = (folder / "content" / "a.md").read_text(encoding="utf-8")
    (folder / "output" / "index.html").write_text(f"<body>{text}</body>", encoding="utf-8")
    return ["content/a.md: sai"] if "sai" in text else []
serve([folder / "content"], folder / "output", build, [folder / "program"], port)
"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """A folder that is watched, built and served by another process."""
    for name in ("content", "output", "program"):
        (tmp_path / name).mkdir()
    (tmp_path / "content" / "a.md").write_text("Một", encoding="utf-8")
    (tmp_path / "serve.py").write_text(SERVE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with reserved_port() as port:
        command = [sys.executable, str(tmp_path / "serve.py"), str(tmp_path), str(port)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as serving:
            assert serving.stdout
            try:
                assert f"http://127.0.0.1:{port}/" in serving.stdout.readline()
                yield f"http://127.0.0.1:{port}"
            finally:
                serving.kill()


def news(address: str, version: int) -> tuple[int, str, list[str]]:
    """Ask what is newer than a version; wait while the server starts anew, but not for a server that only waits."""
    end = time.monotonic() + LONGEST
    while True:
        try:
            told = json.loads(get(f"{address}/.serve/state?after={version}"))
        except TimeoutError:
            raise
        except OSError:
            assert time.monotonic() < end, "the server has not come back"
            time.sleep(0.05)
        else:
            return told["version"], told["site"], told["problems"]


def test_what_is_saved_is_built_and_problems_leave_the_site_as_it_is(served: str, tmp_path: Path) -> None:
    version, first, problems = news(served, 0)
    assert problems == []
    replace(tmp_path / "content" / "a.md", "sai")
    version, second, problems = news(served, version)
    assert (second, problems) == (first, ["content/a.md: sai"])
    replace(tmp_path / "content" / "a.md", "Hai")
    version, third, problems = news(served, version)
    assert third != first
    assert problems == []
    assert "Hai" in get(f"{served}/")


def test_after_a_change_of_the_program_waiting_browsers_are_told_at_once(served: str, tmp_path: Path) -> None:
    version, site, _ = news(served, 0)
    (tmp_path / "program" / "a.py").write_text("", encoding="utf-8")
    told, again, _ = news(served, version)
    assert told > version
    assert again != site


def test_only_this_machine_is_served(tmp_path: Path, state: State) -> None:
    server = make_server(tmp_path, state, port=0)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()


def test_files_outside_the_site_are_not_served(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{address}/../../etc/passwd")
