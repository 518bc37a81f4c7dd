"""Speaks a radio script into a sound file: make radio-audio of=tin-tuc/TÊN-BÀI.

It needs espeak-ng (Debian: `apt install espeak-ng`), which nothing else does. The voice is a machine's, good for
hearing how long a script is and whether something in it sounds wrong; it is not meant for the air.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

ENGINE = "espeak-ng"
VOICE = "vi"


def entry_path(given: str) -> str:
    """Take an article or issue as staff write it: its path, or the address of one of its pages from the browser.

    Returns:
        its folder and its name, for instance `tin-tuc/ten-bai`; empty when there are none.
    """
    parts = [part for part in given.partition("?")[0].partition("#")[0].split("/") if part]
    while parts and parts[-1] in ("index.html", "phat-thanh", "phat-thanh.txt"):
        parts.pop()
    kept = [part for part in parts[-2:] if part not in (".", "..")]
    return "/".join(kept) if len(kept) == 2 else ""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("output", type=Path, help="the built site")
    parser.add_argument("of", help="the article or issue, for instance tin-tuc/ten-bai")
    parser.add_argument("--to", type=Path, default=Path("phat-thanh.wav"), help="the sound file to write")
    given = parser.parse_args()
    of = entry_path(given.of)
    if not of:
        print("Hãy ghi bài cần nghe: of=tin-tuc/TÊN-BÀI hoặc of=ban-tin/TÊN-SỐ. Chép cả địa chỉ trang vào cũng được.")
        return 1
    engine = shutil.which(ENGINE)
    if engine is None:
        print(f"Máy này chưa có {ENGINE}. Hãy cài {ENGINE} rồi chạy lại; trang không cần nó.")
        return 1
    script = given.output / of / "phat-thanh.txt"
    if not script.is_file():
        print(f"Không có bản đọc {script}. Hãy chạy make html, rồi ghi of=tin-tuc/TÊN-BÀI hoặc of=ban-tin/TÊN-SỐ.")
        return 1
    given.to.unlink(missing_ok=True)
    text = script.read_text(encoding="utf-8-sig")
    # The rate is left to the voice: its words are syllables in Vietnamese.
    done = subprocess.run([engine, "-v", VOICE, "-w", str(given.to), "--stdin"], input=text.encode(), check=False)
    # The engine says that all is well even where it could not write.
    if done.returncode or not given.to.is_file():
        print(f"{ENGINE} không ghi được {given.to}. Hãy xem ổ đĩa còn chỗ và có được phép ghi vào thư mục đó không.")
        return 1
    print(f"Đã ghi {given.to}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
