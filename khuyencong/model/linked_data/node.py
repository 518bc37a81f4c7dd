"""A thing in the words of schema.org, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, bool, "Node", tuple["Value", ...]]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with what is known of it.

    Arguments:
        values: property and value, in order; all addresses are absolute.
    """

    values: tuple[tuple[str, Value], ...]

    def get(self, name: str) -> Value | None:
        """Give the value of a property."""
        return dict(self.values).get(name)


def node(type_: str, *, id_: str = "", **properties: Value | None) -> Node:
    """Make a thing; what is not known is left out.

    Arguments:
        type_: its type, for instance `NewsArticle`.
        id_: the address that names it on any page.
        properties: what is known of it; a single value need not stand in a tuple.
    """
    named = {"@type": type_, "@id": id_, **properties}
    return Node(tuple((name, _single(value)) for name, value in named.items() if value not in (None, "", ())))


def reference(id_: str) -> Node:
    """Name a thing that is told of elsewhere."""
    return Node((("@id", id_),))


def _single(value: Value | None) -> Value:
    is_alone = isinstance(value, tuple) and len(value) == 1
    return value[0] if is_alone else value  # type: ignore[index,return-value]  # nothing is left out above
