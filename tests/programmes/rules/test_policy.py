"""The policy is read whole or refused whole, and writes back what it read."""

import subprocess
import sys
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.programmes.rules.policy import (
    NUMBERS,
    OBJECTIVES,
    WEIGHTS,
    MatchingPolicy,
    Rules,
    UnreadablePolicy,
    Weights,
    read,
)

rules = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.integers(*ends) for name, ends in NUMBERS.items()},
        "siblings_reports": st.booleans(),
        "same_unit": st.sampled_from(["exclude", "allow"]),
        "previous": st.sampled_from(["exclude", "allow"]),
    },
)
policies = st.fixed_dictionaries(
    {},
    optional={
        "objective": st.sampled_from(OBJECTIVES),
        "strength": st.floats(0, 1),
        "weights": st.fixed_dictionaries(
            {}, optional={f.name: st.sampled_from(WEIGHTS) for f in fields(Weights)}
        ),
        "rules": rules,
        "levels": st.dictionaries(st.text(min_size=1), st.integers(-10, 10), max_size=3),
    },
)


@given(policies)
def test_what_was_read_is_written_and_read_again(mapping: dict[str, object]) -> None:
    policy = read(mapping)
    assert read(policy.write()) == policy


def test_an_empty_mapping_means_the_published_defaults() -> None:
    assert read({}) == MatchingPolicy()
    assert read({}).rules == Rules(
        minimum_step=1,
        line_depth=3,
        siblings_reports=True,
        same_unit="exclude",
        mentor_level=5,
        minimum_overlap=60,
        previous="exclude",
    )
    assert read({}).weights.language == "must"


def test_every_fault_is_reported_at_once() -> None:
    with pytest.raises(UnreadablePolicy) as caught:
        read(
            {
                "objective": "fastest",
                "strenght": 0.5,
                "strength": True,
                "weights": {"topic": "high", "topics": "huge"},
                "rules": {"line_depth": "3", "siblings_reports": 1, "same_unit": "sometimes"},
                "levels": {"Q1": "three"},
            }
        )
    assert {(fault.key, fault.code) for fault in caught.value.faults} == {
        ("strenght", "unknown"),
        ("objective", "choice"),
        ("strength", "range"),
        ("weights.topic", "unknown"),
        ("weights.topics", "choice"),
        ("rules.line_depth", "whole"),
        ("rules.siblings_reports", "flag"),
        ("rules.same_unit", "choice"),
        ("levels.Q1", "whole"),
    }


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan"), float("inf"), "0.5", None])
def test_a_strength_outside_its_range_is_refused(strength: object) -> None:
    with pytest.raises(UnreadablePolicy):
        read({"strength": strength})


def test_a_table_written_as_a_value_is_refused() -> None:
    with pytest.raises(UnreadablePolicy) as caught:
        read({"weights": "high", "rules": [1, 2]})
    assert [fault.code for fault in caught.value.faults] == ["table", "table"]


def test_a_fault_says_key_value_and_remedy_in_both_languages() -> None:
    with pytest.raises(UnreadablePolicy) as caught:
        read({"weights": {"topics": "huge"}})
    [fault] = caught.value.faults
    english, italian = fault.sentence("en"), fault.sentence("it")
    for part in ("weights.topics", "huge", "must, high, medium, low, off"):
        assert part in english
        assert part in italian
    assert english != italian


def test_the_command_line_reads_a_policy_without_django() -> None:
    program = "import sys; import viceversa.programmes.rules.policy; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
