"""From a roster and a policy to the engine's question: the one way in, for files and database."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from viceversa import engine
from viceversa.matching.rules import week
from viceversa.matching.rules.records import PersonRecord, PlaceRecord, Roster, Wished
from viceversa.programmes.rules.policy import MatchingPolicy


def engine_policy(policy: MatchingPolicy) -> engine.Policy:
    """The policy in the engine's own words; its table of grades has done its work before."""
    return engine.Policy(
        objective=policy.objective,
        strength=policy.strength,
        weights=engine.Weights(**asdict(policy.weights)),
        rules=engine.Rules(**asdict(policy.rules)),
    )


def build(
    roster: Roster,
    policy: MatchingPolicy,
    pins: Sequence[engine.Pin] = (),
    bans: Sequence[engine.Ban] = (),
) -> engine.Problem:
    """The question to solve. Raises `engine.ProblemError` with every fault at once.

    A person in two roles with different languages declared speaks both lists.
    """
    spoken: dict[str, tuple[str, ...]] = {}
    for place in roster.places:
        if place.languages:
            spoken[place.person] = _joined(spoken.get(place.person, ()), place.languages)
    people = [_person(record, spoken.get(record.id)) for record in roster.people]
    participants = [_participant(place, roster) for place in roster.places]
    return engine.Problem.build(people, participants, engine_policy(policy), pins, bans)


def _person(record: PersonRecord, spoken: tuple[str, ...] | None) -> engine.Person:
    return engine.Person(
        id=record.id,
        level=record.level,
        manager=record.manager,
        manager_known=record.manager_known,
        unit=record.unit,
        site=record.site,
        country=record.country,
        languages=spoken or record.languages,
        groups={
            "site": record.site,
            "unit": record.unit[0] if record.unit else "",
            "country": record.country,
        },
    )


def _participant(place: PlaceRecord, roster: Roster) -> engine.Participant:
    return engine.Participant(
        person=place.person,
        role=place.role,
        wants=_wishes(place.wants),
        offers=_wishes(place.offers),
        minimum=place.minimum,
        maximum=place.maximum,
        windows=week.to_utc(place.availability, roster.zone(place.person), roster.on),
        prefers=place.prefers,
        excludes=place.excludes,
        previous=place.previous,
        waiting=place.waiting,
        style=place.style,
        eligible=place.eligible,
        willing=place.willing,
    )


def _wishes(wished: Iterable[Wished]) -> tuple[engine.Wish, ...]:
    return tuple(engine.Wish(topic, value) for topic, value in wished)


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
