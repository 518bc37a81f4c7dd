"""Punctuation: what a voice does with it, and what is left of it for the eye of who reads aloud."""

from __future__ import annotations

import re
import unicodedata

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.rules import DASH, LOWER, UPPER, Rule, rule

_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2008\u2009\u202f\u2002\u2003", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def plain(text: str) -> str:
    """Write a text in its composed letters and with one kind of space."""
    text = re.sub(r"\[\^?\d{1,3}\]", "", unicodedata.normalize("NFC", text))
    # A narrow space between groups of digits is what a point is in Vietnamese.
    text = re.sub(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))", ".", text)
    text = re.sub(rf"(?<=[{UPPER}])[–−‑](?=[{UPPER}])", "-", text)
    text = text.replace("\u03bc", "µ")
    return re.sub(r"\s+", " ", text.translate(_SPACES)).strip()


def _dash(found: re.Match[str], manner: Manner) -> str:
    """Say nothing for the dash of a name (Bà Rịa - Vũng Tàu); any other is a pause."""
    between = " - " if found[1] in UPPER and found[3] in UPPER else ", "
    return f"{found[1]}{found[2]}{between}{found[3]}"


MARKS: tuple[Rule, ...] = (
    rule(r"\s&\s", " và "),
    rule(r"(?<=\w)&(?=\w)", " và "),
    rule(r"&", " và "),
    rule(r"\s?≥\s?", " không dưới "),
    rule(r"\s?≤\s?", " không quá "),
    rule(r"\s?(?:≈\s?|~\s?(?=\w))", " khoảng "),
    rule(r"\s?±\s?", " cộng trừ "),
    rule(r"(?<=\w)\s?[×✕]\s?(?=\w)", " nhân "),
    rule(r"\s?÷\s?", " chia "),
    rule(r"(?<!\w)\+(?=\w)", " cộng "),
    rule(r"(?<=\w)\s?\+\s?(?=\w)", " cộng "),
    rule(r"(?<=\w)\+", " trở lên "),
    rule(r"\s?(?:→|⇒|->|=>)\s?", ", "),
    rule(r"\s?=\s?", " bằng "),
    rule(r"\s?>\s?(?=\w)", " trên "),
    rule(r"\s?<\s?(?=\w)", " dưới "),
    rule(r"#(?=\w)", ""),
    rule(r"²", " bình phương"),
    rule(r"³", " lập phương"),
    rule(r"½", " một phần hai"),
    rule(r"¼", " một phần tư"),
    rule(r"¾", " ba phần tư"),
    rule(r"@", " a còng "),
    rule(r"(?<=\w)[\"“”„«»*_|\\<>{}§¶+=#$€£¥°º%^~₫×÷]+(?=\w)", " "),
    rule(r"(?<=\w)[\"“”„«»'‘’`´*_|\\<>{}§¶+=#$€£¥°º%^~₫×÷]{2,}(?=\w)", " "),
    rule(r"[\"“”„«»'‘’`´*_©®™•▪■●◦†‡^~|\\<>{}§¶+=#$€£¥°º%₫×÷]", ""),
)
"""Signs that are said, and signs that are not."""

PAUSES: tuple[Rule, ...] = (
    rule(r"(?<!háng )\bnăm năm (?=(?:một|hai) nghìn )", "năm, năm "),
    rule(r"\s*[(\[]\s*", ", "),
    rule(r"\s*[)\]]\s*(?=[.,;:!?…]|$)", ""),
    rule(r"\s*[)\]]\s*", ", "),
    rule(rf"\s[-–—]\s([^-–—.;:]{{2,80}}?)\s[-–—]\s(?=[{LOWER}])", r", \1, "),
    rule(r"\s[-–—]\s(?=(?:Phó |Tổng )?(?:Giám đốc|Chủ tịch|Bí thư|Trưởng|Chủ nhiệm|Chủ cơ sở|Bộ trưởng))", ", "),
    rule(r"\b(\w)(\w*)\s[-–—−]+\s(\w)", _dash),
    rule(rf"(?<=[{UPPER}{LOWER}])[–—](?=[{UPPER}{LOWER}])", "-"),
    rule(rf"^{DASH}+(?=\s)|\s{DASH}+$|(?<=[^\w\s])\s{DASH}+(?=\s)|\s{DASH}+(?=\s\W)", ","),
    rule(r"[–—−‑]", "-"),
    rule(r"\s*/\s*", ", "),
    rule(r"(?:\.{3,}|…)\s?", ", vân vân "),
    rule(rf"(?<=[{LOWER}])\.(?=[{LOWER}])", ", "),
    rule(r"·", ","),
    rule(r"\s+([.,;:!?])", r"\1"),
    rule(r"([,;:])(?:\s*[,;:])+", r"\1"),
    rule(r"[,;:]+\s*([.!?])", r"\1"),
    rule(r"([.!?])\s*[,;:]", r"\1"),
    rule(r"([.!?])\s*\.", r"\1"),
    rule(r"^[\s,;:.]+", ""),
    rule(r"([,;:])(?=[^\s\d])", r"\1 "),
    rule(r"\s{2,}", " "),
)
"""Brackets, dashes and slashes become pauses; no two pauses stand together."""


def sentence_case(text: str) -> str:
    """Begin each sentence with a capital letter."""
    return re.sub(rf"(^|[.!?]\s+)([{LOWER}])(?![{UPPER}])", lambda found: found[1] + found[2].upper(), text)


def closed(text: str) -> str:
    """End a paragraph as a sentence ends; a colon stays, as a list follows it."""
    text = text.rstrip(" ,;-–")
    return text if not text or text[-1] in ".!?:" else f"{text}."
