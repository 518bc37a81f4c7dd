"""Which templates a template is made of, and the hash of them all."""

from __future__ import annotations

import hashlib
from functools import cached_property

from jinja2 import Environment, meta


class Closures:
    """Hashes of templates with everything that they extend, include and import.

    Arguments:
        environment: the environment that finds the templates.
    """

    def __init__(self, environment: Environment) -> None:
        """Start with nothing known."""
        self.environment = environment
        self._direct: dict[str, tuple[str, frozenset[str]]] = {}
        self._digests: dict[str, str] = {}

    def digest(self, name: str) -> str:
        """Hash a template with all it is made of."""
        if name not in self._digests:
            found = hashlib.sha256()
            for member in sorted(self._members(name)):
                found.update(f"{member}\0{self._read(member)[0]}\0".encode())
            self._digests[name] = found.hexdigest()
        return self._digests[name]

    def _members(self, name: str) -> set[str]:
        members: set[str] = set()
        waiting = [name]
        while waiting:
            member = waiting.pop()
            if member not in members:
                members.add(member)
                waiting += self._read(member)[1]
        return members

    def _read(self, name: str) -> tuple[str, frozenset[str]]:
        """Give the source of a template and the names it refers to; a computed name stands for every template."""
        if name not in self._direct:
            loader = self.environment.loader
            source = loader.get_source(self.environment, name)[0] if loader else ""
            referred = set(meta.find_referenced_templates(self.environment.parse(source)))
            names = frozenset(self._every) if None in referred else frozenset(one for one in referred if one)
            self._direct[name] = (source, names)
        return self._direct[name]

    def edition(self) -> str:
        """Hash all templates."""
        return hashlib.sha256("".join(self.digest(name) for name in self._every).encode()).hexdigest()

    @cached_property
    def _every(self) -> list[str]:
        return self.environment.list_templates()
