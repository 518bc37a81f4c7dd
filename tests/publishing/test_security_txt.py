"""security.txt: what RFC 9116 asks, and nothing that nobody has said."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.publishing.security_txt import SECURITY_TXT, UNKNOWN, add_security_txt, contact_of, security_txt

TODAY = dt.date(2026, 11, 27)


def content(folder: Path, *lines: str) -> Path:
    """Write settings."""
    (folder / "site.yaml").write_text("\n".join(["name: Trang", *lines]), encoding="utf-8")
    return folder


def test_the_file_has_what_the_standard_asks() -> None:
    assert security_txt("mailto:a@b.example", "https://c.example/x", TODAY, has_policy=True) == (
        "Contact: mailto:a@b.example\n"
        "Expires: 2027-05-01T00:00:00+07:00\n"
        "Preferred-Languages: vi, en\n"
        "Canonical: https://c.example/x/.well-known/security.txt\n"
        "Policy: https://c.example/x/bao-mat/\n"
    )


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_it_expires_within_a_year_and_not_soon(today: dt.date) -> None:
    found = re.search(
        r"^Expires: (\S+)$", security_txt("mailto:a@b", "https://c", today, has_policy=False), re.MULTILINE
    )
    assert found
    assert dt.timedelta(days=140) < dt.datetime.fromisoformat(found[1]).date() - today < dt.timedelta(days=365)


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        (["identity: {email: thu@co-quan.example}"], "mailto:thu@co-quan.example"),
        (
            ["security_contact: bao@co-quan.example", "identity: {email: thu@co-quan.example}"],
            "mailto:bao@co-quan.example",
        ),
        (["security_contact: https://co-quan.example/bao-loi"], "https://co-quan.example/bao-loi"),
        (["identity:"], ""),
        ([], ""),
    ],
)
def test_the_contact_is_what_the_settings_say(tmp_path: Path, lines: list[str], contact: str) -> None:
    assert contact_of(content(tmp_path, *lines)) == contact


def test_without_a_contact_there_is_no_file_and_whoever_publishes_is_told(tmp_path: Path) -> None:
    assert add_security_txt(tmp_path, content(tmp_path), "https://c.example", TODAY) == UNKNOWN
    assert not (tmp_path / SECURITY_TXT).exists()


def test_with_a_contact_there_is_one_and_no_policy_that_is_not_there(tmp_path: Path) -> None:
    folder = content(tmp_path, "security_contact: a@b.example")
    assert add_security_txt(tmp_path, folder, "https://c.example/", TODAY) == ""
    text = (tmp_path / SECURITY_TXT).read_text(encoding="utf-8")
    assert "Canonical: https://c.example/.well-known/security.txt\n" in text
    assert "Policy" not in text
