"""The controlled lists."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.taxonomy import Taxonomies
from tests.content import ROOT, catalogue, problems


def test_terms_are_found_by_key(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {}).taxonomies
    assert found.label("sectors", "co-khi") == "Thiết bị, máy móc, dụng cụ, phụ tùng cơ khí"
    assert (found.label("sectors", "khong-co"), found.label("sectors", None)) == ("", "")
    assert "co-khi" in found.keys("sectors")


def test_no_list_of_the_real_file_is_empty(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {}).taxonomies
    assert all(found.keys(name) for name in Taxonomies.model_fields)


def test_a_key_stands_once_in_its_list(tmp_path: Path) -> None:
    real = (ROOT / "content" / "taxonomies.yaml").read_text(encoding="utf-8")
    line = next(number for number, text in enumerate(real.splitlines(), 1) if text.startswith("sectors:"))
    doubled = real.replace("sectors:\n", "sectors:\n  - {key: co-khi, label: Lần nữa}\n")
    assert problems(tmp_path, {"taxonomies.yaml": doubled}) == [
        f'content/taxonomies.yaml:{line}: sectors: khóa "co-khi" có hai lần trong danh sách. Hãy đổi hoặc xóa một dòng.'
    ]


def test_lists_that_cannot_be_read_hold_nothing() -> None:
    assert all(Taxonomies.empty().keys(name) == () for name in Taxonomies.model_fields)


def drawings(folder: Path, row: str) -> list[str]:
    """Add a drawing to the real table, and give what the gate says, without the place."""
    real = (ROOT / "content" / "taxonomies.yaml").read_text(encoding="utf-8")
    found = problems(folder, {"taxonomies.yaml": real.replace("drawings:\n", f"drawings:\n  - {{{row}}}\n")})
    return [one.split(": ", 1)[1] for one in found]


def test_a_word_calls_for_one_drawing(tmp_path: Path) -> None:
    row = "key: hat-sen, label: Hạt sen, colours: che-bien, words: [hạt sen, Nước  MẮM]"
    assert drawings(tmp_path, row) == ['drawings: từ "nước mắm" chọn hai hình. Hãy xóa ở một hình.']


def test_a_drawing_stands_on_the_colours_of_a_group(tmp_path: Path) -> None:
    assert drawings(tmp_path, "key: hat-sen, label: Hạt sen, colours: xanh") == [
        'drawings: hình "hat-sen": không có nhóm sản phẩm "xanh". Hãy viết một khóa trong danh sách sectors.'
    ]


def test_a_new_drawing_may_be_without_words(tmp_path: Path) -> None:
    assert drawings(tmp_path, "key: hat-sen, label: Hạt sen, colours: che-bien") == []
