"""Fills storage that speaks S3 with a site, so that readers always find a whole one.

An object is replaced in one step, but many objects are not. So what pages need comes first, pages after it, the
manifest behind them, and what no page needs any more goes last. Files whose names hold a hash stay for one more
deploy, as pages that are open may still ask for them, and in any case for a while: storage knows no lock, so somebody
else may be showing pages at this moment that need them.

Storage gives a browser what lies there and cannot choose between copies. Texts are therefore stored packed in gzip,
which every browser, robot and feed reader unpacks; brotli would save a sixth more and lock some of them out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from khuyencong.publishing.finishing import MANIFEST
from khuyencong.publishing.headers import headers_for, is_hashed
from khuyencong.publishing.health import sickness
from khuyencong.publishing.host_files import HEADERS, REDIRECTS
from khuyencong.publishing.packing import ENDINGS
from khuyencong.publishing.server import Say
from khuyencong.publishing.settings import Bucket, DeployError

NOT_SENT = frozenset({HEADERS, REDIRECTS})
AT_ONCE = 8
"""Uploads at the same time."""
MOST_DELETED = 1000
"""Objects that one request may delete (S3 API reference, DeleteObjects)."""
FRESH = dt.timedelta(hours=1)
"""How long a file whose name holds a hash stays at least; no deploy takes longer."""
MARK = "sha256"
"""The object's own note of what is in it and how it is to be sent."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One file as it is stored.

    Arguments:
        name: its name within the site.
        body: the file to read, packed where a packed copy lies beside it.
        headers: what the storage says with it.
        mark: hash of the bytes and of the headers.
    """

    name: str
    body: Path
    headers: Mapping[str, str]
    mark: str


def sent_files(site: Path) -> list[Sent]:
    """List what is stored of a site, in the order in which it may become visible.

    Arguments:
        site: the folder of the published site.
    """
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    shown = [name for name in names if name not in NOT_SENT and not name.endswith(ENDINGS)]
    return [_sent(site, name) for name in sorted(shown, key=_turn)]


def fill(site: Path, bucket: Bucket, say: Say) -> None:
    """Bring a bucket up to a site.

    Arguments:
        site: the folder of the published site.
        bucket: where to.
        say: is told each step.

    Raises:
        DeployError: when not all of it has arrived; what readers find is whole in any case.
    """
    try:
        _fill(site, _Storage(bucket), say)
    except (BotoCoreError, ClientError) as error:
        raise DeployError(f"Kho {bucket.name} báo lỗi: {error}. Trang đang chạy vẫn nguyên. Hãy thử lại.") from error
    fault = sickness(bucket.url, site, bucket.wait) if bucket.url else ""
    if fault:
        raise DeployError(f"Đã tải lên kho {bucket.name}, nhưng {fault}. Hãy xem lại thiết đặt của kho.")
    say(f"Đã đưa trang lên kho {bucket.name}.")


def _turn(name: str) -> tuple[int, str]:
    """Say when a file may become visible: what pages name first, then pages, the front page and the manifest last."""
    if name.startswith(MANIFEST):
        return 4, name
    if name == "index.html":
        return 3, name
    if name.endswith(".html"):
        return 2, name
    return (0 if is_hashed(name) else 1), name


def _sent(site: Path, name: str) -> Sent:
    packed = site / f"{name}.gz"
    body = packed if packed.is_file() else site / name
    encoding = {"Content-Encoding": "gzip"} if packed.is_file() else {}
    headers = {key: value for key, value in headers_for(name).items() if key in ("Content-Type", "Cache-Control")}
    said = {**headers, **encoding}
    digest = hashlib.sha256(body.read_bytes() + repr(sorted(said.items())).encode()).hexdigest()
    return Sent(name, body, said, digest)


class _Storage:
    """The bucket.

    Arguments:
        bucket: where it is. Its keys come from the environment or from where boto3 looks besides.
    """

    def __init__(self, bucket: Bucket) -> None:
        """Prepare to reach it: a broken connection is tried again, and given up in the end."""
        config = Config(retries={"max_attempts": 5, "mode": "standard"}, connect_timeout=10, read_timeout=60)
        endpoint = bucket.endpoint or None
        self.client: Any = boto3.client("s3", endpoint_url=endpoint, region_name=bucket.region, config=config)
        self.name = bucket.name
        self.prefix = bucket.prefix

    def stored(self) -> dict[str, dt.datetime]:
        """Give the name of each object, and when it was stored."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=self.prefix)
        found = (one for page in pages for one in page.get("Contents", []))
        return {one["Key"].removeprefix(self.prefix): one["LastModified"] for one in found}

    def mark(self, name: str) -> str:
        found = self.client.head_object(Bucket=self.name, Key=self.prefix + name)
        return str(found["Metadata"].get(MARK, ""))

    def read(self, name: str) -> bytes:
        return bytes(self.client.get_object(Bucket=self.name, Key=self.prefix + name)["Body"].read())

    def put(self, one: Sent) -> None:
        more = {key.replace("-", ""): value for key, value in one.headers.items()}
        body = one.body.read_bytes()
        self.client.put_object(
            Bucket=self.name, Key=self.prefix + one.name, Body=body, Metadata={MARK: one.mark}, **more
        )

    def delete(self, names: list[str]) -> None:
        for start in range(0, len(names), MOST_DELETED):
            objects = [{"Key": self.prefix + name} for name in names[start : start + MOST_DELETED]]
            self.client.delete_objects(Bucket=self.name, Delete={"Objects": objects, "Quiet": True})


def _fill(site: Path, storage: _Storage, say: Say) -> None:
    wanted = sent_files(site)
    there = frozenset(storage.stored())
    before = _listed(storage) if MANIFEST in there else frozenset()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        marks = dict(zip(there, pool.map(storage.mark, there), strict=True))
        if MANIFEST not in there:
            _refuse_others(storage, [name for name in there if not marks[name]])
        changed = [one for one in wanted if marks.get(one.name) != one.mark]
        say(f"Tải lên {len(changed)} trong {len(wanted)} tệp …")
        for turn in sorted({_turn(one.name)[0] for one in changed}):
            list(pool.map(storage.put, (one for one in changed if _turn(one.name)[0] == turn)))
    needed = {one.name for one in wanted} | _still_needed(before)
    fresh = dt.datetime.now(tz=dt.UTC) - FRESH
    gone = sorted(
        name for name, when in storage.stored().items() if name not in needed and not (is_hashed(name) and when > fresh)
    )
    say(f"Xóa {len(gone)} tệp không còn dùng …")
    storage.delete(gone)


def _refuse_others(storage: _Storage, others: list[str]) -> None:
    """Keep a first deploy from deleting what is somebody else's; later ones take away what was planted meanwhile."""
    if others:
        raise DeployError(
            f"Kho {storage.name} đã có {len(others)} tệp không phải của trang, ví dụ {min(others)[:80]}; đưa trang lên "
            "sẽ xóa chúng. Hãy dùng kho trống, hoặc ghi prefix trong deploy/deploy.toml."
        )


def _listed(storage: _Storage) -> frozenset[str]:
    """List the files of the site that lies there, as its manifest names them."""
    lines = storage.read(MANIFEST).decode().splitlines()  # the manifest is never packed
    return frozenset(line.partition("  ")[2] for line in lines)


def _still_needed(before: frozenset[str]) -> frozenset[str]:
    """Give the files that pages of the site before may still ask for."""
    return frozenset(name for name in before if is_hashed(name))
