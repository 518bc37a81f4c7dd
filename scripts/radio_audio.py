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


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("output", type=Path, help="the built site")
    parser.add_argument("of", help="the article or issue, for instance tin-tuc/ten-bai")
    parser.add_argument("--to", type=Path, default=Path("phat-thanh.wav"), help="the sound file to write")
    given = parser.parse_args()
    engine = shutil.which(ENGINE)
    if engine is None:
        print(f"Máy này chưa có {ENGINE}. Hãy cài {ENGINE} rồi chạy lại; trang không cần nó.")
        return 1
    script = given.output / given.of.strip("/") / "phat-thanh.txt"
    if not script.is_file():
        print(f"Không có bản đọc {script}. Hãy chạy make html, rồi ghi of=tin-tuc/TÊN-BÀI hoặc of=ban-tin/TÊN-SỐ.")
        return 1
    text = script.read_text(encoding="utf-8-sig")
    # The rate is left to the voice: its words are syllables in Vietnamese.
    subprocess.run([engine, "-v", VOICE, "-w", str(given.to), "--stdin"], input=text.encode(), check=True)
    print(f"Đã ghi {given.to}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
