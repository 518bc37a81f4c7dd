"""The dataset of bulletin issues: which articles each of them gathers."""

from __future__ import annotations

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.entry import Entry
from khuyencong.model.open_data.common import UPDATED, OneEntry, each, identity, source_columns
from khuyencong.model.open_data.dataset import Dataset, column, field


def _news(one: OneEntry[Bulletin]) -> tuple[str, ...]:
    return tuple(slug for section in one.entry.sections for slug in section.news)


BULLETINS_DATA = Dataset(
    slug="ban-tin",
    title="Bản tin",
    description="Các số bản tin, các mục và những bài trong từng số. Tệp PDF và sách điện tử ở trang của mỗi số.",
    unit="số",
    parts=(
        *identity("Mã của số bản tin, cũng là phần cuối của địa chỉ trang."),
        field(Bulletin, "entry.number", "integer"),
        column("year", "Năm", "Năm của bản tin.", "entry.year", "integer", "năm"),
        field(Entry, "entry.summary", description="Một, hai câu về số này."),
        column(
            "sections",
            "Các mục",
            "Tên các mục, theo thứ tự in.",
            lambda one: tuple(part.title for part in one.entry.sections),
            "list",
        ),
        column("news", "Bài", "Mã những bài trong số, theo thứ tự in, trong bộ tin-tuc.", _news, "list"),
        column("news_count", "Số bài", "Số bài trong số này.", lambda one: len(_news(one)), "integer", "bài"),
        column("print_run", "Số lượng in", "Số cuốn in; trống khi chưa in.", "entry.print_run", "integer", "cuốn"),
        field(Bulletin, "entry.responsible"),
        UPDATED,
        *source_columns(),
    ),
    subjects=each(Bulletin),
    shown=("title", "year", "number", "news_count"),
    facets=("year",),
)
