"""Writes the fact tables of a folder into the content folder and reports in Vietnamese.

Usage: python scripts/import_facts.py FOLDER [--content content]
Exit code: 0 when done, rows that cannot be used included; 2 for wrong arguments or tables that cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khuyencong.intake.facts import FactsError
from khuyencong.intake.importing import import_facts
from khuyencong.intake.ledger import LedgerError
from khuyencong.intake.report import report


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Arguments:
        arguments: the command line without the command's name; by default the real one.
    """
    parser = argparse.ArgumentParser(description="Nhập các bảng dữ kiện (CSV) vào thư mục nội dung.")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục chứa các bảng CSV")
    parser.add_argument("--content", type=Path, default=Path("content"), help="thư mục nội dung (mặc định: content)")
    options = parser.parse_args(arguments)
    if not options.content.is_dir():
        parser.error(f'không có thư mục nội dung "{options.content}"')
    try:
        print(report(import_facts(options.folder, options.content)))
    except (FactsError, LedgerError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
