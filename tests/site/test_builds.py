"""Building: the same content gives the same bytes, nothing is written twice, bad content changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.rules import check_output
from tests.builds import SMALL, build, fingerprints, run_pelican, small_content, times

pytestmark = pytest.mark.site

NEWS = "---\ntitle: {title}\nstatus: {status}\ndate: 2023-07-01\ncategory: lang-nghe\n---\nMột bài ngắn.\n"


def test_the_small_site_keeps_every_rule(small_site: Path) -> None:
    assert list(map(str, check_output(small_site))) == []


def test_another_folder_and_another_hash_seed_give_the_same_bytes(small_site: Path, tmp_path: Path) -> None:
    content = small_content(tmp_path / "một nơi khác" / "nội dung")
    other = build(content, tmp_path / "ra", seed="99")
    assert fingerprints(other) == fingerprints(small_site)


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    before = times(build(SMALL, tmp_path / "ra"))
    after = times(build(SMALL, tmp_path / "ra"))
    assert after == before


def test_a_change_of_one_entry_writes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content")
    before = fingerprints(build(content, tmp_path / "ra"))
    changed = content / "events" / "hoi-cho.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Nhà văn hóa xã", "Sân vận động"), encoding="utf-8")
    after = fingerprints(build(content, tmp_path / "ra"))
    differing = {path for path in after if after[path] != before.get(path)}
    assert "su-kien/hoi-cho/index.html" in differing
    assert not any(path.startswith(("van-ban/", "co-so/", "tin-tuc/")) for path in differing)


def test_pages_of_an_entry_that_is_gone_are_removed(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content", {"news/tam.md": NEWS.format(title="Tạm", status="published")})
    output = build(content, tmp_path / "ra")
    assert (output / "tin-tuc" / "tam" / "index.html").is_file()
    (content / "news" / "tam.md").unlink()
    build(content, output)
    assert not (output / "tin-tuc" / "tam").exists()


def test_a_fault_stops_the_gate_and_leaves_the_last_good_site_as_it_was(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content")
    output = build(content, tmp_path / "ra")
    before = fingerprints(output), times(output)
    (content / "news" / "hong.md").write_text("---\ntitle: Hỏng\n---\n", encoding="utf-8")
    (content / "products" / "hong.md").write_text("không có gì", encoding="utf-8")
    done = run_pelican(content, output, flags=("--log-handler", "plain", "--fatal=errors"))
    assert done.returncode == 1
    assert "content/news/hong.md:" in done.stdout
    assert "content/products/hong.md:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert (fingerprints(output), times(output)) == before


def test_a_fault_writes_nothing_where_nothing_was(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content", {"news/hong.md": "---\ntitle: Hỏng\n---\n"})
    assert run_pelican(content, tmp_path / "ra").returncode == 1
    assert not list(tmp_path.glob("ra/**/*.html"))


def test_drafts_are_not_published(small_site: Path, tmp_path: Path) -> None:
    draft = NEWS.format(title="Chưa ai được đọc", status="draft")
    output = build(small_content(tmp_path / "content", {"news/ban-nhap.md": draft}), tmp_path / "ra")
    assert fingerprints(output) == fingerprints(small_site)


def test_hidden_entries_have_a_page_but_stand_in_no_list(tmp_path: Path) -> None:
    hidden = NEWS.format(title="Chỉ ai biết địa chỉ", status="hidden")
    output = build(small_content(tmp_path / "content", {"news/an.md": hidden}), tmp_path / "ra")
    naming = [path for path in output.rglob("*.html") if "Chỉ ai biết địa chỉ" in path.read_text(encoding="utf-8")]
    # Its script lies below it, and only the page itself leads there.
    assert sorted(naming) == [output / "tin-tuc/an/index.html", output / "tin-tuc/an/phat-thanh/index.html"]


def test_a_site_of_a_real_centre_has_no_notice_and_lets_search_engines_in(tmp_path: Path) -> None:
    settings = (SMALL / "site.yaml").read_text(encoding="utf-8").replace("demo: true", "demo: false")
    fields = ("governing_body", "responsible_person", "address", "phone", "email")
    identity = "identity:\n" + "".join(f"  {name}: Có thật\n" for name in fields)
    imprint = "bulletin: {name: Bản tin thử, publisher: Có thật, licence: Có thật, printer: Có thật, period: Có thật}\n"
    issue = (SMALL / "bulletins" / "2023-1.md").read_text(encoding="utf-8")
    issue = issue.replace("number: 1\n", "number: 1\ndate: 2023-06-30\nprint_run: 100\nresponsible: Có thật\n")
    changed = {"site.yaml": settings + identity + imprint, "bulletins/2023-1.md": issue}
    output = build(small_content(tmp_path / "content", changed), tmp_path / "ra")
    never_listed = {output / name / "index.html" for name in ("tim-kiem", "mau-giao-dien", "ngoai-tuyen")}
    for page in output.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert ("noindex" in text) == (page in never_listed or page.parent.name == "phat-thanh"), page
        assert "Trang mẫu" not in text
