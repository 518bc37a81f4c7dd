"""Storage that speaks S3: only what changed is sent, and nothing that a reader still needs goes away."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import BotoCoreError
from moto.server import ThreadedMotoServer

from khuyencong.publishing import bucket
from khuyencong.publishing.bucket import fill, sent_files
from khuyencong.publishing.settings import Bucket, DeployError
from tests.loopback import HERE
from tests.publishing.hosts import make_release

A, B, C = "aaaaaaaa", "bbbbbbbb", "cccccccc"
NAME = "trang-khuyen-cong"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The address of storage on loopback."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address=HERE, port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def storage(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """An empty bucket, whatever accounts this machine's owner has."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "thu")
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    made = Bucket(NAME, endpoint=endpoint, prefix="khuyen-cong/")
    client(made).create_bucket(Bucket=NAME)
    yield made
    for one in objects(made):
        client(made).delete_object(Bucket=NAME, Key=one)
    client(made).delete_bucket(Bucket=NAME)


def client(storage: Bucket) -> Any:
    return boto3.client("s3", endpoint_url=storage.endpoint, region_name=storage.region)


def objects(storage: Bucket) -> dict[str, Any]:
    found = client(storage).list_objects_v2(Bucket=NAME).get("Contents", [])
    return {one["Key"]: one["LastModified"] for one in found}


def stored(storage: Bucket, name: str) -> dict[str, Any]:
    found: dict[str, Any] = client(storage).get_object(Bucket=NAME, Key=storage.prefix + name)
    return {**found, "Body": found["Body"].read()}


def edition(storage: Bucket) -> str:
    return gzip.decompress(stored(storage, "index.html")["Body"])[20:28].decode()


def test_every_file_is_stored_with_its_type_and_how_long_it_may_be_kept(storage: Bucket, tmp_path: Path) -> None:
    site = make_release(tmp_path / A, A) / "site"
    fill(site, storage, lambda _: None)
    page, font = stored(storage, "index.html"), stored(storage, "giao-dien/chung.00000000.woff2")
    assert (page["ContentType"], page["ContentEncoding"]) == ("text/html; charset=utf-8", "gzip")
    assert page["CacheControl"] == "public, max-age=300"
    assert gzip.decompress(page["Body"]) == (site / "index.html").read_bytes()
    assert (font["ContentType"], font["CacheControl"]) == ("font/woff2", "public, max-age=31536000, immutable")
    assert "ContentEncoding" not in font
    names = {key.removeprefix("khuyen-cong/") for key in objects(storage)}
    assert names == {one.name for one in sent_files(site)}
    assert not any(name.startswith("_") or name.endswith((".br", ".gz")) for name in names)


def test_only_what_changed_is_sent_again(storage: Bucket, tmp_path: Path) -> None:
    site = make_release(tmp_path / A, A) / "site"
    said: list[str] = []
    fill(site, storage, said.append)
    (site / "khac.txt").write_text("một tệp mới")
    fill(site, storage, said.append)
    fill(site, storage, said.append)
    total = len(sent_files(site))
    assert [line for line in said if line.startswith("Tải lên")] == [
        f"Tải lên {total - 1} trong {total - 1} tệp …",
        f"Tải lên 1 trong {total} tệp …",
        f"Tải lên 0 trong {total} tệp …",
    ]


def test_what_open_pages_need_stays_for_one_deploy_more(
    storage: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket, "FRESH", dt.timedelta())
    for one, sheets in ((A, {A}), (B, {A, B}), (C, {B, C})):
        fill(make_release(tmp_path / one, one) / "site", storage, lambda _: None)
        there = {key.split(".")[1] for key in objects(storage) if "/site." in key}
        assert there == sheets
    assert edition(storage) == C


@pytest.mark.parametrize("puts", range(0, 18, 3))
def test_cut_off_at_any_moment_every_page_finds_what_it_names(
    storage: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, puts: int
) -> None:
    fill(make_release(tmp_path / A, A) / "site", storage, lambda _: None)
    left = itertools.count(puts, -1)
    put = bucket._Storage.put

    def cut(self: bucket._Storage, one: bucket.Sent) -> None:
        if next(left) <= 0:
            raise BotoCoreError
        put(self, one)

    monkeypatch.setattr(bucket._Storage, "put", cut)
    with pytest.raises(DeployError, match="Hãy thử lại"):
        fill(make_release(tmp_path / B, B) / "site", storage, lambda _: None)
    there = objects(storage)
    for key in there:
        if key.endswith(".html"):
            page = gzip.decompress(stored(storage, key.removeprefix(storage.prefix))["Body"]).decode()
            assert f"{storage.prefix}giao-dien/site.{page[20:28]}.css" in there


def test_of_two_deploys_at_once_every_page_finds_what_it_names(
    storage: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = [make_release(tmp_path / one, one) / "site" for one in (A, B, C)]
    fill(sites[0], storage, lambda _: None)
    put = bucket._Storage.put

    def another_between(self: bucket._Storage, one: bucket.Sent) -> None:
        if one.name == "manifest.txt":
            monkeypatch.setattr(bucket._Storage, "put", put)
            fill(sites[1], storage, lambda _: None)
        put(self, one)

    monkeypatch.setattr(bucket._Storage, "put", another_between)
    fill(sites[2], storage, lambda _: None)
    there = objects(storage)
    pages = [key.removeprefix(storage.prefix) for key in there if key.endswith(".html")]
    editions = {gzip.decompress(stored(storage, page)["Body"])[20:28].decode() for page in pages}
    assert B in editions
    assert all(f"{storage.prefix}giao-dien/site.{one}.css" in there for one in editions)


def test_other_things_in_the_bucket_are_left_alone_and_planted_ones_taken_away(storage: Bucket, tmp_path: Path) -> None:
    client(storage).put_object(Bucket=NAME, Key="cong-khac/index.html", Body=b"x")
    site = make_release(tmp_path / A, A) / "site"
    fill(site, storage, lambda _: None)
    client(storage).put_object(Bucket=NAME, Key="khuyen-cong/la.html", Body=b"x")
    fill(site, storage, lambda _: None)
    assert "cong-khac/index.html" in objects(storage)
    assert "khuyen-cong/la.html" not in objects(storage)


def test_a_bucket_full_of_other_things_is_refused_before_anything_is_sent(storage: Bucket, tmp_path: Path) -> None:
    client(storage).put_object(Bucket=NAME, Key="khuyen-cong/luu-tru.zip", Body=b"x")
    with pytest.raises(DeployError, match=r"đã có 1 tệp không phải của trang, ví dụ luu-tru\.zip"):
        fill(make_release(tmp_path / A, A) / "site", storage, lambda _: None)
    assert list(objects(storage)) == ["khuyen-cong/luu-tru.zip"]


@pytest.mark.parametrize("wrong", [{"prefix": "khuyen-cong"}, {"prefix": "/a/"}, {"url": "khuyencong.example"}])
def test_settings_that_would_mix_names_or_ask_nowhere_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(DeployError, match=r"deploy/deploy\.toml"):
        Bucket(NAME, **wrong)  # type: ignore[arg-type]


def test_storage_that_cannot_be_reached_is_named(storage: Bucket, tmp_path: Path) -> None:
    gone = Bucket("khong-co-kho-nay", endpoint=storage.endpoint)
    with pytest.raises(DeployError, match="Kho khong-co-kho-nay báo lỗi"):
        fill(make_release(tmp_path / A, A) / "site", gone, lambda _: None)
