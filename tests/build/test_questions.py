"""A page's view reads nothing that it did not ask for: equal answers give an equal page."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khuyencong.build.answers import Answers
from khuyencong.build.frame import make_frame
from khuyencong.build.memo import key_of
from khuyencong.build.page_names import ADDRESSES, PageName, addresses, page_names
from khuyencong.build.pages import plan_page
from khuyencong.build.patterns import URL as PATTERNS
from khuyencong.build.rendering import CONSTANTS
from khuyencong.model.catalogue import TABLES, Catalogue
from khuyencong.model.feed_links import FORMATS
from khuyencong.model.index import Question
from khuyencong.model.media_view import ShareView
from khuyencong.model.tree import read_tree
from tests.builds import SMALL
from tests.pictures import photo
from tests.small_builds import TODAY

SHARE = ShareView("/chia-se.png", 1200, 630, "Trang thử")
Planned = dict[PageName, tuple[frozenset[Question], str]]
"""What each page asked, and the key of all that it shows."""

EXTRA = {
    "documents/7-qd-ubnd.md": """---
title: Sửa đổi quyết định công nhận
number: 7/QĐ-UBND
type: quyet-dinh
issuer: Ủy ban nhân dân tỉnh
date: 2023-03-01
amends: [12-qd-ubnd]
---
""",
    "products/chuong-dong.md": """---
title: Chuông đồng
establishment: hop-tac-xa-duc-dong
group: thu-cong-my-nghe
recognitions: [{kind: OCOP, stars: 4, year: 2021}]
---
""",
    "news/co-hinh.md": """---
title: Bài có hình
date: 2023-05
expires: 2026
category: lang-nghe
aliases: [/cu/co-hinh/]
image: {src: lo.png, alt: Người thợ bên lò nung}
---
![Khuôn đúc](phu/khuon.png)
""",
    "news/tin-mo-lo.md": """---
title: Mở lò
date: 2023-05-10
category: lang-nghe
products: [lu-dong, chuong-dong]
status: hidden
---
Xem [bài có hình](co-hinh.md).
""",
    "bulletins/2023-2.md": """---
title: Bản tin số 2 năm 2023
number: 2
year: 2023
sections: [{title: Tin, news: [hoi-cho, co-hinh]}]
---
""",
}
LINES = {
    "news": ["status: hidden", "status: draft", "expires: 2024", "expires: 2025-12-01", "products: [chuong-dong]"],
    "documents": ["replaces: [12-qd-ubnd]", "effective: 2024-01-01", "note: Đã hết hiệu lực một phần"],
    "products": ["status: hidden", "summary: Một sản phẩm", "note: Ghi chú", "aliases: [/cu/san-pham/]"],
    "establishments": [
        "address: {province: Đồng Nai}",
        "status: hidden",
        "founded: 1990",
        "kind: craft village",
        "aliases: [/cu/co-so/]",
    ],
    "support": ["status: hidden", "summary: Một chính sách"],
    "programmes": ["status: hidden", "summary: Một chương trình"],
    "events": ["status: hidden", "summary: Một sự kiện"],
    "bulletins": ["status: hidden", "print_run: 500"],
    "pages": ["status: hidden", "nav_title: Tên ngắn"],
}
"""Lines that may be added to a front matter; the gate may refuse the result, the views must still be honest."""


def lay_down(folder: Path) -> Path:
    """Copy the small content, with a few more relations and pictures."""
    content = folder / "content"
    shutil.copytree(SMALL, content)
    for name, text in EXTRA.items():
        (content / name).write_text(text, encoding="utf-8")
    (content / "news" / "phu").mkdir()
    for name in ("lo.png", "phu/khuon.png"):
        (content / "news" / name).write_bytes(photo(40, 30, kind="PNG"))
    return content


def substitute(path: Path, old: str, new: str) -> None:
    """Replace text in a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def random_edit(content: Path, chance: random.Random) -> None:
    """Change something small anywhere in the content."""
    number = chance.randint(0, 999)
    path = chance.choice(sorted(content.rglob("*.md")))
    lines = LINES[path.relative_to(content).parts[0]]
    places, terms = content / "places" / "units.csv", content / "taxonomies.yaml"
    picture = chance.choice(sorted(content.rglob("*.png")))
    edits: list[Callable[[], object]] = [
        lambda: substitute(path, "title: ", f"title: Mới {number} "),
        lambda: substitute(path, "---\n", f"---\n{chance.choice(lines)}\n"),
        lambda: path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm {number}.\n", encoding="utf-8"),
        lambda: path.rename(path.with_name(f"ten-khac-{number}.md")),
        lambda: shutil.copyfile(path, path.with_name(f"ban-sao-{number}.md")),
        path.unlink,
        lambda: substitute(path, "commune: xã An Ngãi, ", ""),
        lambda: substitute(path, "xã An Ngãi", "thị trấn Long Điền"),
        lambda: substitute(path, "2023-0", "2023-1"),
        lambda: substitute(path, "2022", "2021"),
        lambda: substitute(terms, "label: ", f"label: Nhãn {number} "),
        lambda: substitute(content / "glossary.yaml", "long: ", f"long: nghĩa {number} "),
        lambda: substitute(places, 'Huyện Long Đất","Tỉnh', 'Huyện khác","Tỉnh'),
        lambda: places.write_text(places.read_text(encoding="utf-8").replace("Xã Long", f"Xã {number}"), "utf-8"),
        lambda: substitute(content / "site.yaml", "default_author: ", f"default_author: Ban {number} "),
        lambda: picture.write_bytes(photo(40 + number, 30, kind="PNG")),
    ]
    chance.choice(edits)()


def read(content: Path) -> Catalogue:
    """Read the content, whether the gate would let it pass or not."""
    catalogue = read_tree(content, TODAY).catalogue
    assert catalogue
    return catalogue


def plan_all(catalogue: Catalogue, content: Path) -> Planned:
    """Plan every page as a build does."""
    found = {}
    names = page_names(catalogue.index, catalogue.tables)
    for name in (one for one in names if one.url != PATTERNS):  # that one is made from the theme alone
        catalogue.asked = {CONSTANTS}
        try:
            page = plan_page(name, catalogue, content)
        except OSError:  # only what passed the gate is planned in a build: here a picture may be missing
            continue
        linked = sorted(page.beside.addresses.items()) if page.beside else ()
        found[name] = frozenset(catalogue.asked), key_of(page.view, page.body, page.files, linked)
    return found


def answers_of(catalogue: Catalogue) -> Answers:
    """Answer questions as a build does, with templates that never change."""
    constants = key_of(make_frame(catalogue, {}, SHARE))
    index, tables = catalogue.index, catalogue.tables
    listed = key_of(addresses(page_names(index, tables), index))
    return Answers(index, {CONSTANTS: constants, TABLES: key_of(tables), ADDRESSES: listed})


def changed_questions(before: tuple[Answers, Planned], after: Answers) -> set[Question]:
    """Give the questions of all pages that have another answer now, as a build finds them."""
    answers, planned = before
    return after.changed(answers.after({}, {one for asked, _ in planned.values() for one in asked}))


@contextmanager
def small_content() -> Iterator[Path]:
    """Lay down the content in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        yield lay_down(Path(folder))


def assert_honest(before: tuple[Answers, Planned], after: tuple[Answers, Planned]) -> int:
    """Compare the pages that are in both, and give the number of those for which all answers are equal."""
    equal = 0
    changed = changed_questions(before, after[0])
    for name in before[1].keys() & after[1].keys():
        asked, key = before[1][name]
        if changed.isdisjoint(asked):
            equal += 1
            assert after[1][name] == (asked, key), name
    return equal


@settings(max_examples=600 if settings().max_examples > 100 else 40)
@given(seed=st.integers(0, 10**9), edits=st.integers(1, 3))
def test_a_page_whose_answers_are_equal_is_equal_after_any_edit(seed: int, edits: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    with small_content() as content:
        catalogue = read(content)
        before = answers_of(catalogue), plan_all(catalogue, content)
        for _ in range(edits):
            random_edit(content, chance)
        catalogue = read(content)
        assert_honest(before, (answers_of(catalogue), plan_all(catalogue, content)))


def test_without_an_edit_every_answer_and_every_page_is_equal() -> None:
    with small_content() as content:
        one, other = read(content), read(content)
        planned = plan_all(one, content)
        assert len(planned) > 40
        assert assert_honest((answers_of(one), planned), (answers_of(other), plan_all(other, content))) == len(planned)


def changed_pages(content: Path, path: str, data: bytes) -> set[str]:
    """Write a file and give the addresses of the pages that have another answer now."""
    catalogue = read(content)
    before, planned = answers_of(catalogue), plan_all(catalogue, content)
    (content / path).write_bytes(data)
    os.utime(content / path, (1_000_000_000, 1_000_000_000))
    changed = changed_questions((before, planned), answers_of(read(content)))
    return {name.url for name, (asked, _) in planned.items() if not changed.isdisjoint(asked)}


@pytest.mark.parametrize("body", ["![Khuôn](lo.png)", "![Khuôn][k]\n\n[k]: lo.png", "![Khuôn](./lo.png)"])
def test_a_page_asks_for_a_picture_however_it_is_written(body: str) -> None:
    with small_content() as content:
        article = EXTRA["news/co-hinh.md"].replace("image:", "tags: [a] #").partition("![")[0] + body
        (content / "news" / "co-hinh.md").write_text(article, encoding="utf-8")
        changed = changed_pages(content, "news/lo.png", photo(60, 30, kind="PNG"))
        assert "/tin-tuc/co-hinh/" in changed
        assert all(url.startswith(("/tin-tuc/", "/thu-vien-anh/", "/ban-tin/")) for url in changed)
        assert "/tin-tuc/hoi-cho/" not in changed  # it names no file


def test_a_page_asks_for_a_picture_in_a_folder_below() -> None:
    with small_content() as content:
        changed = changed_pages(content, "news/phu/khuon.png", photo(60, 30, kind="PNG"))
        pages = {url for url in changed if url.endswith("/")}
        assert pages == {
            "/tin-tuc/co-hinh/",
            "/tin-tuc/co-hinh/phat-thanh/",
            "/ban-tin/2023-2/phat-thanh/",
            "/thu-vien-anh/",
        }
        scripts = {url for url in changed if url.endswith(".txt")}
        assert scripts == {"/tin-tuc/co-hinh/phat-thanh.txt", "/ban-tin/2023-2/phat-thanh.txt"}
        assert changed - pages - scripts == {
            f"/tin-tuc/{part}{one.file}" for part in ("", "chuyen-muc/lang-nghe/") for one in FORMATS
        }


def test_a_changed_body_concerns_no_page_but_its_own() -> None:
    with small_content() as content:
        text = (content / "products" / "lu-dong.md").read_bytes()
        assert changed_pages(content, "products/lu-dong.md", text + b"\nM\xe1\xbb\x9bi.\n") == {"/san-pham/lu-dong/"}


def test_a_view_that_reads_without_asking_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with small_content() as content:
        monkeypatch.setattr(
            Catalogue,
            "referring",
            lambda self, key, entry: self.named(key, self.index.referring(key, entry.type_key, entry.slug)),
        )
        catalogue = read(content)
        before = answers_of(catalogue), plan_all(catalogue, content)
        article = EXTRA["news/tin-mo-lo.md"].replace("status: hidden", "summary: Mới").replace("2023-05-10", "2001")
        (content / "news" / "cu.md").write_text(article, encoding="utf-8")
        catalogue = read(content)
        with pytest.raises(AssertionError, match=r"/san-pham/|/dia-ban/"):
            assert_honest(before, (answers_of(catalogue), plan_all(catalogue, content)))
