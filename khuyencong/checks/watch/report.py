"""What the tamper watch tells staff, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khuyencong.checks.watch.comparison import Finding

LABELS = {
    "signature": "chữ ký",
    "foreign": "lạ",
    "cloaked": "khác nhau",
    "changed": "bị đổi",
    "missing": "mất",
    "unread": "không đọc được",
}
"""What each kind of finding is called, the worst first."""
ADVICE = {
    "signature": "Bản kê tệp không do khóa của trung tâm ký. Hãy so lại với bản kê ở nơi dựng trang: --manifest TỆP.",
    "foreign": "Có tệp không phải của trang. Hãy báo người quản trị máy chủ, đổi mật khẩu, rồi đăng lại cả trang.",
    "cloaked": "Máy chủ đưa trang khác cho một số khách: dấu hiệu trang bị chiếm. Hãy báo người quản trị máy chủ ngay.",
    "changed": "Tệp không còn như lúc đăng. Hãy so với bản dựng; nếu không ai sửa thì đăng lại cả trang.",
    "missing": "Tệp đã đăng mà không còn. Hãy đăng lại cả trang.",
    "unread": "Chưa đọc được nên chưa biết. Hãy chạy lại.",
}
"""What to do, by kind."""


def lines(findings: Iterable[Finding], files: int) -> Iterator[str]:
    """Write the report.

    Arguments:
        findings: what is not as it was published.
        files: how many files the manifest names.
    """
    order = list(LABELS)
    found = sorted(findings, key=lambda one: (order.index(one.kind), one.path))
    for one in found:
        yield f"{LABELS[one.kind]}: {_shown(one.path)}{f' ({_shown(one.detail)})' if one.detail else ''}"
    kinds = [kind for kind in order if any(one.kind == kind for one in found)]
    yield from (f"→ {LABELS[kind]}: {ADVICE[kind]}" for kind in kinds)
    counts = ", ".join(f"{sum(one.kind == kind for one in found)} {LABELS[kind]}" for kind in kinds)
    yield f"{files} tệp trong bản kê; {counts}." if found else f"Cả {files} tệp đều đúng như lúc đăng, không có tệp lạ."


def _shown(text: str) -> str:
    """Show what a hostile site said on one line, so that it cannot write over the report."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:300]
