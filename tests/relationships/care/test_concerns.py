"""A concern is read by its author and its counsellor, and leaves no trace that names either."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.care import a_counsellor, name_counsellor, speak_english
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.models import Message
from viceversa.people.choices import PersonStatus
from viceversa.privacy.actions.keys import renew_keys
from viceversa.relationships.actions.care import concerns as actions
from viceversa.relationships.actions.care.passing import pass_on
from viceversa.relationships.actions.care.reminding import remind_counsellors
from viceversa.relationships.choices import ConcernHelp
from viceversa.relationships.models import Concern, ConcernWords, Member
from viceversa.relationships.queries.care import concerns_today, counsel, door, own_concerns

pytestmark = pytest.mark.django_db
WORDS = "The tone of the last meeting."


@pytest.fixture(autouse=True)
def keys_apart(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def viewer(bond: Bond, index: int = 0) -> Member:
    return Member.objects.select_related(
        "person", "relationship__cohort__programme__counsellor"
    ).get(pk=bond.members[index].pk)


def raised(bond: Bond, text: str = WORDS, help: ConcernHelp = ConcernHelp.TALK) -> Concern:
    return actions.raise_concern(member=viewer(bond), help=help, text=text, now=THEN)


def test_author_and_counsellor_read_it_and_nobody_else_finds_it() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    raised(bond)
    assert [said.text for said in own_concerns(viewer(bond), THEN)[0].said] == [WORDS]
    assert [said.text for said in counsel(teresa, THEN)[0].said] == [WORDS]
    assert own_concerns(viewer(bond, 1), THEN) == []
    assert counsel(bond.members[1].person, THEN) == []


def test_the_table_holds_no_word_of_it() -> None:
    bond = a_bond()
    a_counsellor(bond)
    raised(bond)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM relationships_concernwords")
        (kept,) = cursor.fetchone()
    assert "tone" not in kept


def test_words_put_under_another_concern_do_not_open() -> None:
    bond, other = a_bond(), a_bond()
    teresa = a_counsellor(bond)
    a_counsellor(other, teresa)
    first, second = raised(bond), raised(other, "Something else.")
    ConcernWords.objects.filter(concern=first).update(concern=second)
    shown = {row.concern.pk: row for row in counsel(teresa, THEN)}
    assert [said.text for said in shown[second.pk].said] == [None, "Something else."]


def test_the_audit_names_nobody_and_no_relationship() -> None:
    bond = a_bond()
    a_counsellor(bond)
    concern = raised(bond)
    actions.reply(concern=concern, text="I call you.", now=THEN)
    actions.resolve(concern=concern, by_author=True, now=THEN)
    lines = Line.objects.filter(verb__startswith="concern.")
    assert [line.verb for line in lines.order_by("pk")] == [
        "concern.raised",
        "concern.acknowledged",
        "concern.resolved",
    ]
    for line in lines:
        assert (line.actor_kind, line.actor_user, line.facts) == ("system", None, {})
        assert line.subject == f"concern:{concern.public_id}"


def test_mails_say_that_something_is_there_and_no_more(mailoutbox: list[EmailMessage]) -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    speak_english(bond)
    concern = raised(bond)
    actions.acknowledge(concern=concern, now=THEN)
    first, second = mailoutbox
    assert teresa.email in first.to[0]
    assert bond.members[0].person.email in second.to[0]
    for mail in mailoutbox:
        written = mail.message().as_string().lower()
        for word in ("tone", "concern", "segnalazione", bond.relationship.public_id):
            assert word not in written
    assert set(Message.objects.values_list("about", flat=True)) == {""}


def test_one_mail_stands_for_all_that_is_new(mailoutbox: list[EmailMessage]) -> None:
    bond = a_bond()
    a_counsellor(bond)
    concern = raised(bond)
    for number in range(3):
        actions.add_to_concern(concern=concern, text=f"Also {number}.", now=THEN)
    assert len(mailoutbox) == 1
    for number in range(3):
        actions.reply(concern=concern, text=f"Yes {number}.", now=THEN)
    assert len(mailoutbox) == 2
    actions.add_to_concern(concern=concern, text="They had looked, and hear of this.", now=THEN)
    assert len(mailoutbox) == 3


def test_a_course_from_raised_to_resolved() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    concern = raised(bond)
    assert concerns_today(teresa)[1].waiting == 1
    actions.acknowledge(concern=concern, now=THEN)
    actions.acknowledge(concern=concern, now=THEN)  # twice does it once
    assert Line.objects.filter(verb="concern.acknowledged").count() == 1
    actions.add_to_concern(concern=concern, text="And one more thing.", now=THEN)
    assert concerns_today(teresa)[1].unread == 1
    actions.reply(concern=concern, text="Tomorrow at nine?", now=THEN)
    actions.resolve(concern=concern, by_author=False, now=THEN)
    [shown] = own_concerns(viewer(bond), THEN)
    assert [said.by_author for said in shown.said] == [True, True, False]
    assert not shown.open
    with pytest.raises(actions.UnableToRaise):
        actions.reply(concern=concern, text="Too late.", now=THEN)


def test_no_words_are_enough_and_a_second_one_goes_into_the_first() -> None:
    bond = a_bond()
    a_counsellor(bond)
    concern = raised(bond, "  ")
    assert own_concerns(viewer(bond), THEN)[0].said == []
    with pytest.raises(actions.UnableToRaise, match="still open"):
        raised(bond)
    actions.resolve(concern=concern, by_author=True, now=THEN)
    raised(bond)


def test_the_counsellor_is_reminded_once() -> None:
    bond = a_bond()
    a_counsellor(bond)
    concern = raised(bond)
    assert remind_counsellors(now=concern.answer_by - timedelta(minutes=1)) == 0
    assert remind_counsellors(now=concern.answer_by) == 1
    assert remind_counsellors(now=concern.answer_by) == 0


def test_where_the_counsellor_cannot_be_told_there_is_another_way() -> None:
    bond = a_bond()
    name_counsellor(bond, None)
    assert "No counsellor" in door(viewer(bond)).obstacle
    a_counsellor(bond, bond.members[1].person)
    assert "must not end on that desk" in door(viewer(bond)).obstacle
    a_counsellor(bond, bond.members[0].person)
    assert "You are the counsellor" in door(viewer(bond)).obstacle
    teresa = a_counsellor(bond)
    assert door(viewer(bond)).counsellor == teresa
    teresa.status = PersonStatus.LEFT
    teresa.save()
    with pytest.raises(actions.UnableToRaise, match="no longer here"):
        raised(bond)
    assert not Concern.objects.exists()


def test_a_new_counsellor_does_not_read_what_went_to_the_former() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    raised(bond)
    successor = a_person("Bruno Villa")
    a_counsellor(bond, successor)
    assert counsel(successor, THEN) == []
    assert len(counsel(teresa, THEN)) == 1


def test_renewed_keys_open_everything_and_an_old_one_can_go() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    raised(bond)
    done = renew_keys(forget=True, actor=OPERATOR, now=THEN)
    assert (done.sealed, done.unreadable, done.forgotten) == (1, 0, True)
    assert counsel(teresa, THEN)[0].said[0].text == WORDS


def test_its_author_passes_a_concern_on_and_the_former_counsellor_reads_it_no_more() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    concern = raised(bond)
    actions.reply(concern=concern, text="I am here.", now=THEN)
    with pytest.raises(actions.UnableToRaise, match="already"):
        pass_on(concern=concern, member=viewer(bond), now=THEN)
    bruno = a_person("Bruno Villa")
    name_counsellor(bond, bruno)
    with pytest.raises(actions.UnableToRaise, match="Only its author"):
        pass_on(concern=concern, member=viewer(bond, 1), now=THEN)
    pass_on(concern=concern, member=viewer(bond), now=THEN)
    assert counsel(teresa, THEN) == []
    [shown] = counsel(bruno, THEN)
    assert [said.text for said in shown.said] == [WORDS, "I am here."]
    assert shown.concern.state == "raised"
