"""What every test shares: the choice of database, a fixed Hypothesis profile, no network."""

import os
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--only-database"):
        return
    keep = [
        item for item in items if _uses_database(item) and not item.get_closest_marker("browser")
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(keep)])
    items[:] = keep


def _uses_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(
        item.get_closest_marker("django_db")
        or fixtures & {"db", "transactional_db", "live_server", "django_db_setup"}
    )


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
