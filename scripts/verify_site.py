"""Hold a live site or a folder against its signed manifest, and name every foreign, missing or changed file."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.manifest import MANIFEST, differences  # noqa: E402 - needs the path above
from khuyencong.checks.watch.clients import FROM_SEARCH, LiveSite  # noqa: E402 - the same
from khuyencong.checks.watch.comparison import Finding, Watch, read_manifest  # noqa: E402 - the same
from khuyencong.checks.watch.report import lines  # noqa: E402 - the same
from khuyencong.checks.watch.signature import PUBLIC_KEY, SIGNATURE, KeyFault, is_signed, read_public  # noqa: E402 - the same

FOUND, CANNOT = 1, 2


def main(arguments: argparse.Namespace) -> int:
    """Look, print the report, and give 0 when all is well, 1 when anything is not, 2 when nothing could be compared."""
    site = arguments.site
    live = LiveSite(site) if site.startswith(("http://", "https://")) else None
    try:
        manifest, signature = _fetched(live) if live else _read(Path(site))
        trusted = arguments.manifest.read_bytes() if arguments.manifest else b""
        files = read_manifest((trusted or manifest).decode())
    except (OSError, ValueError) as error:
        print(f"Không đọc được {MANIFEST} của {site}: {error}. Hãy xem lại địa chỉ, hoặc thêm --manifest TỆP.")
        return CANNOT
    found = list(_of_signature(manifest, signature, arguments.key))
    if trusted and trusted != manifest:
        found.append(Finding("changed", MANIFEST, "khác bản kê ở máy này"))
    found += _watched(live, files, arguments.minutes) if live else _in_folder(Path(site))
    print("\n".join(lines(found, len(files))))
    return FOUND if found else 0


def _fetched(live: LiveSite) -> tuple[bytes, bytes]:
    answers = [live.fetch(path, FROM_SEARCH) for path in (MANIFEST, SIGNATURE)]  # it takes files unpacked
    if answers[0].status != 200:
        raise OSError(answers[0].trouble or f"máy chủ trả lời {answers[0].status}")
    return answers[0].body, answers[1].body if answers[1].status == 200 else b""


def _read(folder: Path) -> tuple[bytes, bytes]:
    signature = folder / SIGNATURE
    return (folder / MANIFEST).read_bytes(), signature.read_bytes() if signature.is_file() else b""


def _of_signature(manifest: bytes, signature: bytes, key: Path) -> list[Finding]:
    if not signature:
        return [Finding("signature", SIGNATURE, "trang không có chữ ký")]
    try:
        is_right = is_signed(manifest, signature, read_public(key))
    except KeyFault as fault:
        return [Finding("signature", SIGNATURE, str(fault))]
    return [] if is_right else [Finding("signature", SIGNATURE, "chữ ký sai")]


def _watched(live: LiveSite, files: dict[str, str], minutes: float) -> list[Finding]:
    started = time.monotonic()
    watch = Watch(live, files, deadline=started + 60 * minutes)

    def advance() -> None:
        if sys.stderr.isatty() and watch.asked % 50 == 0:
            print(f"\rĐã hỏi {watch.asked} lần, bản kê có {len(files)} tệp", end="", file=sys.stderr)

    watch.advance = advance
    found = watch.findings()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return found


def _in_folder(folder: Path) -> list[Finding]:
    told = (line.split(": ", 1) for line in differences(folder))
    return [Finding(kind, path) for kind, path in told if path != SIGNATURE]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="So trang đang chạy với bản kê tệp đã ký.")
    parser.add_argument("site", help="địa chỉ trang (https://…) hoặc thư mục đã dựng")
    parser.add_argument("--key", type=Path, default=ROOT / PUBLIC_KEY, help="tệp khóa công khai")
    parser.add_argument("--manifest", type=Path, help="bản kê ở máy này, tin hơn bản kê trên trang")
    parser.add_argument("--minutes", type=float, default=30, help="chạy lâu nhất bao nhiêu phút")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_arguments()))
