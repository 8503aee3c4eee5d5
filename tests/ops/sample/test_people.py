"""The invented company is credible, reproducible and of any size."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viceversa.ops.sample import people
from viceversa.ops.sample.cast import CAST
from viceversa.ops.sample.tree import SMALLEST, STEPS

TODAY = date(2026, 11, 21)


@given(st.integers(SMALLEST, 3000), st.text(max_size=8))
@settings(max_examples=15, deadline=None)
def test_every_size_has_one_top_and_managers_above_their_people(size: int, seed: str) -> None:
    company = people.build(size, today=TODAY, seed=seed)
    by_id = {person.id: person for person in company}
    assert len(company) == len(by_id) == size
    assert len({person.email for person in company}) == size
    assert [person.name for person in company if not person.manager] == ["Lucia Bonfanti"]
    for person in company:
        manager = by_id.get(person.manager)
        if manager:
            assert manager.level > max(person.level, STEPS)
            assert manager.unit == person.unit[: len(manager.unit)] or len(manager.unit) == 1
    assert [person for person in company if person.manager and person.manager not in by_id] == [
        person for person in company if person.name == "Roberta Grassi" and person.level > STEPS
    ]


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert people.build(today=TODAY) == people.build(today=TODAY)
    assert people.build(today=TODAY) != people.build(today=TODAY, seed="another")


def test_the_cast_is_complete_and_in_office() -> None:
    company = people.build(today=TODAY)
    names = [person.name for person in company]
    for part in CAST:
        found = company[names.index(f"{part.first} {part.last}")]
        assert found.site == part.site, found
        assert found.status == "active"
        assert "2@" not in found.email


@pytest.mark.parametrize("language", ["en", "it"])
def test_titles_and_units_are_in_the_language_asked_for(language: str) -> None:
    chief, finance = people.build(today=TODAY, language=language)[:2]
    assert (chief.title, finance.unit) == {
        "en": ("Chief executive", ("Finance",)),
        "it": ("Amministratrice delegata", ("Finanza",)),
    }[language]


def test_nobody_is_hired_in_the_future_and_newcomers_exist() -> None:
    company = people.build(today=TODAY)
    assert max(person.hired_on for person in company) <= TODAY
    assert any((TODAY - person.hired_on).days < 120 for person in company)


def test_a_company_smaller_than_its_chart_is_refused() -> None:
    with pytest.raises(ValueError, match="59 are too few"):
        people.build(SMALLEST - 1, today=TODAY)
