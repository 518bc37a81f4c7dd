"""The settings of `content/site.yaml`: the site's name, its responsible body, its navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from khuyencong.model.dates import PartialDate
from khuyencong.model.fields import Part, Text, Title, WebAddress
from khuyencong.model.frontmatter import FrontMatter
from khuyencong.model.problem import Problem

_REPORT_TO = re.compile(r"https://[^\s<>\"]{1,500}|[^\s@:/<>]{1,64}@[^\s@:/<>]{1,200}")
"""Where weaknesses are reported to: RFC 9116 allows web addresses by HTTPS alone."""


class Identity(Part):
    """Who is responsible for the site. What is not known stays blank and is shown as missing."""

    governing_body: Text = Field("", title="Cơ quan chủ quản", description="Tên cơ quan chủ quản.")
    responsible_person: Text = Field(
        "", title="Chịu trách nhiệm", description="Họ tên và chức vụ người chịu trách nhiệm nội dung."
    )
    address: Text = Field("", title="Địa chỉ", description="Địa chỉ trụ sở.")
    phone: Text = Field("", title="Điện thoại", description="Số điện thoại của cơ quan.")
    email: Text = Field("", title="Thư điện tử", description="Địa chỉ thư của cơ quan.")
    licence: Text = Field("", title="Giấy phép", description="Số giấy phép, nếu trang cần giấy phép.")

    def missing(self) -> Iterator[tuple[str, str]]:
        """Yield name and label of each required field that is still blank; a licence is not always needed."""
        for name, field in type(self).model_fields.items():
            if name != "licence" and not getattr(self, name):
                yield name, str(field.title)


class BulletinImprint(Part):
    """What the law asks a printed bulletin to say of itself (Luật Báo chí 2016, Điều 34)."""

    name: Text = Field("", title="Tên bản tin", description="Tên in ở đầu trang nhất.")
    licence: Text = Field("", title="Giấy phép xuất bản", description="Số và ngày của giấy phép xuất bản bản tin.")
    printer: Text = Field("", title="Nơi in", description="Tên nhà in.")
    period: Text = Field("", title="Kỳ hạn", description="Ví dụ: mỗi quý một kỳ.")


class Site(Part):
    """The whole of `content/site.yaml`."""

    name: Title = Field(title="Tên trang", description="Tên đầy đủ ở đầu mỗi trang.")
    short_name: Title = Field(title="Tên ngắn", description="Tên ngắn dùng trên thẻ trình duyệt.")
    description: Text = Field(title="Giới thiệu ngắn", description="Một câu nói trang này là gì.")
    url: WebAddress = Field(title="Địa chỉ trang", description="Địa chỉ đầy đủ khi công bố, không có dấu / ở cuối.")
    demo: bool = Field(
        default=True, title="Trang mẫu", description="true: mọi trang ghi rõ là trang mẫu và máy tìm kiếm không lấy."
    )
    offline: bool = Field(
        default=True,
        title="Đọc khi mất mạng",
        description="true: trình duyệt lưu bài đã đọc. false: không lưu, và xóa những gì các lần trước đã lưu.",
    )
    default_author: Text = Field(title="Tên ký", description="Tên ký dưới tin khi bài không ghi tên khác.")
    catalogue_since: PartialDate | None = Field(
        None, title="Ngày lập danh mục", description="Ngày những mục đầu tiên được đưa lên; chúng không cần ghi added."
    )
    security_contact: Text = Field(
        "", title="Nơi báo lỗi bảo mật", description="Thư điện tử của cơ quan hoặc địa chỉ https:// để báo lỗ hổng."
    )
    identity: Identity = Field(
        default_factory=Identity, title="Thông tin cơ quan", description="Điền đủ trước khi đặt demo thành false."
    )
    bulletin: BulletinImprint = Field(
        default_factory=BulletinImprint, title="Bản tin in", description="Thông tin in trên bản tin."
    )

    @classmethod
    def blank(cls) -> Site:
        """Give settings that say nothing, for when the file cannot be read."""
        return cls(name="", short_name="", description="", url="https://khuyencong.example", default_author="")


def site_problems(site: Site, front: FrontMatter, shown: str) -> Iterator[Problem]:
    """Yield what must be filled in before the site may stop calling itself a model site.

    Arguments:
        site: the settings.
        front: where each setting stands.
        shown: how problems name the file.
    """
    if site.url.endswith("/"):
        yield Problem(shown, front.line(("url",)), "url", "địa chỉ có dấu / ở cuối. Hãy bỏ dấu đó.")
    if site.security_contact and not _REPORT_TO.fullmatch(site.security_contact):
        message = "phải là thư điện tử hoặc địa chỉ https://. Hãy xem lại, hoặc để trống khi chưa có."
        yield Problem(shown, front.line(("security_contact",)), "security_contact", message)
    if site.demo:
        return
    for name, label in site.identity.missing():
        message = f'demo là false mà chưa có "{label}". Hãy điền thông tin thật, hoặc đặt lại demo: true.'
        where = ("identity", name) if "identity" in front.fields else ("demo",)
        yield Problem(shown, front.line(where), f"identity.{name}", message)
