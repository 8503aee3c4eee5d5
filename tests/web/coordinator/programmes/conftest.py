"""A coordinator at the browser, and others who are not."""

import pytest
from django.test import Client

from tests.cast import user
from tests.factories.programmes import a_cohort
from viceversa.programmes.models import Cohort

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def coordinator(client: Client) -> Client:
    """A signed-in coordinator who reads English."""
    client.force_login(user("coordinator"), backend=BACKEND)
    return client


@pytest.fixture
def cohort() -> Cohort:
    """An open cohort of a programme with a whole charter."""
    return a_cohort()
