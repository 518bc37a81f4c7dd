"""The dataset of news: what each article tells of, and not its text, which feeds carry."""

from __future__ import annotations

from khuyencong.model.entry import Entry
from khuyencong.model.news import News
from khuyencong.model.open_data.common import UPDATED, OneEntry, each, identity, source_columns, term
from khuyencong.model.open_data.dataset import Dataset, column, field


def _issues(one: OneEntry[News]) -> tuple[str, ...]:
    return tuple(issue.slug for issue in one.catalogue.referring("bulletin", one.entry))


NEWS_DATA = Dataset(
    slug="tin-tuc",
    title="Tin tức",
    description="Mỗi dòng là một bài: ngày, chuyên mục, tóm tắt, nguồn, những cơ sở, sản phẩm, văn bản được nói tới.",
    unit="bài",
    parts=(
        *identity("Mã của bài, cũng là phần cuối của địa chỉ trang.", "Tên bài"),
        field(
            News, "entry.date", "date", description="Ngày của sự việc, hoặc chỉ tháng hay năm khi nguồn chỉ nêu vậy."
        ),
        *term("category", "news_categories", "Chuyên mục"),
        column(
            "author",
            "Tên ký",
            "Tên ký dưới bài.",
            lambda one: one.entry.author or one.catalogue.site.default_author,
        ),
        field(Entry, "entry.summary", description="Một, hai câu về nội dung bài."),
        field(Entry, "entry.tags", "list", description="Từ khóa của bài."),
        field(News, "entry.establishments", "list", description="Mã những cơ sở được nói tới, trong bộ co-so."),
        field(News, "entry.products", "list", description="Mã những sản phẩm được nói tới, trong bộ san-pham."),
        field(News, "entry.documents", "list", description="Mã những văn bản được nói tới, trong bộ van-ban."),
        column("bulletins", "Số bản tin", "Mã những số bản tin có bài này, trong bộ ban-tin.", _issues, "list"),
        field(Entry, "entry.lang", description="Ngôn ngữ của bài: vi hoặc en."),
        UPDATED,
        *source_columns(),
    ),
    subjects=each(News),
    shown=("title", "date", "category", "author"),
    facets=("category", "author"),
)
