"""Hosts that nobody has reviewed are remarked on where a content file names them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.model.tree import read_tree
from tests.content import TODAY, news, write_content

LINKS = """Xem [bài](https://www.moi.example/a) và <https://cu.example/b>.

Lại [bài](https://moi.example/c), https://nguoi@la.example/d."""


def remarks(folder: Path, reviewed: str | None) -> list[str]:
    """Give the remarks on an article with links."""
    files: dict[str, str | bytes] = {
        "news/2024/a.md": news("sources: [{title: a, url: https://nguon.example/x}]", body=LINKS)
    }
    content = write_content(folder, files | ({"reviewed.yaml": reviewed} if reviewed is not None else {}))
    tree = read_tree(content, TODAY)
    assert tree.problems == []
    return [str(one) for one in tree.remarks if "chưa được duyệt" in one.message]


def test_each_unreviewed_host_is_remarked_on_once_with_its_line_and_what_to_add(tmp_path: Path) -> None:
    found = remarks(tmp_path, "hosts: [www.Cu.example]\n")
    told = [re.match(r'\S+?:(\d+): (?:([\w.]+): )?trang ngoài "([\w.]+)".*"  - ([\w.]+)"', one) for one in found]
    assert [one.groups() for one in told if one] == [
        ("5", "sources.0.url", "nguon.example", "nguon.example"),
        ("7", None, "moi.example", "moi.example"),
        ("9", None, "la.example", "la.example"),
    ]


@pytest.mark.parametrize("reviewed", [None, "hosts:\n"])
def test_a_site_without_a_list_of_hosts_has_nothing_to_remark(tmp_path: Path, reviewed: str | None) -> None:
    assert remarks(tmp_path, reviewed) == []
