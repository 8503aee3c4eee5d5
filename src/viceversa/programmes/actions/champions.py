"""Leaders who agree to be seen: words and a picture of their own, gone as soon as they like."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.models import Champion, ChampionPicture, Cohort
from viceversa.programmes.queries.champions import may_appear
from viceversa.programmes.rules.picture import BadPicture, Fault, squares

LONGEST = 240  # characters


class UnableToShowPicture(UnableTo):
    """The file is no picture that can be shown."""


class UnableToAppear(UnableTo):
    """The sentence is empty or too long, or this is not one's cohort to appear in."""


@transaction.atomic
def appear(
    *,
    cohort: Cohort,
    person: Person,
    sentence: str,
    picture: bytes | None = None,
    actor: Actor,
    now: datetime,
) -> Champion:
    """Show a leader in a cohort with these words, or change the words of one who is shown.

    Without a `picture` the one there is stays. Nobody approves it. One whom a coordinator took off
    the pages stays off them.
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
    if picture is not None:
        _keep(champion, picture)
        _record(cohort, person, "picture-shown", actor, now)
    return champion


def _keep(champion: Champion, content: bytes) -> None:
    """Keep a picture in place of the one before; the file itself is not kept."""
    try:
        cut = squares(content)
    except BadPicture as error:
        raise UnableToShowPicture(_said(error.fault)) from error
    name = hashlib.sha256(champion.public_id.encode() + cut.large).hexdigest()[:40]
    ChampionPicture.objects.update_or_create(
        champion=champion, defaults={"name": name, "small": cut.small, "large": cut.large}
    )


def _said(fault: Fault) -> str:
    """Return the sentence for a file that cannot be shown: what it is, and what to do."""
    return {
        "heavy": _("The file has more than 5 MB. Send a smaller version."),
        "kind": _("This is not a JPEG, PNG or WebP picture. Save it as one of these."),
        "broken": _("The file is damaged or cut off. Save the picture again, then send it."),
        "vast": _("The picture has too many pixels. Make it smaller: 1,000 by 1,000 is plenty."),
        "tiny": _("The picture is too small to be seen. It needs 128 pixels a side at least."),
    }[fault]


@transaction.atomic
def take_picture_back(*, cohort: Cohort, person: Person, actor: Actor, now: datetime) -> None:
    """Delete one's own picture, whose place the initials take; doing it twice changes nothing."""
    rows = ChampionPicture.objects.filter(champion__cohort=cohort, champion__person=person)
    deleted, _by_table = rows.delete()
    if deleted:
        _record(cohort, person, "picture-gone", actor, now)


@transaction.atomic
def disappear(*, cohort: Cohort, person: Person, actor: Actor, now: datetime) -> None:
    """Take a leader off every page at once, words and picture; twice changes nothing."""
    rows = Champion.objects.select_for_update().filter(cohort=cohort, person=person)
    champion = rows.first()
    if champion is None:
        return
    if champion.taken_down_at is None:
        champion.delete()
    else:  # that it was taken down outlives the words, or writing them again would undo it
        champion.sentence = ""
        champion.save(update_fields=["sentence"])
        ChampionPicture.objects.filter(champion=champion).delete()
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
