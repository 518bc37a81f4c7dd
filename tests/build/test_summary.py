"""What a build prints at its end."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from khuyencong.build.progress import Phases, Step
from khuyencong.build.site import Built
from khuyencong.build.summary import PROFILE, Summary, print_profile, print_summary, wants_profile


def test_the_summary_counts_pages_by_type_and_says_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    built = Built(pages=Counter(news=1200, listing=30, site=2), pictures=7, rendered=3, changed=4)
    print_summary(Summary(built, 1.26, 0, Path("output")))
    lines = capsys.readouterr().out.splitlines()
    rows = {" ".join(line.split()[:-1]): line.split()[-1] for line in lines}
    assert rows["Tin tức"] == "1.200"
    assert rows["Tổng số trang và tệp"] == "1.232"
    assert rows["Trang dựng lại"] == "3"
    assert rows["Giây"] == "1,3"
    assert lines[-1] == "Mở xem: output/index.html"
    assert len({len(line) for line in lines[:-1]}) == 1


def test_a_site_that_goes_on_to_another_folder_is_not_for_looking_at(capsys: pytest.CaptureFixture[str]) -> None:
    print_summary(Summary(Built(), 1.0, 0, None))
    assert "Mở xem" not in capsys.readouterr().out


def test_remarks_on_content_are_printed_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    remarks = ['content/news/a.md:7: chữ viết tắt "TTCN" chưa có trong glossary.yaml.', "content/news/b.md:2: Hai"]
    print_summary(Summary(Built(remarks=remarks), 1.0, 1, Path("output")))
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == remarks
    assert next(line for line in lines if line.startswith("Cảnh báo")).split()[-1] == "3"


PROFILE_TEXT = """\
Bước          Số lượng   Giây  Phần
───────────────────────────────────
Dựng trang       1.000   6,00   60%
Việc khác                3,00   30%
Đọc nội dung       800   1,00   10%
───────────────────────────────────
Cộng                    10,00  100%

Mẫu trang (mọi tiến trình)  Số trang  Giây  Phần
────────────────────────────────────────────────
news/entry.html                  100  6,00   75%
home.html                          1  2,00   25%
────────────────────────────────────────────────
Cộng                                  8,00  100%
"""


def test_the_profile_says_where_the_seconds_went(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 110.0)
    phases = Phases(started=100.0, steps={"Đọc nội dung": Step(800, 1.0), "Dựng trang": Step(1000, 6.0)})
    print_profile(phases, {"home.html": (1, 2.0), "news/entry.html": (100, 6.0)})
    assert capsys.readouterr().out == PROFILE_TEXT


def test_the_profile_of_a_build_without_new_pages_has_no_templates(capsys: pytest.CaptureFixture[str]) -> None:
    print_profile(Phases(), {})
    assert "Mẫu trang" not in capsys.readouterr().out


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("", False), ("0", False)])
def test_a_profile_is_asked_for_by_an_environment_variable(
    monkeypatch: pytest.MonkeyPatch, value: str, *, wanted: bool
) -> None:
    monkeypatch.setenv(PROFILE, value)
    assert wants_profile() == wanted
