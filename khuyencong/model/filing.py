"""The name under which an A–Z files an entry: what follows the words that only say what kind of body it is.

Of 155 establishments 62 begin with "Công ty" and 37 with "Cơ sở"; filed by their first word, most would stand under C.
"""

from __future__ import annotations

from collections.abc import Iterable

from khuyencong.model.vietnamese import fold

SHORT_FORMS = (
    "Công ty TNHH Một thành viên",
    "Công ty TNHH MTV",
    "Công ty CP",
    "CTCP",
    "HTX",
    "DNTN",
    "Tổ hợp tác",
    "THT",
)
"""How sources write legal forms besides the words of `content/taxonomies.yaml`."""


def filed(title: str, forms: Iterable[str]) -> tuple[str, str]:
    """Divide a name into what it is filed under and the legal form before it.

    Arguments:
        title: the whole name, for instance "Công ty TNHH Vũ Công".
        forms: words for legal forms.

    Returns:
        For instance "Vũ Công" and "Công ty TNHH"; the whole name and an empty text when no form stands before it.
    """
    for form in sorted((*forms, *SHORT_FORMS), key=len, reverse=True):
        start, rest = title[: len(form)], title[len(form) :]
        name = rest.strip(" -–,")
        if fold(start) == fold(form) and rest[:1].isspace() and name[:1].isalnum():
            return name[0].upper() + name[1:], start
    return title, ""
