"""Turns establishments.csv into pages of establishments and craft villages."""

from __future__ import annotations

import re

from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.sectors import sector_key
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.sources import Bibliography
from khuyencong.intake.words import apart, as_sentence, listed, sentence_case, typographic
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.fields import MAX_SUMMARY

CRAFT_VILLAGE = "làng nghề"
NAMELESS = ("tên riêng lược", "tên mô tả")
NAME_NOTE = "Nguồn không nêu tên riêng; tên ở đây là cách gọi theo mô tả."

LEGAL_FORMS = {
    "": None,
    "Cơ sở": "co-so",
    "Công ty": "cong-ty",
    "Công ty CP": "cong-ty-co-phan",
    "Công ty TNHH": "cong-ty-tnhh",
    "DNTN": "doanh-nghiep-tu-nhan",
    "HTX": "hop-tac-xa",
    "Hộ kinh doanh": "ho-kinh-doanh",
    "Làng nghề / nghề truyền thống": None,
    "Trang trại": "trang-trai",
    "Xí nghiệp": "xi-nghiep",
}
_SPOKEN = {
    "Công ty CP": "Công ty cổ phần",
    "DNTN": "Doanh nghiệp tư nhân",
    "HTX": "Hợp tác xã",
    "Làng nghề / nghề truyền thống": "Làng nghề, nghề truyền thống",
}
_NEW_UNIT = "sau sáp nhập"
_NAMELESS_REMARK = re.compile(r"\s*\([^()]*tên riêng lược[^()]*\)")
_YEARS = re.compile(r"(\d{4}(?:-\d{4})?):\s*(.+)")


def establishment_title(name: str) -> str:
    """Give an establishment's name without the remark that its own name was left out."""
    return _NAMELESS_REMARK.sub("", name)


def establishment_slug(name: str) -> str:
    """Give the slug of the establishment that the tables call so; an empty text for no name."""
    return slug_of(establishment_title(name))


def establishment_drafts(facts: Facts, bibliography: Bibliography) -> Drafts:
    """Draft a page for each row of establishments.csv.

    Arguments:
        facts: the tables.
        bibliography: the sources.
    """
    drafts = Drafts()
    drafts.add_each(facts["establishments.csv"], lambda row: _draft(row, bibliography))
    return drafts


def _draft(row: Row, bibliography: Bibliography) -> Draft:
    if not row["name"]:
        raise UnusableError("không có tên")
    if row["type"] not in LEGAL_FORMS:
        raise UnusableError(f'không rõ loại hình "{row["type"]}"')
    fields: Fields = {
        "title": establishment_title(row["name"]),
        "summary": _summary(row),
        "kind": "craft village" if row["name_kind"] == CRAFT_VILLAGE else None,
        "legal_form": LEGAL_FORMS[row["type"]],
        "sector": sector_key(row["sector"]),
        "makes": row["main_products"],
        "also_known_as": listed(row["also_known_as"]),
        "name_note": NAME_NOTE if row["name_kind"] in NAMELESS else None,
        "address": {part: row[part] or None for part in ("street", "commune", "district", "province")},
        "founded": row["founded_year"] or None,
        "website": _website(row["website"]),
        "certifications": [sentence_case(one) for one in listed(row["certifications"])],
        "supports": [_support(one) for one in listed(row["supports_received"])],
        "scope": _scope(row["caution"]),
        "sources": bibliography.of(row),
    }
    return Draft(ESTABLISHMENTS, establishment_slug(row["name"]), fields, [row])


def place(row: Row) -> str:
    """Say where an establishment is: commune and district without remarks; with no district, the province too.

    A commune named as it is since the reform of 2025 stands alone: the tables give it the province of before.
    """
    known = [apart(row[part])[0] for part in ("commune", "district") if row[part]]
    if not row["district"] and _NEW_UNIT not in row["commune"]:
        known.append(typographic(row["province"]))
    return ", ".join(part for part in known if part)


def _summary(row: Row) -> str:
    kind = _SPOKEN.get(row["type"], row["type"])
    where = f"{kind} ở {place(row)}." if kind and place(row) else as_sentence(kind or f"ở {place(row)}")
    makes = row["main_products"].replace("; ", ", ")
    whole = f"{where} Sản phẩm chính: {makes}." if makes else where
    return whole if len(whole) <= MAX_SUMMARY else where


def _website(text: str) -> str | None:
    if not text:
        return None
    return text if text.startswith(("http://", "https://")) else f"https://{text}"


def _support(text: str) -> Fields:
    dated = _YEARS.fullmatch(text)
    if dated:
        return {"year": dated[1], "content": sentence_case(dated[2])}
    return {"content": sentence_case(text)}


def _scope(caution: str) -> Fields | None:
    return {"status": "chưa xác định", "reason": as_sentence(caution)} if caution else None
