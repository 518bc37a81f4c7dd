"""The theme's files, under names that change with their content."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from rcssmin import cssmin

from khuyencong.outputs.assets import FOLDER, FOLDER_FONTS, LAYERS, SERVED_FONTS, collect, style_sheet
from tests.builds import ROOT


def theme(folder: Path, files: dict[str, str]) -> Path:
    """Write a theme's static files."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


FILES = {
    "css/reset.css": "* { margin: 0 }",
    "css/components/card.css": ".card { color: red }",
    "css/components/badge.css": '.badge { src: url("../fonts/a.woff2") }',
    "css/khong-phai-tang.css": ".lost { color: red }",
    "fonts/a.woff2": "font",
    "art/co-khi.svg": "<svg/>",
}


def test_every_file_is_published_under_a_name_with_a_hash(tmp_path: Path) -> None:
    assets = collect(theme(tmp_path, FILES))
    assert set(assets.addresses) == {"site.css", "fonts/a.woff2", "art/co-khi.svg"}
    for address in assets.addresses.values():
        assert re.fullmatch(rf"{FOLDER}[a-z0-9-]+\.[0-9a-f]{{8}}\.[a-z0-9]+", address)
    assert set(assets.files) == set(assets.addresses.values())
    assert assets.files[assets.addresses["art/co-khi.svg"]] == b"<svg/>"


def test_what_few_pages_need_is_no_part_of_the_style_sheet_of_all(tmp_path: Path) -> None:
    assets = collect(theme(tmp_path, {**FILES, "css/pages/search.css": "/* found */ .result { color: red }"}))
    assert assets.files[assets.addresses["css/search.css"]] == b"@layer components{.result{color:red}}\n"
    assert "result" not in assets.files[assets.addresses["site.css"]].decode()


def test_a_name_changes_only_when_the_content_does(tmp_path: Path) -> None:
    before = collect(theme(tmp_path, FILES)).addresses
    after = collect(theme(tmp_path, {"art/co-khi.svg": "<svg></svg>"})).addresses
    assert {name for name in after if after[name] != before[name]} == {"art/co-khi.svg"}


def test_a_new_font_gives_the_style_sheet_a_new_name(tmp_path: Path) -> None:
    before = collect(theme(tmp_path, FILES)).addresses["site.css"]
    after = collect(theme(tmp_path, {"fonts/a.woff2": "better"})).addresses["site.css"]
    assert after != before


def test_rules_stand_in_their_layers_and_layers_in_their_order(tmp_path: Path) -> None:
    assets = collect(theme(tmp_path, FILES))
    sheet = assets.files[assets.addresses["site.css"]].decode()
    assert sheet.startswith(f"@layer {','.join(LAYERS)};")
    assert re.findall(r"@layer (\w+)\{", sheet) == ["reset", "components", "components"]
    assert sheet.index(".badge") < sheet.index(".card")
    assert ".lost" not in sheet


def test_the_style_sheet_names_fonts_relative_to_itself(tmp_path: Path) -> None:
    assets = collect(theme(tmp_path, FILES))
    sheet = assets.files[assets.addresses["site.css"]].decode()
    found = re.search(r'url\("([^"]*)"\)', sheet)
    assert found
    assert FOLDER + found[1] == assets.addresses["fonts/a.woff2"]


def test_a_style_sheet_that_names_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match=r"fonts/mat\.woff2"):
        collect(theme(tmp_path, {"css/base.css": 'a { src: url("../fonts/mat.woff2") }'}))


def test_the_real_theme_puts_every_style_sheet_into_a_layer() -> None:
    folder = Path(__file__).parents[2] / "themes" / "khuyencong" / "static"
    assets = collect(folder)
    sheets = "".join(assets.files[url].decode() for name, url in assets.addresses.items() if name.endswith(".css"))
    files = list((folder / "css").rglob("*.css"))
    assert files
    assert [path.name for path in files if cssmin(path.read_text(encoding="utf-8"))[:40] not in sheets] == []


def test_on_a_server_fonts_are_asked_for_early_and_never_shown_late(tmp_path: Path) -> None:
    static = theme(
        tmp_path, {"css/tokens.css": f"@font-face {{ {SERVED_FONTS} }}", "fonts/a.woff2": "font", "a.svg": ""}
    )
    served, from_folder = collect(static), collect(static, from_folder=True)
    assert served.early_fonts == (served.addresses["fonts/a.woff2"],)
    assert from_folder.early_fonts == ()
    assert SERVED_FONTS in served.files[served.addresses["site.css"]].decode()
    assert FOLDER_FONTS in from_folder.files[from_folder.addresses["site.css"]].decode()


def test_the_theme_says_for_each_font_that_it_is_not_to_be_shown_late() -> None:
    sheet = style_sheet(ROOT / "themes" / "khuyencong" / "static" / "css", defaultdict(str))
    faces = re.findall(r"@font-face\{[^}]*url\([^}]*\}", sheet)
    assert len(faces) == 2
    assert [face for face in faces if SERVED_FONTS not in face] == []
