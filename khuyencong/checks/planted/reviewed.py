"""What people of the house have looked at and allowed: `content/reviewed.yaml`, read as plain YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

SHOWN = "content/reviewed.yaml"
"""How messages name the file."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What may stand on the site.

    Arguments:
        hosts: hosts that pages may lead to, without `www.`.
        words: the address of a page and a gambling word that it may name, as in news of the police.
    """

    hosts: frozenset[str] = frozenset()
    words: frozenset[tuple[str, str]] = frozenset()


def read_reviewed(path: Path) -> Reviewed:
    """Read the file; where there is none, nothing has been reviewed.

    Arguments:
        path: the file.
    """
    lists = (yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None) or {}
    hosts = (str(one).lower().removeprefix("www.") for one in lists.get("hosts") or ())
    words = ((str(one["page"]), str(one["word"]).lower()) for one in lists.get("words") or ())
    return Reviewed(frozenset(hosts), frozenset(words))
