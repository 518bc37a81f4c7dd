"""Finds the hosts that a content file leads to, so that its writer hears early of one that nobody has reviewed.

The check of the finished site refuses such a host; here it is only remarked on, with the line in the content file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from khuyencong.model.frontmatter import FrontMatter, Location, Value
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.reviewed import Reviewed, ToReview

_LABEL = r"[\w-]{1,63}"
_HOST = re.compile(
    rf"(?<![a-z])https?://(?:[^\s/@<>]{{1,100}}@)?(?P<linked>{_LABEL}(?:\.{_LABEL}){{1,6}})"
    rf"|(?<![\w.@/-])(?P<typed>(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:com|net|org|vn))(?![\w-]|\.\w)",
    re.IGNORECASE,
)


def hosts_of(front: FrontMatter) -> Iterator[ToReview]:
    """Yield each host that a content file names, the first time that it does.

    Arguments:
        front: the content file.
    """
    seen: set[str] = set()
    texts = [(front.line(location), ".".join(map(str, location)), text) for location, text in text_values(front.fields)]
    for line, field, text in (*texts, (front.body_line, "", front.body)):
        for found in _HOST.finditer(text):
            host = (found["linked"] or found["typed"]).lower().removeprefix("www.")
            if host not in seen:
                seen.add(host)
                yield ToReview(line + text.count("\n", 0, found.start()), field, "host", host)


def host_remark(shown: str, one: ToReview, reviewed: Reviewed) -> Problem | None:
    """Remark on a host that nobody has reviewed; a site without a list of hosts has none to hold it against.

    Arguments:
        shown: how problems name the content file.
        one: the host.
        reviewed: what a person has allowed.
    """
    if not reviewed.hosts or one.value in reviewed.known_hosts:
        return None
    message = (
        f"trang ngoài {quoted(one.value)} chưa được duyệt nên chưa đăng được. Hãy mở thử; đúng là nguồn cần dẫn thì "
        f'thêm dòng "  - {one.value[:100]}" vào mục hosts của reviewed.yaml.'
    )
    return Problem(shown, one.line, one.field, message)


def text_values(value: Value, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield each text of the front matter with its place.

    Arguments:
        value: the fields, or a part of them.
        location: where the part stands.
    """
    if isinstance(value, str):
        yield location, value
    elif value:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from text_values(inner, (*location, key))
