"""Leaders who agree to be seen: they appear with a sentence of their own, and leave at once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.models import Champion, Cohort
from viceversa.programmes.queries.champions import may_appear

LONGEST = 240  # characters


class UnableToAppear(UnableTo):
    """The sentence is empty or too long, or this is not one's cohort to appear in."""


@transaction.atomic
def appear(
    *, cohort: Cohort, person: Person, sentence: str, actor: Actor, now: datetime
) -> Champion:
    """Show a leader in a cohort with these words, or change the words of one who is shown.

    Nobody approves it. One whom a coordinator took off the pages stays off them.
    """
    words = " ".join(sentence.split())
    if not words:
        raise UnableToAppear(_("Write a sentence in your own words."))
    if len(words) > LONGEST:
        raise UnableToAppear(
            _("A sentence has %(most)s characters at most, so that people read it.")
            % {"most": LONGEST}
        )
    if not may_appear(cohort, person):
        raise UnableToAppear(_("Only mentees of a cohort and its sponsor can appear in it."))
    champion, _created = Champion.objects.update_or_create(
        cohort=cohort,
        person=person,
        defaults={"sentence": words},
        create_defaults={"sentence": words, "shown_since": now},
    )
    _record(cohort, person, "shown", actor, now)
    return champion


@transaction.atomic
def disappear(*, cohort: Cohort, person: Person, actor: Actor, now: datetime) -> None:
    """Take a leader off every page at once, with their words; doing it twice changes nothing."""
    rows = Champion.objects.select_for_update().filter(cohort=cohort, person=person)
    champion = rows.first()
    if champion is None:
        return
    if champion.taken_down_at is None:
        champion.delete()
    else:  # that it was taken down outlives the words, or writing them again would undo it
        champion.sentence = ""
        champion.save(update_fields=["sentence"])
    _record(cohort, person, "gone", actor, now)


@transaction.atomic
def take_down(*, champion: Champion, actor: Actor, now: datetime) -> None:
    """Take a champion off the pages, as whoever coordinates may."""
    Champion.objects.filter(pk=champion.pk, taken_down_at=None).update(taken_down_at=now)
    _record(champion.cohort, champion.person, "taken-down", actor, now)


@transaction.atomic
def put_back(*, champion: Champion, actor: Actor, now: datetime) -> None:
    """Show a champion again who was taken down."""
    Champion.objects.filter(pk=champion.pk).exclude(taken_down_at=None).update(taken_down_at=None)
    _record(champion.cohort, champion.person, "put-back", actor, now)


def _record(cohort: Cohort, person: Person, what: str, actor: Actor, now: datetime) -> None:
    record(
        actor=actor,
        now=now,
        verb=Verb.CHAMPION_CHANGED,
        subject=f"cohort:{cohort.public_id}",
        person=person.public_id,
        what=what,
    )
