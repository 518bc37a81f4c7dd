"""The service worker and the web manifest as files; tests/browser/test_offline.py tries them in a browser."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from khuyencong.model.site import Site
from khuyencong.outputs.assets import collect
from khuyencong.outputs.offline import manifest, worker
from tests.content import ROOT

THEME = ROOT / "themes" / "khuyencong"
TOKENS = (THEME / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
CLEARLY = 40
"""Difference of shades, from 0 to 255, that is seen."""
SITE = Site(name="Cổng", short_name="KC", description="Một câu.", url="https://a.example", default_author="Ban")


@pytest.fixture(scope="module")
def addresses() -> dict[str, str]:
    """The theme's files by name."""
    return dict(collect(THEME / "static").addresses)


def settings(data: bytes) -> dict[str, object]:
    """Give what stands before the worker's text."""
    found = re.match(r"const SITE = (.*);\n", data.decode())
    assert found
    return dict(json.loads(found[1]))


def test_every_address_is_relative_so_that_the_site_may_lie_anywhere(addresses: dict[str, str]) -> None:
    held = settings(worker(addresses, ["/", "/co-so/"], is_on=True))
    shell = held["shell"]
    assert isinstance(shell, list)
    assert held == {"shell": shell, "list": ["./", "co-so/"], "offline": "ngoai-tuyen/"}
    assert all(one.startswith("giao-dien/") for one in shell)
    assert {"css", "js", "woff2", "svg"} == {one.rpartition(".")[2] for one in shell}
    assert not [one for one in shell if "search" in one or "art-" in one]


def test_a_changed_file_of_the_theme_changes_the_worker(addresses: dict[str, str]) -> None:
    changed = {**addresses, "site.css": "/giao-dien/site.00000000.css"}
    assert worker(addresses, [], is_on=True) != worker(changed, [], is_on=True)


def test_switched_off_it_answers_no_request_and_is_the_same_for_every_build(addresses: dict[str, str]) -> None:
    off = worker(addresses, ["/"], is_on=False)
    assert off == worker({}, [], is_on=False)
    assert b"respondWith" not in off
    assert b"unregister()" in off


def test_both_workers_name_what_they_keep_alike(addresses: dict[str, str]) -> None:
    name = b"`khuyencong ${self.registration.scope} "
    assert name in worker(addresses, [], is_on=True)
    assert name in worker(addresses, [], is_on=False)


def test_the_manifest_says_what_the_site_is_in_its_own_colours(addresses: dict[str, str]) -> None:
    stated = json.loads(manifest(SITE, addresses, TOKENS))
    assert (stated["name"], stated["short_name"], stated["lang"]) == ("Cổng", "KC", "vi")
    assert (stated["start_url"], stated["scope"]) == ("./", "./")
    head = (THEME / "templates" / "partials" / "head.html").read_text(encoding="utf-8")
    assert f'<meta name="theme-color" content="{stated["theme_color"]}" media="(prefers-color-scheme: light)">' in head
    assert f"--color-page: {stated['background_color']};" in TOKENS


def test_icons_have_the_size_that_the_manifest_states(addresses: dict[str, str]) -> None:
    names = {url.removeprefix("/"): THEME / "static" / name for name, url in addresses.items()}
    icons = json.loads(manifest(SITE, addresses, TOKENS))["icons"]
    assert {(one["sizes"], one["purpose"]) for one in icons} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for one in icons:
        image = Image.open(BytesIO(names[one["src"]].read_bytes()))
        assert f"{image.width}x{image.height}" == one["sizes"]
        if one["purpose"] == "maskable":
            assert image.mode == "RGB", "a system cuts its own shape out of it, so nothing may shine through"


def test_a_maskable_icon_keeps_its_sign_within_the_circle_that_is_never_cut(addresses: dict[str, str]) -> None:
    data = (THEME / "static" / "icons" / "maskable-512.png").read_bytes()
    image = Image.open(BytesIO(data)).convert("RGB")
    ground = Image.new("RGB", image.size, image.getpixel((0, 0)))
    difference = ImageChops.difference(image, ground).convert("L").point(lambda shade: 255 * (shade > CLEARLY))
    signs = [(x, y) for x in range(0, 512, 4) for y in range(0, 512, 4) if difference.getpixel((x, y))]
    assert signs
    assert max(((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 for x, y in signs) <= 512 * 0.4


def test_a_style_sheet_without_the_colours_is_a_mistake(addresses: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="--color-band"):
        manifest(SITE, addresses, "")
