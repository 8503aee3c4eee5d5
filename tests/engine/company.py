"""A small invented company in which every rule and criterion can be told by name."""

from dataclasses import replace
from typing import Any

from viceversa.engine import Participant, Person, Policy, Problem, Wish

MORNING = ((9 * 60, 13 * 60),)


def person(id_: str, **facts: Any) -> Person:
    """Somebody who breaks no rule with anybody else."""
    usual = {"unit": ("Group", f"Unit of {id_}"), "site": f"Site of {id_}", "languages": ("it",)}
    return Person(id_, **{**usual, **facts})


def place(id_: str, role: str, **facts: Any) -> Participant:
    """A place for somebody who wants and gives one topic."""
    wants, offers = (("ai", 3), ("career", 5)) if role == "mentee" else (("career", 3), ("ai", 8))
    usual = {"wants": (Wish(*wants),), "offers": (Wish(*offers),), "windows": MORNING}
    return Participant(id_, role, **{**usual, **facts})  # type: ignore[arg-type]  # a role


def pair(
    senior: dict[str, Any] | None = None,
    junior: dict[str, Any] | None = None,
    mentee: dict[str, Any] | None = None,
    mentor: dict[str, Any] | None = None,
    policy: Policy | None = None,
    others: tuple[Person, ...] = (),
) -> Problem:
    """Sara, senior, would learn from Gino, junior; change one fact at a time."""
    people = (
        replace(person("sara", level=5), **(senior or {})),
        replace(person("gino", level=2), **(junior or {})),
        *others,
    )
    places = (place("sara", "mentee", **(mentee or {})), place("gino", "mentor", **(mentor or {})))
    return Problem.build(people, places, policy or Policy())
