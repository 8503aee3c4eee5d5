"""The gate lets a cohort open only when nothing of the charter is missing."""

from dataclasses import replace

import pytest

from viceversa.programmes.choices import CharterGap
from viceversa.programmes.rules.charter import Charter, missing

WHOLE = Charter(
    name="Reverse mentoring",
    purpose="Learn from the younger",
    driver="Digital plan",
    objectives=(("Twenty pairs", "Pairs open"),),
    sponsor=1,
    co_lead=2,
    answers_observations=3,
    counsellor=4,
)


def test_a_whole_charter_lacks_nothing() -> None:
    assert missing(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"purpose": "  "}, "purpose"),
        ({"driver": ""}, "driver"),
        ({"objectives": ()}, "objectives"),
        ({"objectives": (("x", "y"),) * 6}, "objectives"),
        ({"objectives": (("Twenty pairs", " "),)}, "measures"),
        ({"sponsor": None}, "sponsor"),
        ({"co_lead": None}, "co-lead"),
        ({"answers_observations": None}, "answers-observations"),
        ({"counsellor": None}, "counsellor"),
        ({"counsellor": 1}, "counsellor-apart"),
    ],
)
def test_each_missing_part_is_named(change: dict[str, object], gap: str) -> None:
    assert missing(replace(WHOLE, **change)) == (gap,)  # type: ignore[arg-type]  # by name
    assert CharterGap(gap).label


def test_an_empty_charter_names_every_part_once() -> None:
    found = missing(Charter(name="New"))
    assert len(found) == len(set(found)) == 7
