"""Plain data that never changes, so that it may be part of a view."""

from __future__ import annotations

from typing import Any


class FrozenMapping(dict[str, Any]):
    """A mapping that is never changed once it is made, so that it may be part of a view."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary that changes has no hash
        """Hash what it says."""
        return hash(tuple(self.items()))


def frozen(value: Any) -> Any:
    """Turn plain data, as YAML gives it, into data that never changes."""
    if isinstance(value, dict):
        return FrozenMapping({key: frozen(part) for key, part in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value
