"""Remembers what was found on a page, so that a page that has not changed is not looked at again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one page.

    Arguments:
        violations: each with where it was seen, in order; none on a good page.
        unsure: rules of axe that a program alone cannot answer here.
    """

    violations: tuple[str, ...]
    unsure: tuple[str, ...]


class Memory:
    """Findings by a hash of everything that they depend on.

    A page names its style sheet and scripts by hashes of their content, so its own bytes stand for theirs.

    Arguments:
        file: where findings are kept between runs.
        tools: files that the findings depend on besides the page: the rules, and these modules.
    """

    def __init__(self, file: Path, tools: Iterable[Path]) -> None:
        self._file = file
        self._salt = b"".join(
            path.read_bytes() for path in [*sorted(HERE.glob("*.py")), *sorted(HERE.glob("*.js")), *tools]
        )
        self._known: dict[str, Mapping[str, list[str]]] = {}
        if file.is_file():
            self._known = json.loads(file.read_text(encoding="utf-8"))

    def key(self, page: bytes) -> str:
        """Give the hash of a page and of everything that looks at it."""
        return hashlib.sha256(hashlib.sha256(self._salt).digest() + page).hexdigest()

    def get(self, key: str) -> Finding | None:
        """Give what was found, or nothing when nobody has looked."""
        known = self._known.get(key)
        return known and Finding(tuple(known["violations"]), tuple(known["unsure"]))  # type: ignore[return-value]

    def put(self, key: str, finding: Finding) -> None:
        """Remember what was found."""
        self._known[key] = {name: list(value) for name, value in asdict(finding).items()}

    def save(self, only: Iterable[str] | None = None) -> None:
        """Write down what is known.

        Arguments:
            only: the keys to keep; all others are forgotten. Everything is kept when left out.
        """
        wanted = set(self._known if only is None else only)
        self._known = {key: found for key, found in sorted(self._known.items()) if key in wanted}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(self._known, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._file)
