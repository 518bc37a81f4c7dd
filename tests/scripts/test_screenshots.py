"""Pictures for the README change only when what they show does."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from scripts.screenshots import FOLDER, LARGEST, PAGES, VIEWS, keep
from tests.builds import ROOT


def drawn(colour: str = "green") -> Image.Image:
    """Draw something with edges, as a page has."""
    picture = Image.new("RGB", (400, 300), "white")
    pen = ImageDraw.Draw(picture)
    for place in range(0, 400, 8):
        pen.line((place, 0, 400 - place, 300), fill=colour)
    return picture


def test_the_same_picture_is_written_once(tmp_path: Path) -> None:
    target = tmp_path / "home-light.webp"
    assert keep(target, drawn())
    before = target.read_bytes()
    assert not keep(target, drawn())
    assert target.read_bytes() == before


def test_a_few_other_pixels_are_no_other_picture(tmp_path: Path) -> None:
    target = tmp_path / "home-light.webp"
    keep(target, drawn())
    almost = drawn()
    almost.putpixel((5, 5), (0, 0, 0))
    assert not keep(target, almost)


def test_another_colour_or_size_is_another_picture(tmp_path: Path) -> None:
    target = tmp_path / "home-light.webp"
    keep(target, drawn())
    assert keep(target, drawn("red"))
    assert keep(target, drawn("red").resize((200, 150)))


def test_the_readme_shows_every_picture_and_none_is_large() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    there = sorted(path.name for path in FOLDER.glob("*.webp"))
    assert len(there) >= 21
    assert [name for name in there if f"docs/screenshots/{name}" not in readme] == []
    assert set(there) <= {f"{name}-{view.name}.webp" for name in PAGES for view in VIEWS}
    assert [name for name in there if (FOLDER / name).stat().st_size > LARGEST] == []
