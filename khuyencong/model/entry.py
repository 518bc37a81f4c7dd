"""What every content file has in common: the entry, its sources, its picture, its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from slugify import slugify

from khuyencong.model.attachment import file_name
from khuyencong.model.dates import PartialDate
from khuyencong.model.fields import (
    Attached,
    Part,
    Picture,
    SitePath,
    Slug,
    Summary,
    Tag,
    Text,
    Title,
    WebAddress,
    is_slug,
    vietnamese_error,
)
from khuyencong.model.frontmatter import Location, Value
from khuyencong.model.media_view import PictureView
from khuyencong.model.pictures.plan import plan
from khuyencong.model.pictures.slots import CARD, COLUMN, Slot
from khuyencong.model.view import Card
from khuyencong.model.written import Translation, Written

if TYPE_CHECKING:
    from khuyencong.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ContentFile:
    """Where an entry came from.

    Arguments:
        path: the file, relative to the content folder, with `/` between folders.
        shown: how problems name the file.
        lines: the line of each front-matter field.
    """

    path: str
    shown: str
    lines: Mapping[Location, int]

    def line(self, *location: str | int) -> int:
        """Give the line of a field, or of what stands around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


class Source(Part):
    """The page or paper from which facts were taken."""

    title: Title = Field(title="Tên nguồn", description="Tên bài hoặc văn bản đã dùng.")
    url: WebAddress | None = Field(None, title="Địa chỉ", description="Địa chỉ đúng của trang, không phải trang chủ.")
    publisher: Text | None = Field(None, title="Nơi công bố", description="Tên báo, cơ quan hoặc trang.")
    date: PartialDate | None = Field(None, title="Ngày", description="Ngày nguồn công bố, nếu biết.")


class Image(Part):
    """A picture beside the content file."""

    src: Picture = Field(title="Tệp ảnh", description="Tên tệp ảnh để cùng thư mục với bài.")
    alt: Text = Field(title="Mô tả ảnh", description="Lời tả ảnh cho người không nhìn thấy; khác chú thích.")
    caption: Text | None = Field(None, title="Chú thích", description="Dòng chữ hiện dưới ảnh.")
    credit: Text | None = Field(None, title="Nguồn ảnh", description="Người chụp hoặc nơi cho phép dùng ảnh.")

    @model_validator(mode="after")
    def _alt_says_something(self) -> Image:
        stem = PurePosixPath(self.src).stem
        if self.alt in (self.src, stem) or re.fullmatch(r"[\W\d_]*", self.alt):
            raise vietnamese_error("mô tả ảnh (alt) đang là tên tệp hoặc con số. Hãy tả ảnh bằng một câu ngắn.", "alt")
        if self.alt == self.caption:
            raise vietnamese_error("mô tả ảnh (alt) trùng với chú thích. Hãy tả điều nhìn thấy trong ảnh.", "alt")
        return self


class Attachment(Part):
    """A file that readers may download."""

    file: Attached = Field(title="Tệp", description="Tên tệp để cùng thư mục với bài.")
    title: Title = Field(title="Tên tài liệu", description="Tên mà người đọc thấy.")


class Entry(BaseModel):
    """One validated content file; each content type adds its own fields and says how it is shown."""

    type_key: ClassVar[str]
    lead_slot: ClassVar[Slot] = COLUMN
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: Title = Field(title="Tên", description="Tên bài, cơ sở, sản phẩm hoặc văn bản.")
    summary: Summary = Field("", title="Tóm tắt", description="Một, hai câu, tối đa 300 ký tự, chỉ có chữ.")
    slug: Slug = Field("", title="Đường dẫn", description="Phần cuối của địa chỉ; bỏ trống thì lấy từ tên tệp.")
    status: Literal["published", "draft", "hidden"] = Field(
        "published",
        title="Tình trạng",
        description="published: đăng; draft: bản nháp; hidden: đăng nhưng không vào danh sách.",
    )
    date: PartialDate | None = Field(None, title="Ngày", description="Ngày của sự việc: 2022-09-05, 2022-09 hoặc 2022.")
    added: PartialDate | None = Field(
        None, title="Ngày đưa lên", description="Ngày mục này được đưa lên trang, nếu sau ngày lập danh mục."
    )
    updated: PartialDate | None = Field(None, title="Ngày sửa", description="Ngày sửa nội dung gần nhất.")
    image: Image | None = Field(None, title="Ảnh chính", description="Ảnh đại diện, để cùng thư mục với bài.")
    tags: tuple[Annotated[Text, Tag()], ...] = Field((), title="Từ khóa", description="Vài từ khóa, chữ thường.")
    aliases: tuple[SitePath, ...] = Field((), title="Địa chỉ cũ", description="Những địa chỉ cũ sẽ dẫn về trang này.")
    lang: Literal["vi", "en"] = Field("vi", title="Ngôn ngữ", description="vi hoặc en.")
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Các nguồn của dữ kiện trên trang.")

    _file: ContentFile = PrivateAttr()
    _url: str = PrivateAttr("")

    @classmethod
    def default_slug(cls, fields: Mapping[str, Value], stem: str) -> str:
        """Make the slug of an entry that does not set one.

        Arguments:
            fields: the front matter.
            stem: the file's name without its ending.
        """
        return stem if is_slug(stem) else slugify(stem)

    @property
    def source_file(self) -> ContentFile:
        """The content file that this entry was read from."""
        return self._file

    @property
    def url(self) -> str:
        """The entry's address on the site, for instance `/co-so/cha-ca-muoi/`."""
        return self._url

    def settle(self, url: str, file: ContentFile) -> None:
        """Tell the entry its address and its file; called once, by the tree, right after validation."""
        self._url = url
        self._file = file

    @property
    def opening_day(self) -> tuple[int, int, int] | None:
        """The day from which the site has the entry: one that is dated ahead waits for its day."""
        return self.date.earliest() if self.date else None

    @property
    def last_day(self) -> tuple[int, int, int] | None:
        """The last day on which lists show the entry; its page stays, as others link to it."""
        return None

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The files that the entry offers for download."""
        return ()

    @property
    def further_pictures(self) -> tuple[Image, ...]:
        """More pictures of what the entry is about, beside its main one."""
        return ()

    def photo(self, catalogue: Catalogue) -> PictureView | None:
        """Give the entry's photo for its card. It only decorates: the card's name says what is behind it."""
        if not self.image:
            return None
        name = file_name(self._file.path, self.image.src)
        facts = catalogue.picture(name)
        return plan(facts, name, self.url, "", CARD).view if facts else None

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the entry.

        Arguments:
            catalogue: all entries, for names that stand in other files.
        """
        return Card(url=self.url, title=self.title, summary=self.summary, photo=self.photo(catalogue))

    def describe(self, catalogue: Catalogue) -> str:
        """Say in one sentence what the entry is, for search engines and shared links."""
        return self.summary or self.title

    @property
    def first_day(self) -> PartialDate | None:
        """The day by which the search puts results in order of time."""
        return self.date

    @property
    def modified(self) -> PartialDate | None:
        """The day of the last change of the page, as far as it is known. `date` tells of what the page is about."""
        return self.updated or self.added

    def written(self, catalogue: Catalogue) -> Written:
        """Say when the entry's page was written, and by whom if anybody signs it."""
        return Written(self.modified)

    def translations(self, catalogue: Catalogue) -> tuple[Translation, ...]:
        """Give the entry's page in all its languages; none when it has only one."""
        return ()

    def whereabouts(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Name the places that the entry belongs to, as people may look for them: as written, and as called since."""
        return ()

    def related(self, catalogue: Catalogue) -> object:
        """Compute what the entry's page shows of other entries, as a small frozen dataclass."""
        return None

    def faults(self) -> Iterator[tuple[Location, str]]:
        """Yield location and message of what is wrong with the fields taken together."""
        return iter(())

    def problems(self, catalogue: Catalogue) -> Iterator[tuple[Location, str]]:
        """Yield location and message of what is wrong between this entry and others."""
        return iter(())
