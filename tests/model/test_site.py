"""The settings of the site, and what must be known before it is real."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.site import Identity, Site
from tests.content import catalogue, problems

GIVEN = """name: Cổng
short_name: KC
description: Trang về khuyến công.
url: https://khuyencong.example
default_author: Ban biên tập
"""
IDENTITY = """identity:
  governing_body: Sở Công Thương
  responsible_person: Nguyễn Văn A
  address: 1 Phạm Văn Đồng
  phone: "0254 1"
  email: a@khuyencong.example
"""
ADVICE = "Hãy điền thông tin thật, hoặc đặt lại demo: true."


def said(folder: Path, text: str) -> list[str]:
    return problems(folder, {"site.yaml": text})


def test_a_real_site_with_blanks_lists_every_missing_field_at_its_line(tmp_path: Path) -> None:
    blanks = "identity:\n  phone:\n  governing_body: Sở\n  email: ''\n  address:   # CHƯA CÓ\n  responsible_person: A\n"
    assert said(tmp_path, f"{GIVEN}demo: false\n{blanks}") == [
        f'content/site.yaml:8: identity.phone: demo là false mà chưa có "Điện thoại". {ADVICE}',
        f'content/site.yaml:10: identity.email: demo là false mà chưa có "Thư điện tử". {ADVICE}',
        f'content/site.yaml:11: identity.address: demo là false mà chưa có "Địa chỉ". {ADVICE}',
    ]


@pytest.mark.parametrize(
    ("text", "line", "missing"),
    [
        (f"{GIVEN}demo: false\n", 6, ["address", "email", "governing_body", "phone", "responsible_person"]),
        (
            f"{GIVEN}demo: false\nidentity:\n  phone: '1'\n",
            7,
            ["address", "email", "governing_body", "responsible_person"],
        ),
    ],
)
def test_fields_that_are_not_there_at_all_are_missed_where_they_would_stand(
    tmp_path: Path, text: str, line: int, missing: list[str]
) -> None:
    shown = [problem.split(": ")[:2] for problem in said(tmp_path, text)]
    assert shown == [[f"content/site.yaml:{line}", f"identity.{name}"] for name in missing]


def test_a_real_site_needs_no_licence(tmp_path: Path) -> None:
    assert said(tmp_path, f"{GIVEN}demo: false\n{IDENTITY}") == []
    assert "licence" not in dict(Identity().missing())


def test_a_model_site_may_leave_its_body_blank_and_is_one_unless_it_says_otherwise(tmp_path: Path) -> None:
    assert said(tmp_path, f"{GIVEN}demo: true\nidentity:\n  phone:\n") == []
    site = catalogue(tmp_path, {"site.yaml": GIVEN}).site
    assert (site.demo, site.identity, site.default_author) == (True, Identity(), "Ban biên tập")


def test_an_address_ending_in_a_slash_is_a_problem(tmp_path: Path) -> None:
    text = GIVEN.replace(".example", ".example/")
    assert said(tmp_path, text) == ["content/site.yaml:4: url: địa chỉ có dấu / ở cuối. Hãy bỏ dấu đó."]


@pytest.mark.parametrize("name", ["name", "short_name", "description", "url", "default_author"])
def test_what_every_page_shows_cannot_be_left_out(tmp_path: Path, name: str) -> None:
    text = "".join(line for line in GIVEN.splitlines(keepends=True) if not line.startswith(f"{name}:"))
    message = f'thiếu trường bắt buộc này. Hãy thêm dòng "{name}: …".'
    assert said(tmp_path, text) == [f"content/site.yaml:1: {name}: {message}"]


def test_settings_that_cannot_be_read_say_nothing_and_are_a_model_site() -> None:
    blank = Site.blank()
    assert (blank.name, blank.demo, list(blank.identity.missing())) == ("", True, list(Identity().missing()))
    assert len(list(blank.identity.missing())) == 5
