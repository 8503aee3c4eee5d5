"""Opening and moving relationships, and reading them."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import THEN
from tests.factories.matching import pair, prepared_round
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.relationships.actions import (
    Opening,
    Seat,
    UnableToMove,
    UnableToOpen,
    move,
    open_relationship,
)
from viceversa.relationships.choices import MemberRole, Origin, RelationshipState
from viceversa.relationships.models import Relationship
from viceversa.relationships.queries import (
    Filter,
    cohort_figures,
    listing,
    one,
    open_places,
    partners,
)
from viceversa.relationships.rules import NEXT, format_of

pytestmark = pytest.mark.django_db


def opened() -> Relationship:
    mentor, mentee = pair(prepared_round(pairs=1), "Sofia", "Alberto")
    return open_relationship(
        cohort=mentor.cohort,
        opening=Opening(
            seats=[
                Seat(mentor.person, MemberRole.MENTOR, mentor),
                Seat(mentee.person, MemberRole.MENTEE, mentee),
            ],
            exchange={"mentor": ["ai"], "mentee": ["career"]},
        ),
        origin=Origin.HAND,
        actor=OPERATOR,
        now=THEN,
    )


def test_a_whole_life_leaves_its_dates() -> None:
    relationship = opened()
    for state in ("agreed", "active", "paused", "active", "closing", "closed"):
        relationship = move(
            relationship=relationship, to=RelationshipState(state), actor=OPERATOR, now=THEN
        )
    assert relationship.closed_at == THEN
    shown = one(relationship.public_id)
    assert shown is not None
    assert [step.state for step in shown.steps] == [
        "opened", "agreed", "active", "paused", "active", "closing", "closed",
    ]  # fmt: skip
    assert shown.title == "Sofia D’Agnolo and Alberto Brambilla"
    assert Line.objects.filter(subject=f"relationship:{relationship.public_id}").count() == 7


@pytest.mark.parametrize("state", sorted(NEXT))
def test_no_state_follows_out_of_order(state: str) -> None:
    relationship = opened()
    closed_at = THEN if state == "closed" else None
    Relationship.objects.filter(pk=relationship.pk).update(state=state, closed_at=closed_at)
    for following in set(NEXT) - NEXT[state]:
        with pytest.raises(UnableToMove):
            move(
                relationship=relationship,
                to=RelationshipState(following),
                actor=OPERATOR,
                now=THEN,
            )


def test_the_database_itself_refuses_nonsense() -> None:
    relationship = opened()
    for values in (
        {"state": "closed"},
        {"state": "married"},
        {"overridden_rules": ["seniority"], "override_reason": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Relationship.objects.filter(pk=relationship.pk).update(**values)


def test_a_person_has_one_place() -> None:
    mentor, mentee = pair(prepared_round(pairs=1), "Sofia", "Alberto")
    with pytest.raises(UnableToOpen):
        open_relationship(
            cohort=mentor.cohort,
            opening=Opening(
                seats=[
                    Seat(mentor.person, MemberRole.MENTOR),
                    Seat(mentor.person, MemberRole.MENTEE),
                ]
            ),
            origin=Origin.HAND,
            actor=OPERATOR,
            now=THEN,
        )


def test_formats_by_number() -> None:
    sizes = {(1, 1): "pair", (2, 1): "duo", (4, 4): "circle", (5, 4): None, (2, 0): None}
    assert {size: format_of(*size) for size in sizes} == sizes


def test_figures_partners_and_places_agree() -> None:
    relationship = opened()
    cohort = relationship.cohort
    figures = cohort_figures(cohort)
    assert (figures.total, figures.current, figures.paired_mentors, figures.paired_mentees) == (
        1, 1, 1, 1,
    )  # fmt: skip
    assert [pair.current for pair in partners(cohort)] == [True]
    assert sorted(open_places(cohort).values()) == [1, 1]
    move(relationship=relationship, to=RelationshipState.CLOSED, actor=OPERATOR, now=THEN)
    assert [pair.current for pair in partners(cohort)] == [False]
    assert not open_places(cohort)


def test_search_folds_accents_and_finds_either_side() -> None:
    opened()
    for search in ("d'agnolo", "ALBERTO", "bramb"):
        assert listing(Filter(search=search), 1).paginator.count == 1
    assert listing(Filter(search="nessuno"), 1).paginator.count == 0
