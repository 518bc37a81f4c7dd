"""Where the site is taken: the settings in `deploy/deploy.toml`. They hold no secret."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

FILE = "deploy/deploy.toml"
Part = TypeVar("Part")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(?:/[^\s?#]*)?")
_FOLDER = re.compile(r"/[A-Za-z0-9._/-]+")


class DeployError(Exception):
    """Raised when a site was not taken to its readers; the message says in Vietnamese why and what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that the site's owner has to themselves.

    Arguments:
        host: its name, as SSH knows it; may be a name of `~/.ssh/config`.
        url: the site's address, at which its health is looked at.
        folder: where releases lie on the server.
        user: who logs in; empty for what SSH's own settings say.
        port: where SSH listens; 0 for what SSH's own settings say.
        keep: how many releases stay on the server.
        reload: the command with which the web server reads its configuration anew; empty for none.
        wait: seconds within which the new site must answer.
        ssh_config: a settings file of SSH to use instead of the usual ones.
    """

    host: str
    url: str
    folder: str = "/srv/khuyencong"
    user: str = ""
    port: int = 0
    keep: int = 5
    reload: str = ""
    wait: float = 20.0
    ssh_config: str = ""

    def __post_init__(self) -> None:
        """Refuse what a shell could take for something else."""
        if not _FOLDER.fullmatch(self.folder) or ".." in self.folder:
            raise DeployError(f'{FILE}: folder phải là đường dẫn đầy đủ, ví dụ "/srv/khuyencong".')
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", self.host) or not re.fullmatch(r"[a-z0-9_-]*", self.user):
            raise DeployError(f'{FILE}: host hoặc user viết không đúng. Ví dụ: host = "may-chu.example".')
        _refuse_no_address(self.url)
        if self.keep < 2:
            raise DeployError(f"{FILE}: keep phải từ 2 trở lên, để còn bản trước mà quay lại.")


@dataclass(frozen=True, slots=True)
class Bucket:
    """Storage that speaks S3.

    Arguments:
        name: the bucket's name.
        url: the site's address, at which its health is looked at; empty to look at nothing.
        endpoint: the address of the storage; empty for Amazon's.
        prefix: what the names of objects begin with: empty, or for instance `khuyen-cong/`.
        region: the storage's region.
        wait: seconds within which the new site must answer.
    """

    name: str
    url: str = ""
    endpoint: str = ""
    prefix: str = ""
    region: str = "us-east-1"
    wait: float = 20.0

    def __post_init__(self) -> None:
        """Refuse an address that could not be asked for its health, and a prefix that would mix names."""
        if self.url:
            _refuse_no_address(self.url)
        if self.prefix and not re.fullmatch(r"(?:[A-Za-z0-9._-]+/)+", self.prefix):
            raise DeployError(f'{FILE}: prefix phải kết thúc bằng dấu /, ví dụ "khuyen-cong/".')


def _refuse_no_address(url: str) -> None:
    if not _ADDRESS.fullmatch(url):
        raise DeployError(f'{FILE}: url phải là địa chỉ trang đầy đủ, ví dụ "https://khuyencong.example".')


def read_settings(path: Path, of: type[Part], table: str) -> Part:
    """Read one table of the settings.

    Arguments:
        path: the file.
        of: the class of the settings.
        table: the table's name.

    Raises:
        DeployError: when the table is missing or wrong.
    """
    try:
        given: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))[table]
        return of(**given)
    except FileNotFoundError as error:
        message = f"Chưa có {path}. Hãy chép deploy/deploy.example.toml thành tệp này và điền địa chỉ máy chủ."
        raise DeployError(message) from error
    except tomllib.TOMLDecodeError as error:
        raise DeployError(f"{path}: viết không đúng TOML: {error}.") from error
    except KeyError as error:
        raise DeployError(f"{path}: thiếu phần [{table}]. Hãy xem deploy/deploy.example.toml.") from error
    except TypeError as error:
        known = ", ".join(one.name for one in fields(of))  # type: ignore[arg-type]  # both are dataclasses
        raise DeployError(f"{path}: phần [{table}] chỉ có các khóa: {known}. {error}.") from error
