"""What every test shares: the choice of database, a fixed Hypothesis profile, no network."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests import moment, prepared

settings.register_profile(
    "viceversa", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("viceversa")
# Playwright's synchronous calls run inside a loop of their own; Django would see a loop and refuse.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="only the tests that use the database and no browser: for the run on PostgreSQL",
    )
    parser.addoption(
        "--at",
        type=moment.parsed,
        default=moment.NOW,
        help="the moment the tests take for now, such as 2027-03-28T01:30 (in UTC)",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from tests.sharing import KeptTogether

    return KeptTogether(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    if not config.getoption("--only-database"):
        return
    keep = [
        item for item in items if _uses_database(item) and not item.get_closest_marker("browser")
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(keep)])
    items[:] = keep


def _turn(item: pytest.Item) -> int:
    """Put what takes long first, lest one process waits for the other at the end.

    The engine needs nothing that must be made before: it keeps one process busy meanwhile.
    """
    if item.path.parent.name == "engine":
        return 0
    long = ("browser", "long")
    return next((turn for turn, mark in enumerate(long, 1) if item.get_closest_marker(mark)), 3)


def _uses_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    if item.get_closest_marker("once"):
        return False
    return bool(
        item.get_closest_marker("django_db")
        or fixtures & {"db", "transactional_db", "live_server", "django_db_setup"}
    )


@pytest.fixture(autouse=True, scope="session")
def always_the_same_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test asks this machine what time it is."""
    with moment.clock_from(request.config.getoption("--at")):
        yield


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty SQLite database, migrated once for the whole run."""
    return prepared.once(tmp_path_factory, "migrated", prepared.migrate)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Fill SQLite’s memory with migrated tables before Django looks, and finds nothing to do."""
    if connection.vendor != "sqlite":
        yield
        return
    tables = request.getfixturevalue("migrated") / "viceversa.sqlite3"
    memory = connection.creation._get_test_db_name()  # the address that Django will open
    with closing(sqlite3.connect(memory, uri=True)) as kept_open:
        with closing(sqlite3.connect(tables)) as source:
            source.backup(kept_open)
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """No test reads in the language of another's request, nor pays for another's many tries."""
    translation.deactivate()
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> None:
    """A test that reaches for the network beyond this machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]  # for the length of the run
