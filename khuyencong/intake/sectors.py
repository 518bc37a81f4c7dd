"""The four groups of Thông tư 26/2014/TT-BCT, as the tables name them."""

from __future__ import annotations

from khuyencong.intake.draft import UnusableError

SECTORS = {
    "": None,
    "chế biến nông lâm thủy sản và thực phẩm": "che-bien",
    "thủ công mỹ nghệ": "thu-cong-my-nghe",
    "thiết bị máy móc dụng cụ phụ tùng cơ khí": "co-khi",
    "sản phẩm khác": "khac",
}


def sector_key(text: str) -> str | None:
    """Give the key of a group; nothing for a blank.

    Raises:
        UnusableError: for a group that is not one of the four.
    """
    if text not in SECTORS:
        raise UnusableError(f'không rõ nhóm ngành "{text}"')
    return SECTORS[text]
