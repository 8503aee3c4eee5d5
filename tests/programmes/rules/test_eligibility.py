"""Who may take part: the rule in Python and the same rule for the database."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories.programmes import a_person, a_unit
from viceversa.people.models import Person
from viceversa.programmes.choices import Obstacle
from viceversa.programmes.queries.candidates import candidate_of, eligible
from viceversa.programmes.rules.eligibility import (
    Candidate,
    Eligibility,
    Limits,
    obstacles,
    read,
    within,
)

ON = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("candidate", "limits", "expected"),
    [
        (Candidate(), Limits(), ()),
        (Candidate(active=False), Limits(), ("inactive",)),
        (Candidate(level=None), Limits(lowest_level=2), ("level-unknown",)),
        (Candidate(level=1), Limits(lowest_level=2), ("level-below",)),
        (Candidate(level=2), Limits(lowest_level=2, highest_level=2), ()),
        (Candidate(level=3), Limits(highest_level=2), ("level-above",)),
        (Candidate(unit="A > Bc"), Limits(units=("A > B",)), ("unit",)),
        (Candidate(unit="A > B > C"), Limits(units=("A > B",)), ()),
        (Candidate(site="Bari"), Limits(sites=("Lyon",)), ("site",)),
        (Candidate(hired_on=None), Limits(tenure=6), ("hired-unknown",)),
        (Candidate(hired_on=date(2026, 4, 6)), Limits(tenure=6), ("tenure",)),
        (Candidate(hired_on=date(2026, 4, 5)), Limits(tenure=6), ()),
    ],
)
def test_obstacles(candidate: Candidate, limits: Limits, expected: tuple[str, ...]) -> None:
    assert obstacles(candidate, limits, ON) == expected
    for code in expected:
        assert Obstacle(code).label


def test_what_is_written_is_read_again() -> None:
    whole = Eligibility(Limits(1, 4, ("A",), ("Bari",), 12), Limits(lowest_level=7))
    assert read(whole.write()) == whole
    assert read({}) == Eligibility()


def test_a_unit_is_within_itself_and_those_above() -> None:
    assert within("A > B", "A > B")
    assert within("A > B", "A")
    assert not within("A", "A > B")


class TheDatabaseAgrees(TestCase):
    @settings(max_examples=25)
    @given(
        st.builds(
            Limits,
            lowest_level=st.none() | st.integers(1, 5),
            highest_level=st.none() | st.integers(1, 5),
            units=st.sampled_from([(), ("A",), ("A > B",), ("A > B", "C")]),
            sites=st.sampled_from([(), ("Bari",), ("Bari", "Lyon")]),
            tenure=st.none() | st.integers(1, 24),
        ),
        st.lists(
            st.tuples(
                st.sampled_from(["active", "leave", "left"]),
                st.none() | st.integers(1, 5),
                st.sampled_from(["A", "A > B", "A > Bc", "C", ""]),
                st.sampled_from(["Bari", "Lyon", ""]),
                st.none() | st.dates(date(2024, 1, 1), date(2026, 10, 5)),
            ),
            min_size=1,
            max_size=4,
        ),
    )
    def test_filter_and_rule_choose_the_same_people(
        self, limits: Limits, people: list[tuple[str, int | None, str, str, date | None]]
    ) -> None:
        for status, level, unit, site, hired_on in people:
            a_person(
                status=status,
                level=level,
                unit=a_unit(unit) if unit else None,
                site=site,
                hired_on=hired_on,
            )
        rows = Person.objects.select_related("unit")
        chosen = {p.pk for p in rows if not obstacles(candidate_of(p), limits, ON)}
        assert {p.pk for p in rows.filter(eligible(limits, ON))} == chosen
