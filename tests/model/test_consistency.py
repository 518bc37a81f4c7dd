"""What the entries must be to one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content import document, entry, establishment, news, problems, product


def test_a_reference_to_a_file_with_a_problem_is_not_reported_too(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        {
            "establishments/a.md": establishment("mau: đỏ"),
            "establishments/b.md": b"\xff\xfea",
            "documents/c.md": "---\nnumber: 12/QĐ-UBND\ntitle: a: b\n---\n",
            "products/p.md": product("establishment: a"),
            "products/q.md": product("establishment: b"),
            "news/2024/n.md": news(
                "documents: [12-qd-ubnd]", body="[c](/van-ban/12-qd-ubnd/) [b](../../establishments/b.md)"
            ),
        },
    )
    assert [line.split(":")[0] for line in found] == [
        "content/documents/c.md",
        "content/establishments/a.md",
        "content/establishments/b.md",
    ]


def test_a_body_is_looked_through_even_when_the_fields_are_wrong(tmp_path: Path) -> None:
    found = problems(tmp_path, {"news/2024/a.md": "---\ntitle: Tin\n---\n[a](/chet/)\n"})
    assert [line.split(":")[1] for line in found] == ["1", "1", "4"]


def test_settings_with_a_problem_do_not_hide_the_problems_of_entries(tmp_path: Path) -> None:
    found = problems(tmp_path, {"site.yaml": "a: b", "taxonomies.yaml": "", "news/2024/a.md": news(body="[a](/chet/)")})
    assert 'content/news/2024/a.md:6: không có trang "/chet/". Hãy xem lại địa chỉ.' in found
    assert not any("category" in line for line in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(st.sampled_from(["a", "b", "tin-tuc", "co-so", "ho-tro"]), min_size=1, max_size=5, unique=True), st.data()
)
def test_no_two_pages_share_an_address(tmp_path: Path, names: list[str], data: st.DataObject) -> None:
    slugs = {name: data.draw(st.sampled_from(["a", "b", "tin-tuc", "c"])) for name in names}
    for old in tmp_path.glob("content/pages/*"):
        old.unlink()
    found = problems(tmp_path, {f"pages/{name}.md": entry("title: A", f"slug: {slug}") for name, slug in slugs.items()})
    taken = [slug for slug in slugs.values() if slug != "tin-tuc"]
    doubled = len(taken) - len(set(taken))
    assert len(found) == doubled + list(slugs.values()).count("tin-tuc")


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("/cu/", ""),
        ("/tin-tuc/a/", "địa chỉ cũ /tin-tuc/a/ đang là của tệp content/news/2024/a.md. Hãy xóa dòng này."),
        ("/tin-tuc/a", "địa chỉ cũ /tin-tuc/a đang là của tệp content/news/2024/a.md. Hãy xóa dòng này."),
        ("/tin-tuc/", "địa chỉ cũ /tin-tuc/ đang là của một danh sách. Hãy xóa dòng này."),
        ("/tin-tuc/nam/2024/", "địa chỉ cũ /tin-tuc/nam/2024/ đang là của một danh sách. Hãy xóa dòng này."),
    ],
)
def test_old_addresses_must_be_free(tmp_path: Path, alias: str, message: str) -> None:
    found = problems(tmp_path, {"news/2024/a.md": news(), "pages/p.md": entry("title: P", f"aliases: [{alias}]")})
    assert found == ([f"content/pages/p.md:3: aliases.0: {message}"] if message else [])


def test_two_entries_may_not_claim_the_same_old_address(tmp_path: Path) -> None:
    pages = {f"pages/{name}.md": entry("title: P", "aliases: [/cu/]") for name in "ab"}
    assert problems(tmp_path, pages) == [
        "content/pages/b.md:3: aliases.0: địa chỉ cũ /cu/ đang là của tệp content/pages/a.md. Hãy xóa dòng này."
    ]


def test_drafts_are_checked_but_take_no_address(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        {
            "news/2024/a.md": news(),
            "news/2023/a.md": news("status: draft", body="[a](/chet/)"),
            "documents/d.md": document("1/QĐ", "status: draft"),
            "news/2024/b.md": news("documents: [1-qd]", body="[d](/van-ban/1-qd/)"),
        },
    )
    places = ("2023/a.md:7", "2024/b.md:5", "2024/b.md:7")
    assert [line.split(": ", 1)[0] for line in found] == [f"content/news/{place}" for place in places]
    assert all("bản nháp" in line for line in found[1:])
