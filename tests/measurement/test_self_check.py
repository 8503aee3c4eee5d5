"""The self-check: kept at once, sealed, shared and taken back, forgotten, repeated."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import connection
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.learning import a_learning_pair, a_self_check, place_of, today
from tests.factories.relationships import Bond
from viceversa.audit.models import Line
from viceversa.kernel import clock, keyring
from viceversa.kernel.actor import OPERATOR
from viceversa.measurement import actions
from viceversa.measurement.actions.offering import offer_again
from viceversa.measurement.models import Curiosity, SelfCheck
from viceversa.measurement.queries.own import STARTERS, Standing, own_sheet, standing
from viceversa.measurement.queries.sealed import opened
from viceversa.measurement.queries.shared import partners_of
from viceversa.measurement.queries.topics import proposals
from viceversa.people.models import Person
from viceversa.privacy.actions.keys import renew_keys
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.relationships.actions import move
from viceversa.relationships.choices import RelationshipState

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1
ALL_BASE = dict.fromkeys(STARTERS, "base")


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def bond() -> Bond:
    return a_learning_pair()


def sheet(bond: Bond, row: SelfCheck, index: int = MENTEE) -> dict[str, int | None]:
    found = own_sheet(bond.members[index].person, row.public_id)
    assert found is not None
    return {code: each.level for code, each in found.met.items()}


def standing_of(person: Person, day: date) -> Standing:
    """Return where a person stands on a day."""
    return standing(person, enrolments_of(person), day)


def test_each_answer_is_kept_at_once_and_can_be_changed_or_withheld(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"1.2": "base", "2.1": None})
    assert sheet(bond, row) == {"1.2": 1, "2.1": None}
    a_self_check(bond, MENTEE, {"1.2": "advanced"})
    assert sheet(bond, row) == {"1.2": 5, "2.1": None}
    a_self_check(bond, MENTEE, {"1.2": None})
    assert sheet(bond, row)["1.2"] is None


def test_it_is_finished_when_the_starter_set_was_met(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, dict.fromkeys(STARTERS[:-1], "base"))
    assert row.finished_at is None
    row = a_self_check(bond, MENTEE, {STARTERS[-1]: None})
    assert row.finished_at == THEN


def test_an_unknown_question_or_band_is_refused(bond: Bond) -> None:
    for said in ({"9.9": "base"}, {"1.2": "brilliant"}):
        with pytest.raises(actions.UnableToAnswer):
            a_self_check(bond, MENTEE, said)


def test_neither_database_nor_audit_holds_a_level_or_a_question(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {"2.6": "specialised"}, lens=2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM measurement_selfcheck")
        rows = cursor.fetchall()
    stored = json.dumps(rows, default=str)
    told = json.dumps([[line.subject, line.facts] for line in Line.objects.all()])
    assert "2.6" not in stored + told
    assert "specialised" not in stored + told
    assert [line.facts for line in Line.objects.filter(verb="self-check.changed")] == [
        {"what": "begun"}
    ]


def test_a_sealed_text_does_not_show_how_much_was_said(bond: Bond) -> None:
    little = a_self_check(bond, MENTEE, {"1.2": "base"})
    much = a_self_check(bond, MENTOR, ALL_BASE, lens=1)
    assert len(little.sealed) == len(much.sealed)


def test_put_under_another_name_it_does_not_open(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"1.2": "base"})
    SelfCheck.objects.filter(pk=row.pk).update(person=bond.members[MENTOR].person)
    moved = SelfCheck.objects.select_related("person").get(pk=row.pk)
    assert opened(moved) is None


def test_without_its_key_nothing_is_overwritten(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"1.2": "base"})
    SelfCheck.RING.path.unlink()
    with pytest.raises(actions.UnableToAnswer, match="backup"):
        a_self_check(bond, MENTEE, {"2.1": "base"})
    row.refresh_from_db()
    assert row.sealed


def test_nobody_finds_the_self_check_of_somebody_else(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"1.2": "base"})
    assert own_sheet(bond.members[MENTOR].person, row.public_id) is None


def test_a_partner_sees_curiosity_and_no_answer_until_it_is_shared(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"2.6": "base"}, curious=True)
    [partner] = partners_of(bond.members[MENTOR])
    assert (partner.curious, partner.sheets) == (["2.6"], [])
    share = {"self_check": row, "member": bond.members[MENTEE], "actor": OPERATOR, "now": THEN}
    actions.share(**share)
    [partner] = partners_of(bond.members[MENTOR])
    [(_row, answers)] = partner.sheets
    assert answers["2.6"].level == 1
    actions.take_back(**share)
    assert partners_of(bond.members[MENTOR])[0].sheets == []


def test_nobody_shares_what_is_not_theirs(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"2.6": "base"})
    with pytest.raises(actions.UnableToShare):
        actions.share(
            self_check=row, member=bond.members[MENTOR], actor=bond.actor(MENTOR), now=THEN
        )
    assert partners_of(bond.members[MENTOR])[0].sheets == []


def test_after_the_end_nothing_of_it_is_shown(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"2.6": "base"}, curious=True)
    actions.share(self_check=row, member=bond.members[MENTEE], actor=OPERATOR, now=THEN)
    move(relationship=bond.relationship, to=RelationshipState.CLOSED, actor=OPERATOR, now=THEN)
    bond.members[MENTOR].relationship.refresh_from_db()
    assert partners_of(bond.members[MENTOR]) == []


def test_forgetting_leaves_nothing(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"2.6": "base"}, curious=True)
    other = a_self_check(bond, MENTOR, {"2.6": "base"}, curious=True)
    actions.share(self_check=row, member=bond.members[MENTEE], actor=OPERATOR, now=THEN)
    person = bond.members[MENTEE].person
    assert actions.forget_self_checks(person=person, actor=bond.actor(MENTEE), now=THEN) == 1
    assert list(SelfCheck.objects.all()) == [other]
    assert [each.person for each in Curiosity.objects.all()] == [other.person]


def test_the_same_questions_return_and_both_moments_stand_side_by_side(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {**ALL_BASE, "1.1": "base"})
    later = today() + timedelta(days=60)
    person = bond.members[MENTEE].person
    stands = standing_of(person, later)
    assert (stands.wave, stands.now, len(stands.earlier)) == ("midpoint", None, 1)
    a_self_check(bond, MENTEE, {"2.6": "advanced"}, wave="midpoint")
    stands = standing_of(person, later)
    assert stands.now is not None
    assert stands.first is stands.earlier[0]
    assert stands.now.codes == (*STARTERS, "1.1")
    assert (stands.first.answered["2.6"], stands.now.answered["2.6"]) == (1, 5)


def test_what_was_said_before_stays_once_one_has_looked_again(bond: Bond) -> None:
    before = a_self_check(bond, MENTEE, {"2.6": "base"})
    a_self_check(bond, MENTEE, {"2.6": "advanced"}, wave="midpoint")
    with pytest.raises(actions.UnableToAnswer, match="stays as it was"):
        a_self_check(bond, MENTEE, {"2.6": "specialised"})
    assert sheet(bond, before) == {"2.6": 1}


def test_until_the_second_look_holds_something_the_first_is_shown(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {"2.6": "base"})
    a_self_check(bond, MENTEE, {}, wave="midpoint")
    stands = standing_of(bond.members[MENTEE].person, today())
    assert stands.latest is stands.earlier[0]
    assert stands.first is None


def test_a_date_put_off_does_not_take_back_what_was_begun(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {"2.6": "advanced"}, wave="midpoint")
    assert standing_of(bond.members[MENTEE].person, today()).wave == "midpoint"


def test_whoever_takes_part_in_nothing_any_more_still_finds_what_they_said(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {"2.6": "advanced"})
    stands = standing_of(bond.members[MENTEE].person, today() + timedelta(days=500))
    assert stands.wave is None
    assert stands.latest is not None


def test_a_second_look_is_offered_once_to_whoever_took_the_first(bond: Bond) -> None:
    a_self_check(bond, MENTEE, {"2.6": "base"})
    now = clock.now().replace(hour=10)  # no mail leaves at night
    assert offer_again(now=now) == 0
    midway = now + timedelta(days=60)
    assert (offer_again(now=midway), offer_again(now=midway)) == (1, 0)
    [sent] = mail.outbox
    assert bond.members[MENTEE].person.email in sent.to[0]
    assert standing_of(bond.members[MENTEE].person, midway.date()).now is None


def test_one_tap_puts_a_topic_into_the_profile_on_the_side_of_the_role(bond: Bond) -> None:
    mentee, mentor = place_of(bond, MENTEE), place_of(bond, MENTOR)
    who = {"actor": OPERATOR, "now": THEN}
    actions.add_topic(enrolment=mentee, code="digital-identity", side="learn", **who)
    actions.add_topic(enrolment=mentor, code="digital-identity", side="share", level=7, **who)
    details = details_of([mentee, mentor])
    assert details[mentee.pk].first == (("digital-identity", 2),)
    assert details[mentor.pk].first == (("digital-identity", 7),)
    with pytest.raises(actions.UnableToAddTopic):
        actions.add_topic(enrolment=mentee, code="no-such-topic", side="learn", **who)


def test_topics_are_proposed_until_the_profile_names_them(bond: Bond) -> None:
    row = a_self_check(bond, MENTEE, {"2.6": "base", "4.2": "specialised"}, curious=False)
    place = place_of(bond, MENTEE)
    found = own_sheet(place.person, row.public_id)
    assert found is not None
    before = proposals(place, found, [])
    assert {each.topic.digcomp for each in before.to_learn} == {"2.6"}
    assert {each.topic.digcomp for each in before.to_share} == {"4.2"}
    code = before.to_learn[0].topic.code
    actions.add_topic(enrolment=place, code=code, side="learn", actor=OPERATOR, now=THEN)
    assert code not in {each.topic.code for each in proposals(place, found, []).to_learn}


def test_keys_are_renewed_and_every_answer_stays_readable(bond: Bond) -> None:
    assert renew_keys(forget=True, actor=OPERATOR, now=THEN).sealed == 0
    row = a_self_check(bond, MENTEE, {"1.2": "advanced"})
    [old] = keyring.read(SelfCheck.RING.path)
    done = renew_keys(forget=True, actor=OPERATOR, now=THEN)
    assert (done.sealed, done.unreadable, done.forgotten) == (1, 0, True)
    assert old not in keyring.read(SelfCheck.RING.path)
    assert sheet(bond, row) == {"1.2": 5}
