"""Finds personal data in texts: mobile numbers, e-mail addresses, numbers of identity papers, dates of birth.

What counts: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 on what personal data are; how it is written stands in
`personal_forms.py`. Landlines (02…), hotlines (1800, 1900), numbers of documents and firms, and sums of money are left
alone; so are addresses below `.example`, which are nobody's (RFC 2606).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from khuyencong.model.frontmatter import FrontMatter
from khuyencong.model.outside import text_values
from khuyencong.model.personal_forms import BIRTH, EMAIL, IDENTITY, MESSENGERS, PHONE, SAME
from khuyencong.model.problem import Problem
from khuyencong.model.reviewed import Reviewed, ToReview, plain_contact

LABELS = {
    "phone": "số điện thoại di động",
    "email": "thư điện tử",
    "identity": "số giấy tờ tùy thân",
    "birth": "ngày sinh",
}
"""What each kind is called."""
_ANY = re.compile(rf"(?P<email>{EMAIL})|(?P<identity>{IDENTITY})|(?P<phone>{PHONE})|(?P<birth>{BIRTH})", re.IGNORECASE)
_MAYBE = re.compile(r"\d\D{0,3}\d\D{0,3}\d|@|[(\[]a|còng| dot |%40|(?:không|chín)\s", re.IGNORECASE)
_OF_A_FIRM = re.compile(
    r"(?:MST|mã số|số thuế|MSDN|ĐKKD|GPKD|GCN|giấy (?:phép|chứng nhận)|đăng ký kinh doanh|tài khoản|STK|mã vạch)"
    r"[^\d\n]{0,40}$",
    re.IGNORECASE,
)
"""What stands before a number that is no telephone's: tax numbers of Ho Chi Minh City begin with 03, as mobiles do."""
_ADDRESS = re.compile(rf"(?<![a-z])https?://(?!{MESSENGERS})[^\s)>\]\"']+", re.IGNORECASE)
CONTACT = "contact"
"""The fields below this one are published business contacts."""


def personal_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what a text says of persons: where, of which kind, and what.

    Arguments:
        text: any text; addresses of web pages in it are left alone.
    """
    same = text if text.isascii() else text.translate(SAME)
    if not _MAYBE.search(same):
        return
    plain = _ADDRESS.sub(lambda found: " " * len(found[0]), same)
    for found in _ANY.finditer(plain):
        kind = next(name for name in LABELS if found[name])
        before = plain[max(0, found.start() - 80) : found.start()]
        if kind in ("phone", "identity") and not found["paper"] and _OF_A_FIRM.search(before):
            continue
        yield found.start(), kind, found["paper"] or found[0].strip()


def personal_of(front: FrontMatter) -> Iterator[ToReview]:
    """Yield the personal data of a content file, but for the business contacts of an establishment.

    Arguments:
        front: the content file.
    """
    for location, text in text_values(front.fields):
        if CONTACT not in location:
            field, line = ".".join(map(str, location)), front.line(location)
            yield from (ToReview(line, field, kind, value) for _, kind, value in personal_in(text))
    for start, kind, value in personal_in(front.body):
        yield ToReview(front.body_line + front.body.count("\n", 0, start), "", kind, value)


def personal_problem(shown: str, one: ToReview, reviewed: Reviewed, file: str = "") -> Problem | None:
    """Say that personal data would be published, unless a person has allowed it.

    Arguments:
        shown: how problems name the content file.
        one: what was found.
        reviewed: what a person has allowed.
        file: the attachment in which it stands; empty for the content file itself.
    """
    is_contact = one.kind in ("phone", "email")
    if is_contact and plain_contact(one.value) in reviewed.allowed:
        return None
    what = f'{f"tệp {file} có " if file else "có "}{LABELS[one.kind]} "{_masked(one.value)}".'
    return Problem(shown, one.line, one.field, f"{what} {_advice(is_contact=is_contact, in_file=bool(file))}")


def _advice(*, is_contact: bool, in_file: bool) -> str:
    away = "Hãy xóa trong tệp gốc rồi chép lại tệp" if in_file else "Hãy bỏ đi"
    if not is_contact:
        return f"{away}; dữ liệu cá nhân không đăng lên trang."
    return (
        f"{away} nếu là của riêng một người. Nếu là liên hệ công việc đã công bố thì ghi ở mục contact của cơ sở, "
        'hoặc thêm dòng "- {value: …, reason: …}" vào mục contacts của reviewed.yaml.'
    )


def _masked(value: str) -> str:
    """Repeat personal data so that whoever wrote it finds it, and no other reader of the report learns it."""
    name, mark, host = value.partition("@")
    if mark:
        return f"{name[:2]}…@{host}"
    digits = any(map(str.isdigit, value))
    return re.sub(r"(?<=\d{2})[^\n]+(?=\d{2})", "…", value) if digits else f"{value[:2]}…"
