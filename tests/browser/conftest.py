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
def prepared_sample(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample company, loaded once for the whole run."""

    def make(data: Path) -> None:
        prepared.command(serving.copied(migrated, data), "sample")

    return prepared.once(tmp_path_factory, "sample", make)


@pytest.fixture(scope="session")
def running_sample(
    prepared_sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[serving.Instance]:
    """A server with the sample company, for as long as this process has tests."""
    yield from _running(prepared_sample, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def running_bare(
    migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[serving.Instance]:
    """A server in which nobody has done anything yet."""
    yield from _running(migrated, tmp_path_factory.mktemp("bare"))


def _running(prepared: Path, data: Path) -> Iterator[serving.Instance]:
    instance = serving.start(serving.copied(prepared, data))
    instance.remember()
    yield instance
    instance.stop()


@pytest.fixture(scope="module")
def server(running_sample: serving.Instance) -> serving.Instance:
    """The sample company as it was loaded, for the tests of one module."""
    running_sample.restore()
    return running_sample


@pytest.fixture
def bare_server(running_bare: serving.Instance) -> serving.Instance:
    """A server with an empty database, as on the first day."""
    running_bare.restore()
    return running_bare
