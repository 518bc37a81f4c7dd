"""The file beside an entry: everything known of it, whole addresses, and a schema that every such file keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.open_data.record import NOT_OF_READERS, record
from khuyencong.model.open_data.record_schema import record_schema
from khuyencong.model.types import TYPES
from tests.builds import SMALL
from tests.content import catalogue, document, entry, establishment, news, product
from tests.pictures import photo

SITE = "https://khuyencong.example"
RESERVED = {"$schema", "content_type", "id", "url", "licence", "attribution", "unit", "location", "referred_by"}
SCHEMA = Draft202012Validator(json.loads(json.dumps(record_schema(SITE))))


def made(found: Catalogue, key: str, slug: str) -> dict[str, Any]:
    """Give the file of an entry as JSON."""
    one = found.get(key, slug)
    assert one
    data: dict[str, Any] = json.loads(json.dumps(record(one, found)))
    SCHEMA.validate(data)
    return data


def small(folder: Path, files: Mapping[str, str | bytes]) -> Catalogue:
    """Give the catalogue of the small site with more files."""
    there = {path.relative_to(SMALL).as_posix(): path.read_bytes() for path in SMALL.rglob("*") if path.is_file()}
    return catalogue(folder, {**there, **files})


def test_every_entry_of_every_type_keeps_the_schema(tmp_path: Path) -> None:
    found = small(tmp_path, {})
    rows = [row for one in TYPES for row in found.index.published[one.key]]
    assert {row.key for row in rows} == {one.key for one in TYPES}
    for row in rows:
        assert made(found, row.key, row.slug)["url"] == f"{found.site.url}{row.url}"


def test_the_schema_is_one_and_refuses_what_it_does_not_know(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)
    good = made(small(tmp_path, {"establishments/a.md": establishment()}), "establishment", "a")
    for wrong in ({**good, "phone_of_owner": "1"}, {**good, "title": 1}, {**good, "content_type": "product"}):
        assert list(SCHEMA.iter_errors(wrong))


def test_no_field_of_a_type_has_a_name_that_every_file_uses() -> None:
    assert {one.key: RESERVED & one.model.model_fields.keys() for one in TYPES} == {one.key: set() for one in TYPES}


def test_references_become_links_and_terms_get_their_words(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("sector: che-bien", title="Cơ sở A"),
        "products/muoi.md": product("establishment: a"),
        "news/tin.md": news("establishments: [a]"),
    }
    found = catalogue(tmp_path, files)
    assert made(found, "product", "muoi")["establishment"] == {
        "id": "a",
        "title": "Cơ sở A",
        "url": f"{SITE}/co-so/a/",
        "data": f"{SITE}/co-so/a/index.json",
    }
    own = made(found, "establishment", "a")
    assert own["sector"] == {"id": "che-bien", "label": "Chế biến nông, lâm, thủy sản và thực phẩm"}
    assert {key: [one["id"] for one in links] for key, links in own["referred_by"].items()} == {
        "product": ["muoi"],
        "news": ["tin"],
    }


def test_what_is_not_known_and_what_only_editors_need_is_left_out(tmp_path: Path) -> None:
    own = made(catalogue(tmp_path, {"establishments/a.md": establishment("aliases: [/cu/]")}), "establishment", "a")
    assert not NOT_OF_READERS & own.keys()
    assert not {"contact", "address", "location", "referred_by", "sources"} & own.keys()


def test_pictures_and_files_have_whole_addresses(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "establishments/a.md": establishment("image: {src: nha.jpg, alt: Nhà xưởng nhìn từ đường}"),
        "establishments/nha.jpg": photo(40, 30),
        "documents/1.md": document("1/QĐ-UBND", "file: Quyết định.pdf"),
        "documents/Quyết định.pdf": b"%PDF-1.4",
    }
    found = catalogue(tmp_path, files)
    assert made(found, "establishment", "a")["image"]["src"].startswith(f"{SITE}/co-so/a/nha-")
    assert made(found, "document", "1-qd-ubnd")["file"] == f"{SITE}/van-ban/1-qd-ubnd/quyet-dinh.pdf"


def test_the_view_is_plain_frozen_data(tmp_path: Path) -> None:
    found = small(tmp_path, {})
    one = found.get("establishment", "hop-tac-xa-duc-dong")
    assert one
    assert hash(record(one, found)) == hash(record(one, found))
    assert repr(record(one, found)) == repr(record(one, found))


def test_a_figure_is_given_as_written_and_as_numbers(tmp_path: Path) -> None:
    lines = ("title: A", "period: 2022", "province: B", "indicators: [{name: Lớp, unit: lớp, done: 1.200-1.500}]")
    found = small(tmp_path, {"programmes/a.md": entry(*lines)})
    (indicator,) = made(found, "programme", "a")["indicators"]
    assert indicator["done"] == {"text": "1.200-1.500", "min": 1200, "max": 1500}
