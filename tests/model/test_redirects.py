"""Where old addresses lead, and how they follow entries that are renamed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.redirects import published_addresses
from tests.content import news, problems, read, write_content

HEADS = "địa chỉ cũ;địa chỉ mới;ghi chú\n"


def moves(folder: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    """Lay down content that must be right, and give where old addresses lead."""
    write_content(folder, files)
    tree = read(folder)
    assert [str(problem) for problem in tree.problems] == []
    assert tree.index
    return {one.old: one.new for one in tree.index.redirects}


def publish(folder: Path) -> None:
    """Note which addresses have been published."""
    tree = read(folder)
    assert tree.index
    assert tree.problems == []
    record = published_addresses(folder / "content", tree.index)
    (folder / "content" / "addresses.csv").write_text(record, encoding="utf-8")


def rename(folder: Path, old: str, new: str) -> None:
    (folder / "content" / "news" / f"{old}.md").rename(folder / "content" / "news" / f"{new}.md")


def test_aliases_lead_to_their_entry(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"news/mot.md": news("aliases: [/tin-cu.i12.html, /cu/mot/, /cu/%C4%90.htm]")}
    assert moves(tmp_path, files) == dict.fromkeys(["/cu/mot/", "/cu/Đ.htm", "/tin-cu.i12.html"], "/tin-tuc/mot/")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_table_may_be_saved_as_excel_does(tmp_path: Path, separator: str, mark: str, end: str) -> None:
    rows = [["Địa chỉ cũ", "Địa chỉ mới", "Ghi chú"], ["/a.i1.html", "news/mot.md", '"hai; ba, bốn"'], ["", "", ""]]
    table = mark + end.join(separator.join(row) for row in [*rows, ["/b", "/tin-tuc/", ""]])
    found = moves(tmp_path, {"news/mot.md": news(), "redirects.csv": table})
    assert found == {"/a.i1.html": "/tin-tuc/mot/", "/b/": "/tin-tuc/"}


def test_an_old_address_that_leads_to_an_old_address_leads_to_the_last(tmp_path: Path) -> None:
    table = f"{HEADS}/a;/b;\n/b/;/c;\n/c;/tin-tuc/mot/;\n"
    found = moves(tmp_path, {"news/mot.md": news(), "redirects.csv": table})
    assert found == dict.fromkeys(["/a/", "/b/", "/c/"], "/tin-tuc/mot/")


def test_a_line_that_leads_to_a_content_file_follows_its_slug(tmp_path: Path) -> None:
    table = f"{HEADS}/a.i1.html;news/mot.md;\n"
    assert moves(tmp_path, {"news/mot.md": news("slug: hai"), "redirects.csv": table}) == {
        "/a.i1.html": "/tin-tuc/hai/"
    }


def test_a_published_address_follows_a_changed_slug_without_a_word(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news()})
    publish(tmp_path)
    assert moves(tmp_path, {"news/mot.md": news("slug: hai")}) == {"/tin-tuc/mot/": "/tin-tuc/hai/"}


def test_a_published_address_follows_a_renamed_file_of_the_same_title(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news(), "news/khac.md": news().replace("Tin", "Khác")})
    publish(tmp_path)
    rename(tmp_path, "mot", "hai")
    assert moves(tmp_path, {}) == {"/tin-tuc/mot/": "/tin-tuc/hai/"}


def test_addresses_follow_over_many_renames_with_publishing_between(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/n0.md": news()})
    for number in range(1, 5):
        publish(tmp_path)
        if number % 2:
            rename(tmp_path, f"n{number - 1}", f"n{number}")
        else:
            (tmp_path / "content" / "news" / f"n{number - 1}.md").unlink()
            title = f"slug: n{number}"
            write_content(tmp_path, {f"news/n{number}.md": news(title)})
    assert moves(tmp_path, {}) == dict.fromkeys(["/tin-tuc/n0/", "/tin-tuc/n1/", "/tin-tuc/n2/"], "/tin-tuc/n4/")


def test_an_old_address_that_has_a_page_again_shows_that_page(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news()})
    publish(tmp_path)
    files: dict[str, str | bytes] = {"news/mot.md": news("slug: hai"), "news/ba.md": news("slug: mot")}
    assert moves(tmp_path, files) == {}


def test_what_vanished_is_told_with_the_line_that_mends_it(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news(), "news/hai.md": news().replace("Tin", "Khác")})
    publish(tmp_path)
    (tmp_path / "content" / "news" / "mot.md").unlink()
    said = problems(tmp_path, {})
    assert len(said) == 1
    moved, gone = (part for part in said[0].split('"')[1::2] if part.startswith("/"))
    assert (moved, gone) == ("/tin-tuc/mot/;/địa-chỉ-mới/;", "/tin-tuc/mot/;đã gỡ;")
    assert moves(tmp_path, {"redirects.csv": f"{HEADS}{gone}\n"}) == {}
    line = moved.replace("/địa-chỉ-mới/", "/tin-tuc/hai/")
    assert moves(tmp_path, {"redirects.csv": f"{HEADS}{line}\n"}) == {"/tin-tuc/mot/": "/tin-tuc/hai/"}


def test_publishing_twice_leaves_the_record_as_it_is(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news('title: "Tin, có dấu phẩy"').replace("title: Tin\n", "")})
    publish(tmp_path)
    first = (tmp_path / "content" / "addresses.csv").read_bytes()
    publish(tmp_path)
    assert (tmp_path / "content" / "addresses.csv").read_bytes() == first
    assert b'"Tin, c\xc3\xb3 d\xe1\xba\xa5u ph\xe1\xba\xa9y"' in first


def test_a_site_that_was_never_published_has_nothing_to_follow(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/mot.md": news()})
    rename(tmp_path, "mot", "hai")
    assert moves(tmp_path, {}) == {}


def test_a_table_without_the_column_of_notes_is_read(tmp_path: Path) -> None:
    table = "địa chỉ cũ;địa chỉ mới\n/a.i1.html;/tin-tuc/\n"
    assert moves(tmp_path, {"news/mot.md": news(), "redirects.csv": table}) == {"/a.i1.html": "/tin-tuc/"}


def faults(folder: Path, lines: str) -> list[str]:
    """Give what is said of the lines below the heads of the table, without the file's name."""
    said = problems(folder, {"news/mot.md": news(), "redirects.csv": HEADS + lines})
    return [one.removeprefix("content/redirects.csv:") for one in said]


def test_a_circle_of_five_lines_is_told_once(tmp_path: Path) -> None:
    lines = "".join(f"/a{number};/a{number % 5 + 1};\n" for number in range(1, 6))
    (said,) = faults(tmp_path, f"{lines}/vao;/a3;\n")
    assert said.startswith("2: địa chỉ mới: các dòng dẫn vòng tròn: /a1/ → /a2/ → /a3/ → /a4/ → /a5/ → /a1/.")
    assert faults(tmp_path, "/a;/a/;\n") == ['2: địa chỉ mới: "/a/" dẫn về chính nó. Hãy viết địa chỉ mới của trang.']


def test_one_line_that_cannot_be_read_does_not_hide_the_next(tmp_path: Path) -> None:
    wide, second = faults(tmp_path, "/a;/tin-tuc/;hai; ba\n/b;/khong-co/;\n")
    assert wide.startswith("2: dòng này có nhiều ô hơn ba cột.")
    assert second.startswith('3: địa chỉ mới: không có trang "/khong-co/".')


def test_a_quote_that_is_never_closed_is_told_where_it_may_stand(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, '/a;/tin-tuc/;\n/b;/tin-tuc/;"ghi chú\n/c;/tin-tuc/;\n')
    assert said.startswith("3: không đọc được từ dòng này trở đi: có dấu nháy kép mở mà không đóng.")


def test_a_line_that_stands_twice_names_the_other_line(tmp_path: Path) -> None:
    assert faults(tmp_path, "/a;/tin-tuc/;\n/b;/tin-tuc/;\n/a/index.html;/;\n/go;đã gỡ;\n/go;/;\n") == [
        '4: địa chỉ cũ: "/a/" đã có ở dòng 2. Hãy xóa một trong hai dòng.',
        '6: địa chỉ cũ: "/go/" đã có ở dòng 5. Hãy xóa một trong hai dòng.',
    ]


def test_an_address_copied_from_the_browser_is_told_with_the_part_to_keep(tmp_path: Path) -> None:
    old, new, foreign = faults(
        tmp_path,
        "https://cu.example.vn/x.i1.html?a=1;/tin-tuc/;\n/a;https://moi.example.vn/tin-tuc/;\n/b;https://a.example;\n",
    )
    assert old.endswith("Hãy chỉ viết phần sau tên miền: /x.i1.html.")
    assert "Nếu đó là trang ở đây, hãy chỉ viết /tin-tuc/;" in new
    assert foreign.endswith("Hãy viết địa chỉ của một trang ở đây, ví dụ /tin-tuc/ten-bai/.")


@given(st.text(alphabet='/abc.;,"\n\r\t %2Fđ\u0301:?', max_size=120), st.booleans())
def test_whatever_stands_in_the_tables_is_told_and_nothing_breaks(written: str, is_below_heads: bool) -> None:
    with TemporaryDirectory() as folder:
        heads = HEADS if is_below_heads else ""
        write_content(Path(folder), {"news/mot.md": news(), "redirects.csv": heads + written})
        tree = read(Path(folder))
        assert tree.index
        assert all(one.new in {"/tin-tuc/mot/", "/tin-tuc/", "/"} for one in tree.index.redirects)
        assert all("ãy " in problem.message for problem in tree.problems)


def test_the_record_of_a_large_site_is_read(tmp_path: Path) -> None:
    title = "Tên dài của một bài " * 5
    lines = "".join(f"/tin-tuc/cu-{number}/,news/mot.md,{title}\n" for number in range(15_000))
    table = f"địa chỉ,tệp,tên\n{lines}"
    assert len(table.encode()) > 2_000_000
    assert len(moves(tmp_path, {"news/mot.md": news(), "addresses.csv": table})) == 15_000
