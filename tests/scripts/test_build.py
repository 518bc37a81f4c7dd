"""The command that builds: through Pelican at first, without it after an edit, not at all when nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builds import ROOT, SMALL, fingerprints

LONG_AGO = 1_000_000_000
NOTHING = "Không có gì thay đổi"
ENGINE = "pelican.generators"
"""A module that is imported only where Pelican runs."""


@dataclass
class House:
    """A copy of the project with the small site as its content.

    Arguments:
        root: a folder of the test.
    """

    root: Path

    @classmethod
    def make(cls, root: Path) -> House:
        """Copy what a build needs; all files are old, as they are when staff edit one of them."""
        for name in ("khuyencong", "themes", "config"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        (root / "scripts").mkdir()
        for name in ("scripts/build.py", "pelicanconf.py", "publishconf.py", "requirements.txt"):
            shutil.copyfile(ROOT / name, root / name)
        shutil.copytree(SMALL, root / "content")
        house = cls(root)
        house.grow_old()
        return house

    @property
    def output(self) -> Path:
        """The published site."""
        return self.root / "output"

    def grow_old(self) -> None:
        """Let time pass for everything but the site."""
        for path in self.root.rglob("*"):
            if path.is_file() and self.output not in path.parents:
                os.utime(path, (LONG_AGO, LONG_AGO))

    def edit(self, path: str, text: str, seconds: int = 1) -> None:
        """Write a file some seconds after all others."""
        target = self.root / path
        target.write_text(text, encoding="utf-8")
        os.utime(target, (LONG_AGO + seconds, LONG_AGO + seconds))

    def read(self, path: str) -> str:
        """Read a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def build(
        self, output: str = "output", *, day: str = "2025-12-01", settings: str = "pelicanconf.py"
    ) -> subprocess.CompletedProcess[str]:
        """Build as `make html` does; the names of all modules that were imported come at the end of stderr."""
        command = [sys.executable, "-X", "importtime", "scripts/build.py", "content", output, settings]
        environment = {**os.environ, "BUILD_DATE": day}
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house whose site has been built, to be copied; what a build remembers holds for one place only."""
    folder = tmp_path_factory.mktemp("house")
    done = House.make(folder / "house").build()
    assert done.returncode == 0, done.stdout + done.stderr
    assert ENGINE in done.stderr
    return (folder / "house").rename(folder / "pristine")


@pytest.fixture
def house(pristine: Path) -> House:
    """A house whose site has just been built, where it was built."""
    root = pristine.with_name("house")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(pristine, root)
    return House(root)


CONTACT = "content/pages/lien-he.md"


def test_without_a_change_nothing_is_built_and_nothing_of_the_model_is_imported(house: House) -> None:
    house.build()  # the files of the house have just been copied, and that can be told
    done = house.build()
    assert done.returncode == 0
    assert done.stdout.startswith(NOTHING)
    assert ENGINE not in done.stderr
    assert "pydantic" not in done.stderr


def test_after_an_edit_the_build_does_not_import_pelican_and_makes_what_pelican_makes(house: House) -> None:
    house.edit(CONTACT, house.read(CONTACT) + "\nThêm một câu.\n")
    done = house.build()
    assert done.returncode == 0, done.stderr
    assert NOTHING not in done.stdout
    assert "import time:" in done.stderr
    assert " pelican" not in done.stderr
    clean = house.build("clean")
    assert ENGINE in clean.stderr
    assert "Thêm một câu." in house.read("output/lien-he/index.html")
    assert fingerprints(house.output) == fingerprints(house.root / "clean")


def test_after_a_build_without_pelican_nothing_changed_is_seen_again(house: House) -> None:
    house.edit(CONTACT, house.read(CONTACT) + "\nThêm một câu.\n")
    house.build()
    assert house.build().stdout.startswith(NOTHING)


def test_an_edit_a_moment_after_the_edit_of_the_last_build_is_not_overlooked(house: House) -> None:
    for sentence in ("Câu một.", "Câu hai."):  # both are younger than what can be trusted
        (house.root / CONTACT).write_text(f"{house.read(CONTACT)}\n{sentence}\n", encoding="utf-8")
        os.utime(house.root / CONTACT, (4_000_000_000, 4_000_000_000))
        assert NOTHING not in house.build().stdout
        assert sentence in house.read("output/lien-he/index.html")


def test_a_template_is_an_edit_too(house: House) -> None:
    name = "themes/khuyencong/templates/404.html"
    house.edit(name, house.read(name).replace("{% block main %}", "{% block main %}<p>Mới</p>", 1))
    before = fingerprints(house.output)
    done = house.build()
    assert done.returncode == 0, done.stderr
    assert ENGINE not in done.stderr
    after = fingerprints(house.output)
    assert {path for path in after if after[path] != before[path]} == {"404.html", "manifest.txt"}


def test_a_page_that_was_taken_away_is_made_again(house: House) -> None:
    before = fingerprints(house.output)
    (house.output / "404.html").unlink()
    assert house.build().returncode == 0
    assert fingerprints(house.output) == before


def test_a_change_of_the_settings_goes_through_pelican(house: House) -> None:
    house.edit("pelicanconf.py", house.read("pelicanconf.py").replace("INDEX = True", "INDEX = False"))
    done = house.build()
    assert done.returncode == 0, done.stderr
    assert ENGINE in done.stderr
    assert 'href="lien-he/"' in house.read("output/index.html")


def test_another_settings_file_goes_through_pelican(house: House) -> None:
    done = house.build(settings="publishconf.py")
    assert ENGINE in done.stderr
    assert 'href="lien-he/"' in house.read("output/index.html")


def test_another_day_goes_through_pelican(house: House) -> None:
    news = "content/news/hoi-cho.md"
    house.edit(news, house.read(news).replace("title:", "expires: 2025-12-01\ntitle:"))
    assert ENGINE not in house.build().stderr
    assert "Hội chợ mở cửa" in house.read("output/tin-tuc/index.html")
    done = house.build(day="2025-12-02")
    assert ENGINE in done.stderr
    assert "Hội chợ mở cửa" not in house.read("output/tin-tuc/index.html")


def test_a_change_of_the_program_goes_through_pelican(house: House) -> None:
    name = "khuyencong/model/home.py"
    house.edit(name, house.read(name).replace("NEWS_ON_HOME = 5", "NEWS_ON_HOME = 1"))
    before = house.read("output/index.html")
    done = house.build()
    assert ENGINE in done.stderr
    assert house.read("output/index.html") != before


def test_a_problem_is_printed_and_leaves_the_site_and_mending_it_builds_again(house: House) -> None:
    before = fingerprints(house.output)
    right = house.read(CONTACT)
    house.edit(CONTACT, right.replace("title:", "titel:"), seconds=1)
    for _ in range(2):  # without Pelican and, as nothing is remembered then, through it
        done = house.build()
        assert done.returncode == 1
        assert "content/pages/lien-he.md:" in done.stdout
        assert "1 lỗi" in done.stdout or "2 lỗi" in done.stdout
        assert "Traceback" not in done.stdout + done.stderr
        assert fingerprints(house.output) == before
    house.edit(CONTACT, right + "\nĐã sửa.\n", seconds=2)
    assert house.build().returncode == 0
    assert "Đã sửa." in house.read("output/lien-he/index.html")
