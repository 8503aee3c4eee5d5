"""Every address × everyone of the cast × reading and writing gives the answer the view declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import CAST, user
from viceversa.access.permissions import ROLES, Permission

# A value for every converter: nothing that exists, so that only access decides.
FILLERS = {"str": "nosuchthing22", "slug": "no-such-thing", "int": 999_999, "path": "no/such"}
SIGN_IN = "/sign-in/"


@dataclass(frozen=True, slots=True)
class Address:
    """One address of ours: where it leads and what its view declares."""

    path: str
    access: Any  # "public", "signed-in" or a Permission


def _walk(resolver: URLResolver, prefix: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = prefix + _filled(entry)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route)
        elif isinstance(entry, URLPattern) and hasattr(entry.callback, "access"):
            yield Address(route, entry.callback.access)


def _filled(entry: URLPattern | URLResolver) -> str:
    """Return the route with a value in each of its gaps."""
    route = str(entry.pattern)
    for name, converter in entry.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        value = FILLERS.get(kind, FILLERS["str"])
        for written in (f"<{kind}:{name}>", f"<{name}>"):
            route = route.replace(written, str(value))
    return route


def addresses() -> list[Address]:
    """Return every address whose view is ours."""
    return list(_walk(get_resolver(), "/"))


def allowed(part: str, access: Any) -> bool:
    """Tell whether someone of the cast, or nobody (""), may look at all."""
    if access == "public":
        return True
    if not part:
        return False
    if access == "signed-in":
        return True
    return any(access in ROLES[role] for role in CAST[part].roles)


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("part", ["", *CAST])
def test_the_answer_is_the_one_declared(part: str, method: str) -> None:
    client = Client()
    if part:
        client.force_login(
            user(part), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    wrong = []
    for address in addresses():
        answer = getattr(client, method)(address.path)
        to_sign_in = answer.status_code == 302 and answer.headers["Location"].startswith(SIGN_IN)
        if allowed(part, address.access):
            right = answer.status_code < 500 and answer.status_code != 403 and not to_sign_in
        else:
            right = answer.status_code == 403 if part else to_sign_in
        if not right:
            wrong.append((address.path, str(address.access), answer.status_code))
    assert not wrong


def test_there_are_addresses_of_every_kind() -> None:
    kinds = {address.access for address in addresses()}
    assert {"public", "signed-in"} <= kinds
    assert {k for k in kinds if isinstance(k, Permission)}


LIBRARY = {
    "/sign-in/": 200,
    "/sign-in/password/": 200,
    "/sign-in/new-password/": 200,
    "/sign-in/new-password/sent/": 200,
    "/sign-in/inactive/": 200,
    "/sign-in/code/": 302,
    "/sign-in/second-step/": 302,
    "/sign-up/": 200,
    "/account/password/": 302,
    "/account/password/first/": 302,
    "/account/confirm/": 302,
    "/account/security/": 302,
    "/account/security/app/": 302,
    "/account/security/recovery-codes/": 302,
    "/account/security/passkeys/": 302,
    "/account/security/passkeys/new/": 302,
    "/account/security/passkeys/1/remove/": 302,
}


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), LIBRARY.items())
def test_guests_reach_the_ways_in_and_nothing_behind_them(
    path: str, status: int, client: Client
) -> None:
    user("coordinator")  # otherwise the first run is all there is
    answer = client.get(path)
    assert answer.status_code == status
    if status == 302:
        assert answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.django_db
def test_a_guest_comes_back_to_what_they_wanted_to_read(client: Client) -> None:
    answer = client.get("/home/?a=1&b=2")
    assert answer.headers["Location"] == "/sign-in/?next=/home/%3Fa%3D1%26b%3D2"


@pytest.mark.django_db
def test_a_fragment_sends_the_whole_page_to_sign_in(client: Client) -> None:
    answer = client.get("/home/", headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == "/sign-in/"
