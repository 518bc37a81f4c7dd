"""Says in Vietnamese what an import did, for the person who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from khuyencong.intake.importing import Import
from khuyencong.intake.ledger import Verdict

_VERDICTS: Mapping[Verdict, str] = {
    "written": "tệp đã ghi",
    "unchanged": "không đổi",
    "edited": "giữ nguyên vì đã có người sửa",
    "removed": "không ghi lại vì đã có người xóa hoặc chuyển",
}


def report(done: Import) -> str:
    """Write the report of an import: each table, then every file left alone and every row not used."""
    return "\n".join([*_tables(done), *_files_left_alone(done), *_unused_rows(done)])


def _tables(done: Import) -> Iterator[str]:
    yield "Nhập dữ kiện:"
    unused = Counter(one.row.table for one in done.unused)
    files = Counter((draft.rows[0].table, verdict) for draft, verdict in done.verdicts)
    for table, rows in done.facts.items():
        if not rows:
            yield f"  {table}: không có dòng nào"
            continue
        counts = ", ".join(f"{files[table, verdict]} {words}" for verdict, words in _VERDICTS.items())
        yield f"  {table}: dùng {len(rows) - unused[table]}/{len(rows)} dòng; {counts}"


def _files_left_alone(done: Import) -> Iterator[str]:
    yield from _listed("Giữ nguyên vì đã có người sửa:", _paths(done, "edited"))
    yield from _listed("Không ghi lại vì đã có người xóa hoặc chuyển:", _paths(done, "removed"))
    yield from _listed("Tệp từ lần nhập trước mà nay không còn dòng nào; hãy xem lại rồi tự xóa nếu cần:", done.orphans)


def _paths(done: Import, verdict: Verdict) -> list[str]:
    return [draft.path for draft, given in done.verdicts if given == verdict]


def _unused_rows(done: Import) -> Iterator[str]:
    lines = [f"{one.row.table}, dòng {one.row.number}, {one.row.name}: {one.reason}" for one in done.unused]
    yield from _listed(f"Dòng chưa dùng được ({len(lines)}):", lines)


def _listed(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from (f"  {line}" for line in lines)
