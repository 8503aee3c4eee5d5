"""Sign-in is rate-limited through the cache: each test starts with an empty one."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()
