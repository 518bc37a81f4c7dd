"""The day of which a command makes or looks at the site: what is dated ahead of it is not there yet."""

from __future__ import annotations

import datetime as dt
import os

from khuyencong.model.time_zone import VIETNAM


def build_day(now: dt.datetime | None = None) -> dt.date:
    """Give the day that the environment variable `BUILD_DATE` names, or else today in Vietnam.

    A workflow at ten past midnight there runs on a machine where it is still the day before.

    Arguments:
        now: the moment; left out for that of the machine's clock.

    Raises:
        ValueError: when the variable holds no date.
    """
    named = os.environ.get("BUILD_DATE")
    return dt.date.fromisoformat(named) if named else (now or dt.datetime.now(tz=dt.UTC)).astimezone(VIETNAM).date()
