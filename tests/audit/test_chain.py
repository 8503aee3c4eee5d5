"""The audit: appended to, never changed, and a change by hand is found."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import THEN
from viceversa.audit.actions import first_broken_line, record, record_each
from viceversa.audit.choices import Verb
from viceversa.audit.models import AppendOnly, Line
from viceversa.audit.rules import GENESIS, digest
from viceversa.kernel.actor import OPERATOR, Actor


def lines(number: int = 3) -> list[Line]:
    """Record some lines."""
    return [
        record(
            actor=Actor(kind="user", name="Chiara", user_id=n),
            now=THEN + timedelta(minutes=n),
            verb=Verb.ROUND_PREPARED,
            subject=f"round:{n}",
            people=n,
        )
        for n in range(number)
    ]


@pytest.mark.django_db
def test_the_chain_starts_at_the_beginning_and_holds() -> None:
    first, second, _third = lines()
    assert first.previous == GENESIS
    assert second.previous == first.digest
    assert first_broken_line() is None


@pytest.mark.django_db
def test_many_acts_at_once_hang_in_the_same_chain() -> None:
    lines(1)
    acts = [(f"offer:{n}", {"round": "one"}) for n in range(3)]
    made = record_each(actor=OPERATOR, now=THEN, verb=Verb.PROPOSAL_OFFERED, acts=acts)
    assert record_each(actor=OPERATOR, now=THEN, verb=Verb.PROPOSAL_OFFERED, acts=[]) == []
    lines(1)
    assert [line.subject for line in made] == ["offer:0", "offer:1", "offer:2"]
    assert Line.objects.count() == 5
    assert first_broken_line() is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_line SET facts = '{}' WHERE id = %s",
        "UPDATE audit_line SET actor_name = 'Nobody' WHERE id = %s",
        "UPDATE audit_line SET verb = 'round.published' WHERE id = %s",
        "UPDATE audit_line SET subject = '' WHERE id = %s",
        "UPDATE audit_line SET at = '2020-01-01 00:00:00+00:00' WHERE id = %s",
    ],
)
def test_a_line_changed_by_hand_is_found(change: str) -> None:
    _first, second, _third = lines()
    with connection.cursor() as cursor:
        cursor.execute(change, [second.pk])
    broken = first_broken_line()
    assert broken is not None
    assert broken.pk == second.pk


@pytest.mark.django_db
def test_a_line_taken_out_is_found_at_the_next_one() -> None:
    _first, second, third = lines()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_line WHERE id = %s", [second.pk])
    broken = first_broken_line()
    assert broken is not None
    assert broken.pk == third.pk


@pytest.mark.django_db
def test_the_program_itself_cannot_change_or_delete() -> None:
    line = lines(1)[0]
    for attempt in (line.save, line.delete, Line.objects.all().delete):
        with pytest.raises(AppendOnly):
            attempt()
    with pytest.raises(AppendOnly):
        Line.objects.update(subject="")
    assert first_broken_line() is None


@pytest.mark.django_db
def test_a_verb_outside_the_catalogue_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record(actor=OPERATOR, now=THEN, verb="round.invented")
    assert not Line.objects.exists()


@pytest.mark.django_db
def test_a_line_goes_with_the_transaction_it_belongs_to() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lines(1)
        raise ZeroDivisionError
    lines(2)
    assert first_broken_line() is None
    assert Line.objects.count() == 2


facts = st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20), max_size=4)


@given(facts, facts)
def test_different_facts_have_different_digests(
    one: dict[str, object], two: dict[str, object]
) -> None:
    def of(value: dict[str, object]) -> str:
        return digest(previous=GENESIS, at=THEN, actor="a", verb="v", subject="s", facts=value)

    assert (of(one) == of(two)) == (one == two)
