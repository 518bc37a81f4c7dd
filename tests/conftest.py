"""What every test shares: how thoroughly properties are tried."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]
# The quick profile tries the same examples each time: what passes once passes everywhere. The thorough one explores.
settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("thorough", max_examples=3000, deadline=None, suppress_health_check=SLOW)
settings.load_profile("quick")
