"""All rules against planted things in one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khuyencong.checks.pages import BuiltSite
from khuyencong.checks.planted.foreign import no_foreign_files
from khuyencong.checks.planted.gambling import no_gambling
from khuyencong.checks.planted.hidden import hidden_by_sheets, no_hidden_text
from khuyencong.checks.planted.hosts import reviewed_hosts
from khuyencong.checks.planted.reviewed import read_reviewed
from khuyencong.model.problem import Problem


def planted(site: BuiltSite, reviewed: Path) -> Iterator[Problem]:
    """Yield everything on a site that looks like the work of intruders.

    Arguments:
        site: the finished site.
        reviewed: the file of what a person has looked at and allowed.
    """
    allowed = read_reviewed(reviewed)
    yield from no_foreign_files(site)
    yield from reviewed_hosts(site, allowed)
    yield from no_gambling(site, allowed)
    yield from hidden_by_sheets(site)
    for page in site.pages:
        yield from no_hidden_text(page)
