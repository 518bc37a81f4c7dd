"""What every test shares: how thoroughly properties are tried, and that this machine is reached without detours."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]
# The quick profile tries the same examples each time: what passes once passes everywhere. The thorough one explores.
settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("thorough", max_examples=3000, deadline=None, suppress_health_check=SLOW)
settings.load_profile("quick")
# Servers of the tests are on this machine: a proxy, which the machine may need for others, does not know them.
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1,localhost"
