"""The whole way: repeatable, careful with people's work, and no row lost without a word."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from khuyencong.intake.facts import FactsError
from khuyencong.intake.importing import import_facts
from khuyencong.intake.ledger import NAME, LedgerError
from khuyencong.intake.report import report
from khuyencong.model.tree import read_tree
from tests.intake.tables import write_tables

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Path(__file__).parents[2] / "content"
ESTABLISHMENT = {"name": "Cơ sở chả cá Mười", "type": "Cơ sở", "name_kind": "tên riêng", "province": "Đồng Nai"}
PATH = "establishments/co-so-cha-ca-muoi.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "facts", {"establishments": [ESTABLISHMENT]})


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_golden_tables_give_the_golden_files(content: Path) -> None:
    import_facts(GOLDEN / "facts", content)
    assert snapshot(content) == snapshot(GOLDEN / "content")


def test_the_gate_finds_nothing_wrong_with_the_golden_files(content: Path) -> None:
    import_facts(GOLDEN / "facts", content)
    for name in ("site.yaml", "taxonomies.yaml"):
        shutil.copy(SETTINGS / name, content)
    assert read_tree(content, dt.date(2026, 11, 22)).problems == []


def test_every_row_is_in_a_file_or_in_the_report(content: Path) -> None:
    done = import_facts(GOLDEN / "facts", content)
    used = [row for draft, _ in done.verdicts for row in draft.rows]
    all_rows = [row for rows in done.facts.values() for row in rows]
    places = [(row.table, row.number) for row in [*used, *(one.row for one in done.unused)]]
    assert sorted(places) == sorted((row.table, row.number) for row in all_rows)
    assert done.unused
    assert all(one.reason in report(done) for one in done.unused)


def test_a_second_time_changes_nothing(content: Path) -> None:
    import_facts(GOLDEN / "facts", content)
    before = snapshot(content)
    again = import_facts(GOLDEN / "facts", content)
    assert snapshot(content) == before
    assert {verdict for _, verdict in again.verdicts} == {"unchanged"}


def test_a_new_fact_rewrites_a_file_that_nobody_touched(content: Path, facts: Path) -> None:
    import_facts(facts, content)
    write_tables(facts, {"establishments": [ESTABLISHMENT | {"main_products": "chả cá"}]})
    done = import_facts(facts, content)
    assert done.verdicts[0][1] == "written"
    assert "chả cá" in (content / PATH).read_text(encoding="utf-8")


def test_a_file_that_a_person_edited_is_kept_and_reported(content: Path, facts: Path) -> None:
    import_facts(facts, content)
    (content / PATH).write_text("---\ntitle: Của tôi\n---\n", encoding="utf-8")
    write_tables(facts, {"establishments": [ESTABLISHMENT | {"main_products": "chả cá"}]})
    done = import_facts(facts, content)
    assert (content / PATH).read_text(encoding="utf-8") == "---\ntitle: Của tôi\n---\n"
    assert f"Giữ nguyên vì đã có người sửa:\n  {PATH}" in report(done)


def test_a_file_that_a_person_wrote_first_is_kept(content: Path, facts: Path) -> None:
    (content / PATH).parent.mkdir()
    (content / PATH).write_text("của người khác", encoding="utf-8")
    assert import_facts(facts, content).verdicts[0][1] == "edited"
    assert not (content / NAME).exists()


def test_a_file_that_a_person_removed_stays_away(content: Path, facts: Path) -> None:
    import_facts(facts, content)
    (content / PATH).unlink()
    done = import_facts(facts, content)
    assert not (content / PATH).exists()
    assert f"Không ghi lại vì đã có người xóa hoặc chuyển:\n  {PATH}" in report(done)


def test_a_file_whose_row_is_gone_is_left_and_named(content: Path, facts: Path) -> None:
    import_facts(facts, content)
    write_tables(facts, {"establishments": [ESTABLISHMENT | {"name": "Cơ sở khác"}]})
    done = import_facts(facts, content)
    assert done.orphans == [PATH]
    assert (content / PATH).exists()


def test_the_ledger_is_sorted_and_names_what_was_written(content: Path) -> None:
    import_facts(GOLDEN / "facts", content)
    written = json.loads((content / NAME).read_text(encoding="utf-8"))
    assert list(written) == sorted(written)
    assert set(written) == set(snapshot(content)) - {NAME}


@pytest.mark.parametrize("text", ["không phải JSON", "[]", '{"a": 1}'])
def test_a_spoilt_ledger_stops_the_import_before_anything_is_written(content: Path, facts: Path, text: str) -> None:
    (content / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError):
        import_facts(facts, content)
    assert list(snapshot(content)) == [NAME]


def test_a_value_that_the_model_refuses_is_reported_and_not_written(content: Path, tmp_path: Path) -> None:
    facts = write_tables(tmp_path / "facts", {"establishments": [ESTABLISHMENT | {"main_products": "<b>chả</b>"}]})
    done = import_facts(facts, content)
    assert done.verdicts == []
    assert "thẻ HTML" in done.unused[0].reason


def test_tables_that_cannot_be_read_are_refused_with_a_word(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    with pytest.raises(FactsError, match="không có thư mục"):
        import_facts(folder, content)
    folder.mkdir()
    with pytest.raises(FactsError, match="không có bảng nào"):
        import_facts(folder, content)
    (folder / "events.csv").write_text("date,place\n", encoding="utf-8")
    with pytest.raises(FactsError, match="thiếu cột: event_type"):
        import_facts(folder, content)
    (folder / "events.csv").write_bytes("ngày".encode("utf-16"))
    with pytest.raises(FactsError, match="không phải UTF-8"):
        import_facts(folder, content)
