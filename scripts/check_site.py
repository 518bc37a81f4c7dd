"""Look at the finished site and print everything that is wrong with it: a developers' tool."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.pages import read_site  # noqa: E402 - needs the path above
from khuyencong.checks.planted.rules import planted  # noqa: E402 - the same
from khuyencong.checks.rules import check_site  # noqa: E402
from khuyencong.checks.styles import unused_rules, unused_tokens  # noqa: E402 - the same
from khuyencong.checks.words import known_capitals, known_words  # noqa: E402 - the same


def main(output: Path) -> int:
    """Check the output folder.

    Arguments:
        output: where the site was built.

    Returns:
        1 when there is any problem, otherwise 0.
    """
    site = read_site(output)
    known = known_words(ROOT / "content" / "glossary.yaml")
    of_styles = [*unused_rules(site), *unused_tokens(site)]
    of_intruders = planted(site, ROOT / "content" / "reviewed.yaml")
    problems = sorted([*check_site(site), *known_capitals(site, known), *of_styles, *of_intruders])
    for problem in problems:
        print(f"{output}/{problem}")
    print(f"{len(site.pages)} pages, {len(site.files)} files, {len(problems)} problems.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("output")))
