"""Take the published site to its readers: to a server of your own, or to storage that speaks S3."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.publishing.finishing import MANIFEST, SITE  # noqa: E402 - needs the path above
from khuyencong.publishing.server import deploy, roll_back  # noqa: E402 - the same
from khuyencong.publishing.settings import FILE, Bucket, DeployError, Server, read_settings  # noqa: E402 - the same


def main(arguments: argparse.Namespace) -> int:
    """Deploy, or go back to the release before.

    Returns:
        0, or 1 when readers did not get what was asked for; they still get a whole site then.
    """
    try:
        _take(arguments)
    except DeployError as error:
        print(error)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng. Trang đang chạy vẫn nguyên.")
        return 1
    return 0


def _take(arguments: argparse.Namespace) -> None:
    if arguments.rollback:
        roll_back(read_settings(arguments.settings, Server, "server"), _say)
        return
    if not (arguments.release / SITE / MANIFEST).is_file():
        raise DeployError(f"Chưa có {arguments.release / SITE}. Hãy chạy make publish trước.")
    if arguments.to == "server":
        deploy(arguments.release, read_settings(arguments.settings, Server, "server"), _say)
    else:
        _fill_bucket(arguments.release, read_settings(arguments.settings, Bucket, "bucket"))


def _fill_bucket(release: Path, bucket: Bucket) -> None:
    from khuyencong.publishing.bucket import fill  # noqa: PLC0415 - needs boto3, which a server of one's own does not

    fill(release / SITE, bucket, _say)


def _say(text: str) -> None:
    print(text, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Đưa trang đã xuất bản lên máy chủ.")
    parser.add_argument("to", nargs="?", choices=("server", "bucket"), default="server", help="đưa lên đâu")
    parser.add_argument("--release", type=Path, default=Path("published"), help="thư mục make publish đã ghi")
    parser.add_argument("--settings", type=Path, default=ROOT / FILE, help="tệp thiết đặt")
    parser.add_argument("--rollback", action="store_true", help="quay lại bản trước trên máy chủ")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_arguments()))
