"""Programmes, cohorts and enrolled people for tests, made through the real actions."""

from datetime import date
from itertools import count
from typing import Any

from tests.cast import THEN
from viceversa.kernel.actor import OPERATOR
from viceversa.people.models import Person, Unit
from viceversa.people.rules.names import search_text, sort_name
from viceversa.programmes.actions.cohorts import create_cohort, open_cohort
from viceversa.programmes.actions.enrolments import change_enrolment, enrol
from viceversa.programmes.actions.programmes import create_programme, save_charter
from viceversa.programmes.models import Cohort, Enrolment, Programme
from viceversa.programmes.rules.charter import Charter
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.timeline import propose

START = date(2026, 10, 5)
_numbers = count(1)


def a_unit(path: str = "Altavalle > Digital") -> Unit:
    """Return a unit by its path, created with those above it."""
    parent: Unit | None = None
    way: list[str] = []
    for name in path.split(" > "):
        way.append(name)
        parent, _made = Unit.objects.get_or_create(
            path=" > ".join(way), defaults={"name": name, "parent": parent}
        )
    assert parent is not None
    return parent


def a_person(name: str = "", **fields: Any) -> Person:
    """Create somebody of the directory; `unit` may be a path."""
    number = next(_numbers)
    first, _space, last = (name or f"Nora {number}").partition(" ")
    if isinstance(fields.get("unit"), str):
        fields["unit"] = a_unit(fields["unit"])
    values = {
        "external_id": f"{number:05}",
        "email": f"person.{number}@altavalle.example",
        "first_name": first,
        "last_name": last,
        "level": 3,
        "site": "Torino",
        "languages": ["it"],
        "hired_on": date(2020, 1, 15),
        **fields,
    }
    words = search_text(first, last, values["email"], values["external_id"], "")
    return Person.objects.create(search_text=words, sort_name=sort_name(first, last), **values)


def a_programme(name: str = "Reverse mentoring", *, complete: bool = True) -> Programme:
    """Found a programme, with a complete charter unless told otherwise."""
    programme = create_programme(name=name, actor=OPERATOR, now=THEN)
    if not complete:
        return programme
    charter = Charter(
        name=name,
        purpose="Let those who decide use new tools with their own hands.",
        driver="Digital plan 2027",
        objectives=(("Twenty pairs meet six times", "Meetings kept"),),
        sponsor=a_person("Lucia Bonfanti", level=9).pk,
        co_lead=a_person("Davide Okafor", level=2).pk,
        answers_observations=a_person("Paolo Venturi", level=8).pk,
        counsellor=a_person("Teresa Moroni", level=6).pk,
    )
    return save_charter(programme=programme, charter=charter, actor=OPERATOR, now=THEN)


def a_cohort(
    name: str = "Autumn 2026",
    *,
    programme: Programme | None = None,
    opened: bool = True,
    **more: Any,
) -> Cohort:
    """Set up a cohort, open unless told otherwise."""
    cohort = create_cohort(
        programme=programme or a_programme(f"Programme {next(_numbers)}"),
        name=name,
        preset=more.pop("preset", "standard"),
        dates=more.pop("dates", propose("standard", START)),
        actor=OPERATOR,
        now=THEN,
        **more,
    )
    return open_cohort(cohort=cohort, actor=OPERATOR, now=THEN) if opened else cohort


def an_enrolment(
    cohort: Cohort, role: str = "mentor", person: Person | None = None, **details: Any
) -> Enrolment:
    """Admit somebody to a cohort, with details where given."""
    person = person or a_person(level=2 if role == "mentor" else 7)
    [enrolment] = enrol(cohort=cohort, people=[person], role=role, actor=OPERATOR, now=THEN)
    if details:
        return change_enrolment(
            enrolment=enrolment, details=Details(**details), actor=OPERATOR, now=THEN
        )
    return enrolment
