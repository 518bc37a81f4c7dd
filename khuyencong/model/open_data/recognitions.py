"""The dataset of recognitions: a row for every recognition of a product or of an establishment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.open_data.common import ID, absolute, page_of, source_columns
from khuyencong.model.open_data.dataset import Dataset, column, field
from khuyencong.model.product import Product
from khuyencong.model.recognition import Recognition, decision_link


class _Subject(NamedTuple):
    entry: Product | Establishment
    catalogue: Catalogue
    number: int
    recognition: Recognition


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    honoured: tuple[Product | Establishment, ...] = (*catalogue.all(Product), *catalogue.all(Establishment))
    for one in honoured:
        for number, recognition in enumerate(one.recognitions, start=1):
            yield _Subject(one, catalogue, number, recognition)


def _kind(one: _Subject) -> str:
    return "sản phẩm" if isinstance(one.entry, Product) else "cơ sở"


def _establishment(one: _Subject) -> str | None:
    return one.entry.establishment if isinstance(one.entry, Product) else one.entry.slug


def _decision_url(one: _Subject) -> str | None:
    link = decision_link(one.recognition, one.catalogue)
    return absolute(one.catalogue, link.url) if link and link.url else None


def _year(one: _Subject) -> int | None:
    return one.recognition.known_date.year if one.recognition.known_date else None


RECOGNITIONS_DATA = Dataset(
    slug="cong-nhan",
    title="Các lần công nhận",
    description=(
        "Mỗi dòng là một lần một sản phẩm hoặc một cơ sở được công nhận: sản phẩm CNNT tiêu biểu, sao OCOP, "
        "danh hiệu khác; kèm cấp, năm, quyết định và nguồn."
    ),
    unit="lần công nhận",
    parts=(
        column(
            ID,
            "Mã",
            "Mã của sản phẩm hoặc cơ sở, rồi số thứ tự của lần công nhận trên trang đó.",
            lambda one: f"{one.entry.slug}.{one.number}",
        ),
        column("url", "Trang", "Địa chỉ đầy đủ của trang có lần công nhận này.", page_of, "address"),
        column("subject_kind", "Của ai", "“sản phẩm” hoặc “cơ sở”.", _kind),
        column("subject_id", "Mã sản phẩm hoặc cơ sở", "Mã trong bộ dữ liệu san-pham hoặc co-so.", "entry.slug"),
        column("subject", "Tên sản phẩm hoặc cơ sở", "Tên như trang ghi.", "entry.title"),
        column("establishment_id", "Mã cơ sở", "Mã cơ sở làm ra, trong bộ dữ liệu co-so.", _establishment),
        field(Recognition, "recognition.kind"),
        field(Recognition, "recognition.level", description="Huyện, xã, tỉnh, khu vực, quốc gia; hoặc số sao OCOP."),
        column("title", "Danh hiệu", "Danh hiệu viết đủ bằng chữ.", "recognition.label"),
        column(
            "rank",
            "Bậc",
            "1 là huyện hoặc xã, 2 tỉnh, 3 khu vực, 4 quốc gia.",
            lambda one: one.recognition.rank or None,
            "integer",
        ),
        column("stars", "Số sao", "Số sao OCOP.", lambda one: one.recognition.stars or None, "integer", "sao"),
        column("year", "Năm", "Năm công nhận, nếu nguồn nêu.", _year, "integer", "năm"),
        field(Recognition, "recognition.date", "date"),
        field(Recognition, "recognition.decision", description="Số quyết định như nguồn ghi."),
        column(
            "decision_url",
            "Trang của quyết định",
            "Địa chỉ trang của quyết định, nếu cổng này có.",
            _decision_url,
            "address",
        ),
        field(Recognition, "recognition.note"),
        *source_columns(lambda one: one.recognition.sources or one.entry.sources),  # type: ignore[attr-defined]
    ),
    subjects=_subjects,
    shown=("subject", "title", "year", "decision"),
    facets=("kind", "level", "year", "subject_kind"),
)
