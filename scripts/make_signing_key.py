"""Make the key that manifests are signed with: `python scripts/make_signing_key.py /path/outside/signing.pem`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.watch.signature import PUBLIC_KEY, VARIABLE, KeyFault, make_key  # noqa: E402 - needs the path above


def main(private: Path, public: Path) -> int:
    """Make the pair of keys.

    Arguments:
        private: the file of the private key, outside the repository.
        public: the file of the public key, inside it.
    """
    if private.resolve().is_relative_to(ROOT):
        print(f"{private} nằm trong thư mục dự án. Hãy chọn chỗ ở ngoài, chỉ người đăng trang đọc được.")
        return 1
    try:
        make_key(private, public)
    except KeyFault as fault:
        print(fault)
        return 1
    print(f"Khóa riêng: {private} (giữ kín, sao một bản cất riêng). Khi đăng trang: export {VARIABLE}={private}")
    print(f"Khóa công khai: {public}. Hãy đưa tệp này vào kho mã.")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("Cách dùng: python scripts/make_signing_key.py KHÓA_RIÊNG [KHÓA_CÔNG_KHAI]")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / PUBLIC_KEY))
