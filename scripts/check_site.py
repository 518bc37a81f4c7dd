"""Look at the finished site and print everything that is wrong with it.

Before a site is published, `scripts/publish.py` calls this with the content folder as second argument. What only tells
developers to tidy up then stays unsaid: that a rule of the style sheet is not used any more because an entry went, or
that an abbreviation is not explained yet, must not keep news from being published (docs/adr/0017).
"""

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


def main(output: Path, content: Path, *, is_published: bool) -> int:
    """Check the output folder.

    Arguments:
        output: where the site was built.
        content: the content folder, which lists what has been reviewed.
        is_published: whether only what readers must not get counts.

    Returns:
        1 when there is any problem, otherwise 0.
    """
    site = read_site(output)
    known = known_words(content / "glossary.yaml")
    to_tidy = [] if is_published else [*known_capitals(site, known), *unused_rules(site), *unused_tokens(site)]
    of_intruders = planted(site, content / "reviewed.yaml")
    problems = sorted([*check_site(site), *to_tidy, *of_intruders])
    for problem in problems:
        print(f"{output}/{problem}")
    print(f"{len(site.pages)} pages, {len(site.files)} files, {len(problems)} problems.")
    return 1 if problems else 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *("output", str(ROOT / "content"))[len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), Path(given[1]), is_published=len(sys.argv) > 2))
