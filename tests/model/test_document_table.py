"""The table of documents: in the order of the listing, each with its state."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.document import LegalDocument
from khuyencong.model.document_table import document_table
from tests.content import catalogue, document


def test_documents_stand_the_latest_first_each_with_its_state(tmp_path: Path) -> None:
    files = {
        "documents/1.md": document("1/QĐ", "date: 2020-01-01", title="Một"),
        "documents/2.md": document("2/QĐ", "date: 2021-01-01", "amends: [1-qd]", title="Hai"),
        "documents/3.md": document("3/QĐ", "date: 2022-01-01", "replaces: [2-qd]", title="Ba"),
        "documents/4.md": document("4/QĐ", title="Không ngày"),
    }
    found = catalogue(tmp_path, files)
    rows = document_table(found.all(LegalDocument), found).rows
    assert [(row.document.text, row.status, row.date.iso if row.date else "") for row in rows] == [
        ("3/QĐ", "Chưa thấy văn bản sửa đổi, thay thế", "2022-01-01"),
        ("2/QĐ", "Đã được thay thế", "2021-01-01"),
        ("1/QĐ", "Đã được sửa đổi, bổ sung", "2020-01-01"),
        ("4/QĐ", "Chưa thấy văn bản sửa đổi, thay thế", ""),
    ]
    assert {(row.type, row.issuer) for row in rows} == {("Quyết định", "UBND tỉnh Đồng Nai")}
    assert rows[0].document.url == "/van-ban/3-qd/"
    assert rows[0].title == "Ba"
