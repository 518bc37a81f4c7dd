"""Rules on Vietnamese as it is read: numbers and dates in the forms of the country, no unexplained capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from khuyencong.checks.pages import BuiltPage, BuiltSite
from khuyencong.model.problem import Problem

_READ = (
    "text()[not(ancestor::code or ancestor::pre or ancestor::kbd or ancestor::samp or parent::script or parent::style)]"
)
FOREIGN_FORMS = {
    "a date that only computers write": re.compile(
        r"(?<![\w/.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w/-])"
    ),
    "a number in English groups": re.compile(
        r"(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}(?![\d,])|(?:,\d{3})+\.\d)"  # 1,234 alone is a Vietnamese decimal
    ),
    "a decimal point": re.compile(r"(?<![\d.,])\d+\.\d{1,2}\s?(?:%|(?:triệu|tỷ|tỉ|tấn|tạ|kg|ha|km|m²|USD)\b)"),
}
"""Forms of numbers and dates that do not belong into Vietnamese text: it has 05/09/2022, 1.234.567 and 12,5 %."""

_WORD = re.compile(r"(?<!\w)[A-ZĂÂĐÊÔƠƯ]\d*[A-ZĂÂĐÊÔƠƯ][A-ZĂÂĐÊÔƠƯ\d]*(?!\w)")
_NOT_WORDS = (
    r"(?:(?<![\w.-])(?=[\w.-]*\d)[\w.-]++|…)(?:/[\w.-]+)+|(?<![a-z])[a-z]++://\S+|(?<!\S)[^\s@]++@\S+"
    r"|(?<!\w)[IVX]+(?!\w)"
)
"""Numbers of documents, addresses, Roman numerals."""


def vietnamese_forms(page: BuiltPage) -> Iterator[Problem]:
    """Numbers and dates that readers see are written the Vietnamese way."""
    whole = "\n".join(page.tree.xpath(f"//body//{_READ}", smart_strings=False))
    for name, form in FOREIGN_FORMS.items():
        for found in form.finditer(whole):
            yield page.problem("vietnamese", f"{name}: {found[0]!r}", _holder(page, found[0]))


def known_words(glossary: Path) -> frozenset[str]:
    """Read what the glossary of the content folder knows; it is read as plain YAML, without the model's help."""
    lists = yaml.safe_load(glossary.read_text(encoding="utf-8")) or {}
    shorts = (str(one["short"]) for one in lists.get("abbreviations") or ())
    return frozenset([*shorts, *(str(one["name"]) for one in lists.get("names") or ())])


def known_capitals(site: BuiltSite, known: Collection[str]) -> Iterator[Problem]:
    """Every word of capitals in the main part of a page is in the glossary, or is no abbreviation.

    Arguments:
        site: the finished site.
        known: what the glossary knows.
    """
    longest_first = sorted(known, key=len, reverse=True)
    expected = re.compile("|".join([*(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first), _NOT_WORDS]))
    for page in site.pages:
        text = "".join(page.tree.xpath(f"//main//{_READ}", smart_strings=False)).replace("\u00a0", " ")
        for word in dict.fromkeys(_WORD.findall(expected.sub(" ", text))):
            message = f'chữ viết tắt "{word}" chưa có trong glossary.yaml'
            yield page.problem("capitals", message, _holder(page, word))


def _holder(page: BuiltPage, text: str) -> object:
    """Give the first element whose own text holds a text."""
    return next((one.getparent() for one in page.tree.xpath(f"//body//{_READ}") if text in one), None)
