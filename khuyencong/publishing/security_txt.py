"""`/.well-known/security.txt`: where to report a weakness of the site (RFC 9116)."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import quote

import yaml

SECURITY_TXT = ".well-known/security.txt"
POLICY = "bao-mat/index.html"
"""The page that says what to report and how it is dealt with."""
MONTHS = 6
"""How long the file holds, counted from the month of the build; RFC 9116 asks for less than a year."""
UNKNOWN = (
    "Chưa có security.txt: site.yaml chưa ghi nơi báo lỗi bảo mật. Hãy điền security_contact (địa chỉ https:// hoặc "
    "thư điện tử của cơ quan)."
)
"""What whoever publishes is told when the file cannot be written."""


def contact_of(content: Path) -> str:
    """Give where to report as an address; an empty text when nobody has said so.

    Arguments:
        content: the content folder, whose settings the gate has checked.
    """
    settings = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8")) or {}
    told = str(settings.get("security_contact") or (settings.get("identity") or {}).get("email") or "").strip()
    return f"mailto:{quote(told, safe='@')}" if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+", told) else told


def security_txt(contact: str, url: str, today: dt.date, *, has_policy: bool) -> str:
    """Write the file.

    Arguments:
        contact: where to report, as an address.
        url: the site's address, without a slash at its end.
        today: the day of the build.
        has_policy: whether the site has the page on how reports are dealt with.
    """
    months = today.year * 12 + today.month - 1 + MONTHS
    expires = dt.date(months // 12, months % 12 + 1, 1)
    lines = [f"Contact: {contact}", f"Expires: {expires}T00:00:00+07:00", "Preferred-Languages: vi, en"]
    lines.append(f"Canonical: {url}/{SECURITY_TXT}")
    lines += [f"Policy: {url}/{POLICY.removesuffix('index.html')}"] if has_policy else []
    return "".join(f"{line}\n" for line in lines)


def add_security_txt(site: Path, content: Path, url: str, today: dt.date) -> str:
    """Write the file into a finished site, or say why there is none.

    Arguments:
        site: the folder of the site.
        content: the content folder.
        url: the site's address.
        today: the day of the build.

    Returns:
        What whoever publishes should know; an empty text when all is well.
    """
    contact = contact_of(content)
    if not contact:
        return UNKNOWN
    path = site / SECURITY_TXT
    path.parent.mkdir(exist_ok=True)
    text = security_txt(contact, url.rstrip("/"), today, has_policy=(site / POLICY).is_file())
    path.write_text(text, encoding="utf-8")
    return ""
