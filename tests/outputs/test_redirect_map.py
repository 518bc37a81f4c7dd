"""The list of old addresses for web servers."""

from __future__ import annotations

import json

from khuyencong.model.redirect_view import RedirectMap
from khuyencong.outputs.redirect_map import redirect_map


def test_servers_need_only_compare_what_is_listed() -> None:
    moves = (("/cu/", "/moi/"), ("/Tin Tức/a b.pdf", "/van-ban/"), ("/a.i1.html", "/"))
    assert json.loads(redirect_map(RedirectMap(moves))) == [
        {"from": "/Tin%20T%E1%BB%A9c/a%20b.pdf", "to": "/van-ban/", "status": 301},
        {"from": "/a.i1.html", "to": "/", "status": 301},
        {"from": "/cu", "to": "/moi/", "status": 301},
        {"from": "/cu/", "to": "/moi/", "status": 301},
    ]


def test_a_site_without_old_addresses_has_an_empty_list() -> None:
    assert json.loads(redirect_map(RedirectMap(()))) == []
