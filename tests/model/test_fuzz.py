"""Content files damaged at random, byte by byte: the gate says something, or nothing, but never breaks."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.content import ROOT, document, entry, establishment, news, product, read, support, write_content

BODY = """Đoạn *một*[^1] với [liên kết](/co-so/a/), [tệp](../../pages/g.md) và `mã`.

## Mục

| Bảng | Số |
| --- | --- |
| [ô](/tin-tuc/) | 1.234 |

```
mã
```

<!-- ghi chú --> <span lang="en">text</span> [tên][t] <https://a.vn/>

[^1]: Giải thích.

[t]: /san-pham/ "Tên"
"""
FILES = {
    "establishments/a.md": establishment(
        "sector: che-bien",
        "address: {commune: xã An Ngãi, district: huyện Long Điền, province: Bà Rịa - Vũng Tàu}",
        "supports:",
        "  - {year: 2016, content: Máy tách vỏ, scheme: c}",
        "founded: '1998'",
    ),
    "products/b.md": product(
        "establishment: a",
        "group: che-bien",
        "recognitions:",
        "  - level: huyện",
        "    year: 2019",
        "  - {level: tỉnh, date: 2020-05}",
    ),
    "support/c.md": support("documents: [1-qd-ubnd]", "in_force: true"),
    "documents/d.md": document("1/QĐ-UBND", "date: 2020-01-02"),
    "news/2024/e.md": news(
        "summary: >-",
        "  Tóm tắt",
        "  hai dòng",
        "establishments: [a]",
        "sources:",
        "  - title: Báo",
        "    url: https://a.vn/b?c=d",
        body=BODY,
    ),
    "programmes/f.md": entry(
        "title: Chương trình",
        "period: 2022",
        "province: Đồng Nai",
        "budget:",
        "  - {source: Địa phương, planned: 17331}",
    ),
    "pages/g.md": entry(
        "title: 'Giới thiệu: trang'", "aliases: [/cu/]", "order: 3", body=BODY.replace("../../pages/g.md", "g.md")
    ),
    "events/h.md": entry("title: Hội chợ", "kind: hoi-cho", "start: 2024-05", "end: 2024-06-01"),
    "bulletins/i.md": entry("title: Số 1", "number: 1", "year: 2024", "sections:", "  - {title: Mục, news: [e]}"),
    "site.yaml": (ROOT / "content" / "site.yaml").read_text(encoding="utf-8"),
    "taxonomies.yaml": (ROOT / "content" / "taxonomies.yaml").read_text(encoding="utf-8"),
}
PIECES = st.sampled_from(
    [
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xe1\xbb",
        b"---\n",
        b"\n---\n",
        b": ",
        b"\t",
        b'"',
        b"'",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a ",
        b"!",
        b"#",
        b"- ",
        b"|",
        b">",
        b"\xef\xbb\xbf",
        b"\xe2\x80\x8b",
        b"\r",
        b"\n",
        b"](",
        b"![",
        b"`",
        b"<!--",
        b"<",
        b"../",
        b"%00",
        b"[^",
        b"title: x\n",
        b"\xcc\x81",
    ]
) | st.binary(max_size=6)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file and damage it in a few places."""
    name = draw(st.sampled_from(sorted(FILES)))
    data = FILES[name].encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        how = draw(st.sampled_from(["flip", "insert", "delete", "splice", "repeat"]))
        end = min(len(data), start + draw(st.integers(1, 40)))
        if how == "flip" and start < len(data):
            data = data[:start] + bytes([data[start] ^ draw(st.integers(1, 255))]) + data[start + 1 :]
        elif how == "insert":
            data = data[:start] + draw(PIECES) + data[start:]
        elif how == "delete":
            data = data[:start] + data[end:]
        elif how == "splice":
            other = FILES[draw(st.sampled_from(sorted(FILES)))].encode()
            cut = draw(st.integers(0, len(other)))
            data = data[:start] + other[cut : cut + 60] + data[end:]
        else:
            data = data[:end] + data[start:end] * draw(st.sampled_from([1, 2, 50, 500])) + data[end:]
    return name, data


@given(damaged())
def test_no_damage_breaks_the_gate(file: tuple[str, bytes]) -> None:
    name, data = file
    with tempfile.TemporaryDirectory() as folder:
        content = write_content(Path(folder), {**FILES, name: data})
        start = time.process_time()
        tree = read(Path(folder))
        assert time.process_time() - start < 5
        for problem in tree.problems:
            path = Path(folder) / problem.path
            held = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            assert 1 <= problem.line <= held.count(b"\n") + 1, str(problem)
            assert str(problem).isprintable()
        assert content.is_dir()
        assert len(set(tree.problems)) == len(tree.problems)


def test_the_files_are_right_before_they_are_damaged(tmp_path: Path) -> None:
    write_content(tmp_path, FILES)
    assert [str(problem) for problem in read(tmp_path).problems] == []
