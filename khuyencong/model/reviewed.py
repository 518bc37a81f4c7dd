"""What people of the house have looked at and allowed: `content/reviewed.yaml`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from pydantic import Field

from khuyencong.model.fields import Part, SitePath, Text, WebAddress


class ToReview(NamedTuple):
    """What a person of the house must have looked at before it may be published.

    Arguments:
        line: its line in the content file.
        field: the field; empty in the Markdown.
        kind: `phone`, `email`, `identity` or `birth` for personal data; `host` for a host that the file leads to.
        value: what was found.
    """

    line: int
    field: str
    kind: str
    value: str


class ReviewedWord(Part):
    """A word of gambling that a page may name, as in news of the police."""

    page: SitePath = Field(title="Trang", description="Địa chỉ trang, ví dụ /tin-tuc/ten-bai/.")
    word: Text = Field(title="Chữ", description="Chữ mà bài cần nói tới.")
    reason: Text = Field(title="Lý do", description="Vì sao bài cần nói tới chữ ấy.")


class ReviewedContact(Part):
    """A mobile number or e-mail address that its owner has published for business."""

    value: Text = Field(title="Số hoặc địa chỉ", description="Số điện thoại hoặc thư điện tử được phép đăng.")
    reason: Text = Field(title="Lý do", description="Vì sao được đăng: ai đã công bố, để làm gì.")
    source: WebAddress | None = Field(None, title="Nguồn", description="Trang mà chủ của số ấy đã công bố.")


class Reviewed(Part):
    """The whole of `content/reviewed.yaml`."""

    hosts: tuple[Text, ...] = Field((), title="Trang ngoài", description="Máy chủ mà bài được dẫn tới.")
    words: tuple[ReviewedWord, ...] = Field((), title="Chữ", description="Chữ cờ bạc mà bài cần nói tới.")
    contacts: tuple[ReviewedContact, ...] = Field((), title="Liên hệ", description="Liên hệ công việc được đăng.")

    @cached_property
    def allowed(self) -> frozenset[str]:
        """Every published contact, in the form that `plain_contact` gives."""
        return frozenset(plain_contact(one.value) for one in self.contacts)

    @cached_property
    def known_hosts(self) -> frozenset[str]:
        """Every host that may be led to, without `www.`."""
        return frozenset(one.lower().removeprefix("www.") for one in self.hosts)


def plain_contact(value: str) -> str:
    """Write a number without what stands between its digits and with a leading zero, an address in lower case."""
    if "@" in value:
        return value.lower()
    digits = re.sub(r"\D", "", value)
    return re.sub(r"^(?:00)?84(?=\d{9}$)", "0", digits)
