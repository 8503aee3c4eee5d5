"""Circles keep their rules, complement each other, and say how far from the best they may be."""

from itertools import combinations

import pytest

from viceversa.engine import (
    CirclePolicy,
    Circles,
    Participant,
    Person,
    ProblemError,
    Wish,
    form_circles,
)

TOPICS = ("ai", "video", "data")


def cohort(size: int) -> tuple[list[Person], list[Participant]]:
    """People of three units and four levels; everybody wants one topic and gives the others."""
    people = [
        Person(f"p{k:02d}", level=k % 4, unit=("Group", "ABC"[k % 3]), languages=("it",))
        for k in range(size)
    ]
    places = [
        Participant(
            person.id,
            "mentee" if k % 4 > 1 else "mentor",
            wants=(Wish(TOPICS[k % 3], 1 + k % 3),),
            offers=tuple(Wish(topic, 6) for topic in TOPICS if topic != TOPICS[k % 3]),
        )
        for k, person in enumerate(people)
    ]
    return people, places


def seats(answer: Circles) -> list[str]:
    return sorted(id_ for circle in answer.circles for id_ in circle.members)


@pytest.mark.parametrize("size", [3, 8, 12, 40])
def test_everybody_sits_once_in_balanced_circles_that_keep_the_rules(size: int) -> None:
    people, places = cohort(size)
    answer = form_circles(people, places)
    assert seats(answer) == [person.id for person in people]
    sizes = [len(circle.members) for circle in answer.circles]
    assert 3 <= min(sizes) <= max(sizes) <= min(8, min(sizes) + 1)
    assert [circle.faults for circle in answer.circles] == [{}] * len(sizes)
    assert answer.value <= answer.bound


def test_a_small_cohort_is_solved_to_the_proven_best() -> None:
    people, places = cohort(6)
    answer = form_circles(people, places, CirclePolicy(low=3, high=3))
    assert answer.proven
    wants = {p.person: p.wants[0].topic for p in places}
    kinds = {p.id: (p.unit, p.level) for p in people}

    def worth(group: tuple[str, ...]) -> int:
        return sum(1000 for a in group for b in group if a != b and wants[a] != wants[b])

    def keeps(group: tuple[str, ...]) -> bool:
        met = all(any(wants[b] != wants[a] for b in group if b != a) for a in group)
        return met and all(len({kinds[a][k] for a in group}) > 1 for k in (0, 1))

    ids = sorted(wants)
    splits = [(first, tuple(sorted({*ids} - {*first}))) for first in combinations(ids, 3)]
    best = max(worth(a) + worth(b) for a, b in splits if keeps(a) and keeps(b))
    assert answer.value == answer.bound == best


def test_pairs_are_kept_together_or_apart() -> None:
    people, places = cohort(12)
    answer = form_circles(people, places, together=[("p00", "p04")], apart=[("p01", "p02")])
    where = {id_: k for k, circle in enumerate(answer.circles) for id_ in circle.members}
    assert where["p00"] == where["p04"]
    assert where["p01"] != where["p02"]


def test_a_reporting_line_is_never_inside_a_circle() -> None:
    people, places = cohort(12)
    people[5] = Person("p05", level=1, unit=("Group", "C"), manager="p08", languages=("it",))
    answer = form_circles(people, places)
    assert all(not {"p05", "p08"} <= set(circle.members) for circle in answer.circles)


def test_a_senior_may_sit_in_several_circles() -> None:
    people, places = cohort(12)
    senior = places[3]
    places[3] = Participant(
        senior.person, senior.role, wants=senior.wants, offers=senior.offers, maximum=2
    )
    answer = form_circles(people, places)
    assert seats(answer).count(senior.person) == 2
    assert sum(senior.person in circle.members for circle in answer.circles) == 2


def test_the_same_input_in_another_order_gives_the_same_circles() -> None:
    people, places = cohort(26)
    assert form_circles(people, places) == form_circles(people[::-1], places[::-1])


def test_too_few_people_are_named_and_contradictions_refused() -> None:
    people, places = cohort(2)
    assert form_circles(people, places).without == ("p00", "p01")
    with pytest.raises(ProblemError, match="not among the members"):
        form_circles(people, places, apart=[("p00", "nobody")])
    with pytest.raises(ProblemError, match="2 ≤ low ≤ high"):
        form_circles(people, places, CirclePolicy(low=5, high=4))
