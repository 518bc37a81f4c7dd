"""Looks at one picture file and says whether it may be published, and what is known of it.

The file is not trusted: whoever calls this for strangers' files does so in a process of limited time and memory, see
`khuyencong.build.apart`.
"""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from khuyencong.model.pictures.kinds import AVIF, HEAD, HEIC, JPEG, SVG, Kind, kind_of
from khuyencong.model.pictures.verdict import Facts, Verdict
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import file_size

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 40_000_000
MAX_PIXELS = 80_000_000
"""Largest picture in pixels; what a telephone takes has 50 million at most, if not switched to its special mode."""
MAX_SIDE = 16_383
"""What WebP can hold, and a telephone's widest panorama; a narrow tall picture keeps its height in all copies."""
LOOKED_AT = 640
"""Width in pixels to which a picture is reduced to be looked at; all of its data is read."""
FEW_COLOURS = 128
"""A logo, a plan or a screenshot has so many colours at most; any photo has more."""
_OTHER_FILES = re.compile(rb"<script|<\?php|<!doctype\s+html|<html", re.IGNORECASE)


def inspect(path: Path) -> Verdict:
    """Look at a picture file.

    Arguments:
        path: the file; whether it may be reached at all has been seen to.
    """
    try:
        trouble = not_to_be_read(path)
        return _refused(trouble) if trouble else judge(path.read_bytes(), path.name)
    except OSError:
        return _refused(f"không đọc được tệp {quoted(path.name)}. Hãy xem lại tên tệp và quyền đọc của tệp.")


def not_to_be_read(path: Path) -> str:
    """Say why a file must not even be opened: reading a pipe or a device may never end, and a huge file takes long.

    Arguments:
        path: the file.

    Returns:
        A Vietnamese message, or an empty text when the file may be read.

    Raises:
        OSError: when nothing can be learnt about it.
    """
    there = path.lstat()
    if not stat.S_ISREG(there.st_mode):
        return f"{quoted(path.name)} không phải tệp thường. Hãy chép hẳn tệp ảnh vào đây."
    if there.st_size == 0:
        return f"ảnh {quoted(path.name)} rỗng. Hãy chép lại tệp."
    if there.st_size > MAX_BYTES:
        sizes = f"nặng {file_size(there.st_size)}. Hãy giảm xuống dưới {file_size(MAX_BYTES)}."
        return f"ảnh {quoted(path.name)} {sizes}"
    return ""


def judge(data: bytes, name: str) -> Verdict:
    """Judge the bytes of a picture file.

    Arguments:
        data: all of the file.
        name: its name.
    """
    ending = PurePosixPath(name).suffix.lower()
    kind = kind_of(data[:HEAD])
    if kind is None:
        return _refused(broken(name))
    if ending not in kind.endings:
        message = (
            f"thật ra là ảnh loại {kind.endings[0][1:].upper()}. Hãy đổi đuôi tệp thành {quoted(kind.endings[0])}."
        )
        return _refused(f"ảnh {quoted(name)} {message}")
    if kind != SVG and _is_another_file_too(data):
        message = "giấu thêm một tệp loại khác bên trong. Hãy mở bằng chương trình xem ảnh rồi lưu thành ảnh mới."
        return _refused(f"ảnh {quoted(name)} {message}")
    return _judge_drawing(data, name) if kind == SVG else _judge_pixels(data, name, kind)


def broken(name: str) -> str:
    """Say that a picture cannot be read."""
    return f"ảnh {quoted(name)} hỏng hoặc không đúng loại. Hãy lưu lại ảnh rồi chép vào thư mục."


def _refused(message: str) -> Verdict:
    return Verdict(None, message)


def _is_another_file_too(data: bytes) -> bool:
    """Whether other programs would take the picture for an archive, a paper or a web page."""
    return b"%PDF-" in data[:1024] or bool(_OTHER_FILES.search(data)) or zipfile.is_zipfile(io.BytesIO(data))


def _judge_drawing(data: bytes, name: str) -> Verdict:
    from khuyencong.model.pictures.drawing import DrawingError, sanitised  # noqa: PLC0415 - few pictures are drawings
    from khuyencong.model.pictures.tones import WHITE  # noqa: PLC0415 - the same

    try:
        drawing = sanitised(data)
    except DrawingError as error:
        return _refused(f"bản vẽ {quoted(name)} {error}")
    digest = hashlib.sha256(data).hexdigest()
    warning = (
        f"bản vẽ {quoted(name)} có phần không đăng được ({', '.join(drawing.lost)}), nên trên trang trông khác đi. "
        "Hãy xem lại trên trang, hoặc xuất thành PNG."
    )
    facts = Facts(digest, SVG.name, "drawing", drawing.width, drawing.height, WHITE)
    return Verdict(facts, warning=warning if drawing.lost else "")


def _judge_pixels(data: bytes, name: str, kind: Kind) -> Verdict:
    from PIL.Image import DecompressionBombError as BombError  # noqa: PLC0415 - Pillow is slow to import

    from khuyencong.model.pictures.jpeg import mended  # noqa: PLC0415 - the same

    try:
        facts = _facts(data, kind)
    except Unusable as error:
        return _refused(f"ảnh {quoted(name)} {error}")
    except (MemoryError, BombError):
        return _refused(f"ảnh {quoted(name)} có quá nhiều điểm ảnh. Hãy thu nhỏ xuống dưới 8.000 điểm mỗi chiều.")
    except Exception:  # noqa: BLE001 - decoders raise what they like at broken data, and each means the same
        whole = mended(data) if kind == JPEG else b""
        if whole:
            return _judge_mended(data, whole, name)
        return _refused(broken(name))
    return Verdict(facts)


def _judge_mended(data: bytes, whole: bytes, name: str) -> Verdict:
    """Judge a photo that lacks its last bytes, as when a copy was interrupted."""
    verdict = _judge_pixels(whole, name, JPEG)
    if verdict.facts is None:
        return verdict
    facts = verdict.facts._replace(digest=hashlib.sha256(data).hexdigest(), is_cut=True)
    return Verdict(facts, warning=f"ảnh {quoted(name)} thiếu đoạn cuối tệp. Trang vẫn dùng được; nên chép lại ảnh.")


class Unusable(Exception):  # noqa: N818 - it says what is wrong
    """Raised with a Vietnamese reason when a sound picture may not be published."""


def _facts(data: bytes, kind: Kind) -> Facts:
    from khuyencong.model.pictures.raster import MODES, developed, opened, upright_size  # noqa: PLC0415 - as above
    from khuyencong.model.pictures.tones import tone_of  # noqa: PLC0415 - the same

    with opened(data, kind) as picture:
        _refuse_too_large(picture.size)
        if picture.mode not in MODES:
            raise Unusable(f"giữ màu kiểu {quoted(picture.mode)}, trang chưa dùng được. Hãy lưu lại thành JPEG.")
        width, height = upright_size(picture)
        small = developed(picture, min(LOOKED_AT, width))
        form = "graphic" if kind not in (JPEG, HEIC, AVIF) and _has_few_colours(picture) else "photo"
    return Facts(hashlib.sha256(data).hexdigest(), kind.name, form, width, height, tone_of(small))


def _refuse_too_large(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE:
        raise Unusable(f"lớn {width} × {height} điểm. Hãy thu nhỏ xuống dưới 8.000 điểm mỗi chiều.")


def _has_few_colours(picture: Image.Image) -> bool:
    return picture.mode == "1" or (
        picture.mode in ("L", "LA", "P", "RGB", "RGBA") and bool(picture.getcolors(FEW_COLOURS))
    )
