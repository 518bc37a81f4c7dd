"""The kinds of field that content types are made of, each with its rule and its message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError
from slugify import slugify

from khuyencong.model.problem import quoted

NOT_ONE_LINE = "phải là một dòng chữ. Hãy viết một giá trị, không viết danh sách hay nhóm trường."

MAX_TITLE = 200
MAX_SUMMARY = 300
MAX_SLUG = 150
"""Longest slug; it names a folder of the built site, and longer names fail on some systems."""
MAX_LINE = 2_000
"""Longest value of a plain field in characters; longer text belongs into the body."""

_TAG = re.compile(
    r"<\s*/?\s*[a-zA-Z!][^<>]{0,200}>|<\s*/?\s*(?:script|img|svg|iframe|a|style)\b[^<>]{0,20}", re.IGNORECASE
)
_CHARACTER_REFERENCE = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,20}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,1900}", re.IGNORECASE)
_BARE_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s<>\"]*)?", re.IGNORECASE)
_SITE_PATH = re.compile(r"/[A-Za-z0-9._~%/-]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,\s][0-9]{3})+(?:[.,][0-9]+)?")
_PLAIN_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")


def vietnamese_error(message: str, field: str = "") -> PydanticCustomError:
    """Make a validation error whose message an editor will read as it stands.

    Arguments:
        message: Vietnamese: what is wrong and what to do.
        field: the field at fault, when a rule looks at several fields at once.
    """
    return PydanticCustomError("vietnamese", "{message}", {"message": message, "field": field})


def one_line(value: object) -> str:
    """Give a value that must be one line of text.

    Raises:
        PydanticCustomError: when a list or a group of fields was written.
    """
    if isinstance(value, list | dict) or value is None:
        raise vietnamese_error(NOT_ONE_LINE)
    return str(value)


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that names another entry by its slug.

    Arguments:
        type_key: the content type that is named, for instance `establishment`.
    """

    type_key: str


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a field whose value is a key of a list in `content/taxonomies.yaml`.

    Arguments:
        taxonomy: the list's name, for instance `sectors`.
    """

    taxonomy: str


@dataclass(frozen=True, slots=True)
class File:
    """Marks a field that names a file beside the content file.

    Arguments:
        kind: `picture` or `attachment`.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Tag:
    """Marks a field with words that say what an entry is about; entries that share one are akin."""


def _plain(value: str) -> str:
    text = value.strip()
    tag = _TAG.search(text)
    if tag:
        raise vietnamese_error(f"không viết thẻ HTML {quoted(tag.group())} ở đây. Hãy bỏ thẻ, chỉ để lại chữ.")
    reference = _CHARACTER_REFERENCE.search(text)
    if reference:
        raise vietnamese_error(f"không viết mã {quoted(reference.group())} ở đây. Hãy gõ thẳng chữ hoặc dấu cần viết.")
    if len(text) > MAX_LINE:
        raise vietnamese_error(f"dài {len(text)} ký tự, giới hạn {MAX_LINE}. Hãy chuyển bớt xuống phần bài viết.")
    return " ".join(text.split())


def _at_most(limit: int, what: str) -> AfterValidator:
    def check(value: str) -> str:
        if len(value) > limit:
            raise vietnamese_error(f"{what} dài {len(value)} ký tự, giới hạn {limit}. Hãy viết ngắn lại.")
        return value

    return AfterValidator(check)


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address as it is; to make a slug of any text takes much longer."""
    return bool(_SLUG.fullmatch(text))


def _slug(value: str) -> str:
    if len(value) > MAX_SLUG:
        raise vietnamese_error(f"đường dẫn dài {len(value)} ký tự, giới hạn {MAX_SLUG}. Hãy viết ngắn lại.")
    if not value.strip():
        raise vietnamese_error("đường dẫn trống. Hãy viết một đường dẫn, ví dụ slug: cha-ca-muoi.")
    if not is_slug(value):
        rule = "chỉ được có chữ thường không dấu, chữ số và dấu gạch nối"
        raise vietnamese_error(f"{quoted(value)} {rule}. Hãy viết {slugify(value) or 'cha-ca-muoi'}.")
    return value


def _web_address(value: str) -> str:
    address = value.strip()
    if not _WEB_ADDRESS.fullmatch(address) or not _has_host(address):
        hint = f" Ví dụ: https://{address}." if _BARE_HOST.fullmatch(address) else ""
        rule = "Hãy viết địa chỉ đủ, bắt đầu bằng https://, không có dấu cách."
        raise vietnamese_error(f"{quoted(address)} không phải địa chỉ trang web. {rule}{hint}")
    return address


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _site_path(value: str) -> str:
    if not _SITE_PATH.fullmatch(value) or ".." in value or "//" in value:
        raise vietnamese_error(f"{quoted(value)} không phải đường dẫn trên trang này. Hãy viết dạng /tin-tuc/ten-bai/.")
    return value


def _beside(value: str) -> str:
    path = PurePosixPath(value)
    if ".." in path.parts:
        raise vietnamese_error(
            f'đường dẫn {quoted(value)} có "..". Hãy để tệp cùng thư mục với bài và chỉ viết tên tệp.'
        )
    if path.is_absolute() or "\\" in value or ":" in value:
        raise vietnamese_error(
            f"{quoted(value)} không phải tên tệp cạnh bài viết. Hãy chép tệp vào cùng thư mục và chỉ viết tên tệp."
        )
    return path.as_posix()


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if _GROUPED.fullmatch(text):
        plain = re.sub(r"[.,\s](?=\d{3}(?!\d))", "", text).replace(",", ".")
        raise vietnamese_error(f"số {quoted(text)} có dấu phân nhóm. Hãy viết liền: {plain}.")
    if "," in text:
        raise vietnamese_error(
            f"số {quoted(text)} dùng dấu phẩy. Hãy viết phần thập phân sau dấu chấm: {text.replace(',', '.')[:40]}."
        )
    if not _PLAIN_NUMBER.fullmatch(text):
        raise vietnamese_error(f"{quoted(text)} không phải số. Hãy viết chỉ chữ số, ví dụ 9785 hoặc 85.57.")
    return text


def _year(value: object) -> object:
    text = one_line(value).strip()
    if not re.fullmatch(r"[0-9]{4}", text) or not 1900 <= int(text) <= 2100:
        raise vietnamese_error(f"{quoted(text)} không phải năm. Hãy viết bốn chữ số, ví dụ 2022.")
    return int(text)


def _period(value: str) -> str:
    years = re.fullmatch(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?", value)
    if not years or (years[2] and years[2] <= years[1]):
        raise vietnamese_error(f"{quoted(value)} không phải năm hay giai đoạn. Hãy viết 2022 hoặc 2014-2020.")
    return f"{years[1]}-{years[2]}" if years[2] else years[1]


Text: TypeAlias = Annotated[str, AfterValidator(_plain)]
Title: TypeAlias = Annotated[Text, _at_most(MAX_TITLE, "tên")]
Summary: TypeAlias = Annotated[Text, _at_most(MAX_SUMMARY, "tóm tắt")]
Slug: TypeAlias = Annotated[str, AfterValidator(_slug)]
WebAddress: TypeAlias = Annotated[str, AfterValidator(_web_address)]
SitePath: TypeAlias = Annotated[str, AfterValidator(_site_path)]
Amount: TypeAlias = Annotated[Decimal, BeforeValidator(_number)]
Year: TypeAlias = Annotated[int, BeforeValidator(_year)]
Picture: TypeAlias = Annotated[str, AfterValidator(_beside), File("picture")]
Period: TypeAlias = Annotated[Text, AfterValidator(_period)]
Attached: TypeAlias = Annotated[str, AfterValidator(_beside), File("attachment")]


class Part(BaseModel):
    """A frozen group of fields inside an entry that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
