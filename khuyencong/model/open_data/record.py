"""An entry as JSON beside its page: all its fields, with whole addresses, and what leads to it from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from khuyencong.model.attachment import file_name, published_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry
from khuyencong.model.establishment import Establishment
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.figure import Figure
from khuyencong.model.frontmatter import Location
from khuyencong.model.frozen import FrozenMapping, frozen
from khuyencong.model.marks import Mark, marked_values, references_of
from khuyencong.model.open_data.common import absolute
from khuyencong.model.open_data.datasets import ROOT, VERSION
from khuyencong.model.open_data.publication import LICENCE
from khuyencong.model.open_data.whereabouts import PRECISION, shape_of_unit
from khuyencong.model.pictures.plan import plan
from khuyencong.model.pictures.slots import TILE
from khuyencong.model.place import place_url
from khuyencong.model.types import TYPES

SCHEMA_URL = f"{ROOT}{VERSION}/muc.schema.json"
"""The address of the JSON Schema that says what such a file holds."""
NOT_OF_READERS = frozenset({"slug", "status", "aliases"})
"""Fields that only say where and whether the entry is published."""


def record_url(url: str) -> str:
    """Give the address of the file of an entry by the address of its page."""
    return f"{url}index.json"


def record(entry: Entry, catalogue: Catalogue) -> FrozenMapping:
    """Compute the file of an entry; what is not known is left out."""
    made = _Record(entry, catalogue)
    found: dict[str, object] = {
        "$schema": absolute(catalogue, SCHEMA_URL),
        "content_type": entry.type_key,
        "id": entry.slug,
        "url": absolute(catalogue, entry.url),
        "licence": LICENCE,
        "attribution": catalogue.site.name,
        **made.part(entry, ()),
        **_whereabouts(entry, catalogue),
    }
    named = {key: [made.named(one) for one in catalogue.referring(key, entry)] for key in referring_keys(entry)}
    found["referred_by"] = {key: links for key, links in named.items() if links}
    known: FrozenMapping = frozen({name: value for name, value in found.items() if value not in (None, {}, [])})
    return known


def referring_keys(entry: Entry) -> tuple[str, ...]:
    """Give the keys of the types whose entries can refer to an entry."""
    return _referring_keys(entry.type_key)


@cache
def _referring_keys(key: str) -> tuple[str, ...]:
    models: list[tuple[str, type[BaseModel]]] = [(one.key, one.model) for one in TYPES]
    return tuple(other for other, model in models if key in references_of(model))


def _whereabouts(entry: Entry, catalogue: Catalogue) -> Mapping[str, object]:
    unit = entry.unit(catalogue.places) if isinstance(entry, Establishment) else None
    if unit is None:
        return {}
    point = shape_of_unit(unit, catalogue.boundaries).point
    place = {
        "code": unit.code,
        "name": unit.name,
        "province": unit.province,
        "url": absolute(catalogue, place_url(unit.slug)),
    }
    where = {"longitude": point[0], "latitude": point[1], "precision": PRECISION} if point else {}
    return {"unit": place, "location": where}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


class _Record:
    """Turns the fields of one entry into plain data."""

    def __init__(self, entry: Entry, catalogue: Catalogue) -> None:
        self.entry = entry
        self.catalogue = catalogue
        self.marks: Mapping[Location, Mark] = {at: mark for mark, at, _ in marked_values(entry)}

    def part(self, part: BaseModel, at: Location) -> dict[str, object]:
        """Give the known fields of an entry or of a part of it."""
        found = {}
        for name in type(part).model_fields:
            if at or name not in NOT_OF_READERS:
                value = self._value(getattr(part, name), (*at, name))
                if value not in (None, "", [], {}):
                    found[name] = value
        return found

    def named(self, entry: Entry) -> dict[str, object]:
        """Give the link to another entry."""
        url = absolute(self.catalogue, entry.url)
        return {"id": entry.slug, "title": entry.title, "url": url, "data": record_url(url)}

    def _value(self, value: object, at: Location) -> object:
        if isinstance(value, tuple):
            return [self._value(one, (*at, index)) for index, one in enumerate(value)]
        if isinstance(value, BaseModel):
            return self.part(value, at)
        if isinstance(value, PartialDate):
            return value.iso
        if isinstance(value, Figure):
            return {"text": value.text, "min": _number(value.least), "max": _number(value.most)}
        if isinstance(value, Decimal):
            return _number(value)
        return self._marked(self.marks[at], str(value)) if value and at in self.marks else value

    def _marked(self, mark: Mark, value: str) -> object:
        if isinstance(mark, Reference):
            other = self.catalogue.get(mark.type_key, value)
            return self.named(other) if other else None
        if isinstance(mark, Term):
            return {"id": value, "label": self.catalogue.taxonomies.label(mark.taxonomy, value)}
        return self._file(mark, value) if isinstance(mark, File) else value

    def _file(self, mark: File, name: str) -> str | None:
        if mark.kind != "picture":
            return absolute(self.catalogue, f"{self.entry.url}{published_name(name)}")
        path = file_name(self.entry.source_file.path, name)
        facts = self.catalogue.picture(path)
        is_lead = self.entry.image is not None and self.entry.image.src == name
        slot = self.entry.lead_slot if is_lead else TILE
        return absolute(self.catalogue, plan(facts, path, self.entry.url, "", slot).view.src) if facts else None
