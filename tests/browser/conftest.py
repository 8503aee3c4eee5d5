"""A Chromium, and real servers with and without the sample company."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import prepared
from tests.browser import chromium, serving


@pytest.fixture(scope="session")
def base_url() -> str | None:
    """Each server has its own address; the plugin's fixture of this name trips over pytest 9."""
    return None


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that this machine has; without one, say so and never pass silently."""
    try:
        found = chromium.find()
    except chromium.NoBrowser as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    return browser_type_launch_args | {
        "executable_path": str(found.program),
        "args": chromium.FLAGS,
        "env": dict(os.environ) | found.environment,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A British visitor in Rome, at a desk."""
    return browser_context_args | {
        "locale": "en-GB",
        "timezone_id": "Europe/Rome",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture(scope="session")
def prepared_bare(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which nobody has done anything yet, started once and stopped."""

    def make(data: Path) -> None:
        serving.copied(migrated, data)
        serving.start(data, sample=False).stop()

    return prepared.once(tmp_path_factory, "bare", make)


@pytest.fixture(scope="session")
def prepared_sample(prepared_bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample company, loaded once and stopped."""

    def make(data: Path) -> None:
        serving.copied(prepared_bare, data)
        serving.start(data, sample=True).stop()

    return prepared.once(tmp_path_factory, "sample", make)


@pytest.fixture(scope="module")
def server(
    prepared_sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[serving.Instance]:
    """A server with its own copy of the sample company, for the tests of one module."""
    data = serving.copied(prepared_sample, tmp_path_factory.mktemp("server"))
    instance = serving.start(data, sample=False)
    yield instance
    instance.stop()


@pytest.fixture
def bare_server(prepared_bare: Path, tmp_path: Path) -> Iterator[serving.Instance]:
    """A server with an empty database, as on the first day."""
    data = tmp_path / "data"
    data.mkdir()
    instance = serving.start(serving.copied(prepared_bare, data), sample=False)
    yield instance
    instance.stop()
