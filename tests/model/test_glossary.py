"""The glossary: what it knows, and that it can be read aloud."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.model.glossary import Glossary, any_of
from tests.content import ROOT, catalogue, problems

REAL = (ROOT / "content" / "glossary.yaml").read_text(encoding="utf-8")


def test_the_real_glossary_says_what_an_abbreviation_stands_for(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"glossary.yaml": REAL}).tables.glossary
    assert found.long("CNNT") == "công nghiệp nông thôn"
    assert {"UDMMTB", "SXSH", "CTV", "TTCN", "OCOP"} <= set(found.known)


def test_what_an_abbreviation_stands_for_can_be_read_aloud(tmp_path: Path) -> None:
    for one in catalogue(tmp_path, {"glossary.yaml": REAL}).tables.glossary.abbreviations:
        assert not re.search(r"[A-ZĐ]{2}|\.", one.long), f"{one.short} is explained by an abbreviation"
        assert len(one.long) > len(one.short)


def test_what_means_two_things_is_not_explained_by_itself(tmp_path: Path) -> None:
    shorts = {one.short for one in catalogue(tmp_path, {"glossary.yaml": REAL}).tables.glossary.abbreviations}
    assert shorts.isdisjoint({"CP", "KH", "TT", "BTC", "PTTH"})


def test_a_site_without_a_glossary_knows_no_abbreviation(tmp_path: Path) -> None:
    assert catalogue(tmp_path, {}).tables.glossary == Glossary()
    assert not re.search(any_of(()), "CNNT")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "abbreviations:\n  - {short: CTV, long: cộng tác viên}\nnames:\n  - {name: CTV}\n",
            '1: abbreviations: chữ "CTV" có 2 lần trong bảng. Hãy giữ một dòng.',
        ),
        (
            "abbreviations:\n  - {short: ctv, long: cộng tác viên}\n",
            '2: abbreviations.0.short: "ctv" không có hai chữ in hoa liền nhau. Hãy viết đúng như trong bài.',
        ),
    ],
)
def test_a_fault_in_the_glossary_is_a_problem(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, {"glossary.yaml": text}) == [f"content/glossary.yaml:{problem}"]


def test_of_several_that_fit_the_longest_is_found() -> None:
    pattern = re.compile(any_of(("TP", "TP.HCM", "TPHCM")))
    assert pattern.findall("TP.HCM, TPHCM, TP") == ["TP.HCM", "TPHCM", "TP"]
