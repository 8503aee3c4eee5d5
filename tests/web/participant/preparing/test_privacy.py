"""No address gives an answer of a self-check to anybody but its author: all of them are tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from tests.cast import user
from tests.factories.learning import a_learning_pair, a_self_check, place_of
from tests.factories.relationships import Bond, signed_in
from viceversa.access.permissions import Permission
from viceversa.measurement.queries.own import STARTERS
from viceversa.measurement.rules.competences import by_code

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1
# What somebody does in the band they chose: these words stand on their author’s page alone.
TELLING = [by_code()[code].bands[3].does.en for code in STARTERS]


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def routes(resolver: URLResolver, prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        elif isinstance(entry, URLPattern) and hasattr(entry.callback, "access"):
            yield route, entry


def address(route: str, entry: URLPattern, ids: dict[str, str]) -> str | None:
    """Return the address with things that exist, None where it wants something else."""
    thing = next((value for part, value in ids.items() if part in route), "")
    if "public_id" in entry.pattern.converters and not thing:
        return None
    for name, converter in entry.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        value = {"code": STARTERS[0], "public_id": thing}.get(name, "1" if kind == "int" else "x")
        route = route.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
    return route


def readers(bond: Bond) -> dict[str, Client]:
    return {
        "partner": bond.client(MENTOR),
        "coordinator and administrator": signed_in(user("both")),
    }


def test_no_address_tells_an_answer_to_anybody_else() -> None:
    bond = a_learning_pair()
    row = a_self_check(bond, MENTEE, dict.fromkeys(STARTERS, "specialised"), lens=2)
    place = place_of(bond, MENTEE)
    ids = {  # the first that fits
        "together/<slug:public_id>": bond.relationship.public_id,
        "self-check/": row.public_id,
        "relationships/": bond.relationship.public_id,
        "enrolments/<": place.public_id,
        "briefing/": place.public_id,
        "cohorts/": place.cohort.public_id,
        "people/": place.person.public_id,
        "programmes/": place.cohort.programme.public_id,
    }
    found = []
    for who, client in readers(bond).items():
        for route, entry in routes(get_resolver()):
            path = address(route, entry, ids)
            of_office = isinstance(entry.callback.access, Permission)
            if path is None or (who == "partner" and of_office):  # answered with 404 and 403
                continue
            answer = client.get(path)
            text = b"" if answer.streaming else answer.content
            found += [(who, route) for words in TELLING if words.encode() in text]
    assert found == []
    own = bond.client(MENTEE).get("/self-check/").content.decode()
    assert all(words in own for words in TELLING)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_question_of_somebody_else_is_not_there(method: str) -> None:
    bond = a_learning_pair()
    row = a_self_check(bond, MENTEE, {"2.6": "base"})
    before = row.sealed
    for who, client in readers(bond).items():
        for rest in ("2.6/", "share/"):
            path = f"/self-check/{row.public_id}/{rest}"
            sent = {"level": "specialised", "relationship": bond.relationship.public_id}
            answer = client.get(path) if method == "get" else client.post(path, sent)
            assert answer.status_code in (404, 405), (who, path)
    row.refresh_from_db()
    assert row.sealed == before
    assert not row.shares.exists()


def test_no_get_changes_anything() -> None:
    bond = a_learning_pair()
    row = a_self_check(bond, MENTEE, {"2.6": "base"}, curious=True)
    client = bond.client(MENTEE)
    for path in ("begin/", "topic/", "forget/", f"{row.public_id}/share/"):
        assert client.get(f"/self-check/{path}").status_code == 405
