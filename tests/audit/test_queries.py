"""What an administrator reads: acts of office by name, what people do for themselves without."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from viceversa.audit.actions import record
from viceversa.audit.choices import AREAS, OF_OFFICE, UNREAD, Verb
from viceversa.audit.queries import Filter, entries, every_entry
from viceversa.kernel.actor import SYSTEM, Actor

ROME = ZoneInfo("Europe/Rome")
NORA, CHIARA = Actor("user", "Nora Piras", 7), Actor("user", "Chiara Lorenzetti", 3)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def asked(**narrowed: Any) -> Filter:
    return Filter(officers=frozenset({3}), zone=ROME, **narrowed)


def test_every_noun_that_may_be_read_stands_in_exactly_one_area() -> None:
    nouns = [*UNREAD, *(noun for _name, of_area in AREAS.values() for noun in of_area)]
    assert sorted(nouns) == sorted({verb.split(".")[0] for verb in Verb})


def test_what_people_do_for_themselves_is_never_of_office() -> None:
    private = {"note", "conversation", "self-check", "concern", "reflection", "meeting", "hours"}
    assert not {verb for verb in OF_OFFICE if verb.split(".")[0] in private}
    assert Verb.USER_SIGNED_IN not in OF_OFFICE


@pytest.mark.django_db
class TestEntries:
    @pytest.fixture(autouse=True)
    def lines(self) -> None:
        record(actor=CHIARA, now=NOON, verb=Verb.ROUND_PREPARED, subject="round:one", people=4)
        record(actor=NORA, now=NOON, verb=Verb.NOTE_WRITTEN, subject="relationship:secret")
        record(actor=NORA, now=NOON, verb=Verb.USER_SIGNED_IN, subject="user:nora")
        record(actor=CHIARA, now=NOON, verb=Verb.USER_SIGNED_IN, subject="user:chiara")

    def test_names_stand_with_acts_of_office_and_sign_ins_of_officers_alone(self) -> None:
        told = [(entry.verb, entry.who, entry.subject) for entry in entries(asked(), 1)]
        assert told == [
            ("user.signed-in", "Chiara Lorenzetti", "user:chiara"),
            ("user.signed-in", "", ""),
            ("note.written", "", ""),
            ("round.prepared", "Chiara Lorenzetti", "round:one"),
        ]

    def test_looking_for_a_name_does_not_give_away_what_stands_without_one(self) -> None:
        assert every_entry(asked(who="Nora")) == []
        assert len(every_entry(asked(who="chiara lorenz"))) == 2

    def test_area_verb_and_day_narrow(self) -> None:
        assert [e.verb for e in every_entry(asked(area="matching"))] == ["round.prepared"]
        assert [e.verb for e in every_entry(asked(verb="note.written"))] == ["note.written"]
        assert len(every_entry(asked(day=date(2026, 11, 9)))) == 4
        assert every_entry(asked(day=date(2026, 11, 10))) == []

    def test_that_a_concern_was_raised_is_read_by_nobody(self) -> None:
        record(actor=SYSTEM, now=NOON, verb=Verb.CONCERN_RAISED, subject="concern:one")
        assert "concern.raised" not in [entry.verb for entry in every_entry(asked())]
        assert every_entry(asked(verb="concern.raised")) == []

    def test_a_day_is_one_of_the_reader(self) -> None:
        late = datetime(2026, 11, 9, 23, 30, tzinfo=UTC)  # half past midnight in Rome
        record(actor=CHIARA, now=late, verb=Verb.ROUND_SOLVED)
        found = every_entry(asked(day=date(2026, 11, 10)))
        assert [entry.verb for entry in found] == ["round.solved"]
