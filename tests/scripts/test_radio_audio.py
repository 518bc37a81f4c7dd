"""The command that speaks a radio script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from scripts.radio_audio import entry_path

ROOT = Path(__file__).resolve().parents[2]


def speak(output: Path, of: str, to: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, str(ROOT / "scripts/radio_audio.py"), str(output), of, "--to", str(to)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}, encoding="utf-8"
    )


def script(output: Path, text: str) -> None:
    """Write a script into a built site."""
    folder = output / "tin-tuc" / "a"
    folder.mkdir(parents=True)
    (folder / "phat-thanh.txt").write_text(text, encoding="utf-8-sig")


def test_without_the_engine_the_command_says_what_to_install(tmp_path: Path) -> None:
    script(tmp_path, "Xin chào.\n")
    done = speak(tmp_path, "tin-tuc/a", tmp_path / "a.wav", PATH="")
    assert done.returncode == 1
    assert done.stdout == "Máy này chưa có espeak-ng. Hãy cài espeak-ng rồi chạy lại; trang không cần nó.\n"


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed; nothing else needs it")
def test_a_longer_script_takes_longer_to_say(tmp_path: Path) -> None:
    seconds = []
    for count in (1, 4):
        output = tmp_path / str(count)
        script(output, "Chín nghìn bảy trăm tám mươi lăm cơ sở.\n\n" * count)
        done = speak(output, "/tin-tuc/a/", tmp_path / "a.wav")
        assert done.returncode == 0, done.stderr
        with wave.open(str(tmp_path / "a.wav")) as sound:
            seconds.append(sound.getnframes() / sound.getframerate())
    assert 1 < seconds[0] < seconds[1] / 2


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed; nothing else needs it")
def test_a_script_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = speak(tmp_path, "tin-tuc/a", tmp_path / "a.wav")
    assert done.returncode == 1
    assert "Không có bản đọc" in done.stdout


@pytest.mark.parametrize(
    "written",
    [
        "tin-tuc/a",
        "/tin-tuc/a/",
        "https://example.vn/cong/tin-tuc/a/index.html#phan-2",
        "https://example.vn/tin-tuc/a/phat-thanh/",
        "file:///home/a/output/tin-tuc/a/phat-thanh/index.html",
        "output/tin-tuc/a/phat-thanh.txt",
    ],
)
def test_an_article_may_be_named_by_the_address_of_any_of_its_pages(written: str) -> None:
    assert entry_path(written) == "tin-tuc/a"


@pytest.mark.parametrize("written", ["", "/", "a", "../..", "tin-tuc/.."])
def test_what_names_no_article_is_answered_with_how_to_name_one(tmp_path: Path, written: str) -> None:
    done = speak(tmp_path, written, tmp_path / "a.wav")
    assert done.returncode == 1
    assert done.stdout.startswith("Hãy ghi bài cần nghe: of=tin-tuc/TÊN-BÀI")


def test_a_file_that_the_engine_could_not_write_is_not_said_to_be_there(tmp_path: Path) -> None:
    script(tmp_path, "Xin chào.\n")
    engine = tmp_path / "bin" / "espeak-ng"
    engine.parent.mkdir()
    engine.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    engine.chmod(0o755)
    done = speak(tmp_path, "tin-tuc/a", tmp_path / "a.wav", PATH=f"{engine.parent}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 1
    assert done.stdout.startswith("espeak-ng không ghi được ")
