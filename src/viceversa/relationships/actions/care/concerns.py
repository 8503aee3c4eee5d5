"""Raising a concern, and what its author and the counsellor do with it.

Nobody else may learn of it: the audit says that a concern was raised, never by whom nor in which
relationship, so its actor is the system; the mails say that something is there, nothing more.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.rules.recipient import zone_of
from viceversa.people.models import Person
from viceversa.relationships.actions.care.telling import tell_author, tell_counsellor
from viceversa.relationships.choices import ConcernHelp, ConcernState
from viceversa.relationships.models import Concern, ConcernWords, Member
from viceversa.relationships.queries.care.doors import door, is_late
from viceversa.relationships.rules.care import answer_by

LONGEST = 10_000  # characters


class UnableToRaise(UnableTo):
    """The concern cannot go to anybody, or cannot be taken further like this."""


@transaction.atomic
def raise_concern(*, member: Member, help: ConcernHelp, text: str, now: datetime) -> Concern:
    """Bring a concern to the counsellor of the programme, sealed for these two; mail says so.

    The text may be empty: what would help is enough. One that is still open takes what is new. A
    relationship that is over, or a circle one has left, can be spoken of until its words are gone.
    """
    words = _checked(text)
    if is_late(member, now):
        raise UnableToRaise(
            _(
                "This has been over for so long that nothing of it is kept here any more. Speak "
                "with the counsellor, or with whoever coordinates, in person."
            )
        )
    found = door(member)
    if found.counsellor is None:
        raise UnableToRaise(found.obstacle)
    if Concern.objects.filter(author=member).exclude(state=ConcernState.RESOLVED).exists():
        raise UnableToRaise(
            _("You have raised a concern that is still open: write what is new there.")
        )
    concern = Concern.objects.create(
        relationship=member.relationship,
        author=member,
        counsellor=found.counsellor,
        help=help,
        raised_at=now,
        answer_by=answer_by(now, zone_of_answer(found.counsellor)),
    )
    _keep(concern, words, by_author=True, now=now)
    _record(Verb.CONCERN_RAISED, concern, now)
    tell_counsellor(concern, now=now)
    return concern


@transaction.atomic
def add_to_concern(*, concern: Concern, text: str, now: datetime) -> Concern:
    """Let its author write more; the counsellor hears of it, once until they have looked."""
    current = opened(concern)
    words = _required(text)
    _keep(current, words, by_author=True, now=now)
    if not current.unread_by_counsellor:
        current.unread_by_counsellor = True
        current.save(update_fields=["unread_by_counsellor"])
        tell_counsellor(current, now=now)
    return current


@transaction.atomic
def acknowledge(*, concern: Concern, now: datetime) -> Concern:
    """Let the counsellor say “I have it and am on it”; its author hears of it, once."""
    current = opened(concern)
    current.unread_by_counsellor = False
    if current.state == ConcernState.RAISED:
        current.state, current.acknowledged_at = ConcernState.ACKNOWLEDGED, now
        current.unread_by_author = True
        _record(Verb.CONCERN_ACKNOWLEDGED, current, now)
        tell_author(current, now=now)
    current.save()
    return current


@transaction.atomic
def reply(*, concern: Concern, text: str, now: datetime) -> Concern:
    """Let the counsellor write to its author, who hears of it once until they have looked.

    The first word acknowledges as well.
    """
    words = _required(text)
    current = opened(concern)
    known = current.unread_by_author
    if current.state == ConcernState.RAISED:
        current.state, current.acknowledged_at = ConcernState.ACKNOWLEDGED, now
        _record(Verb.CONCERN_ACKNOWLEDGED, current, now)
    _keep(current, words, by_author=False, now=now)
    current.unread_by_author, current.unread_by_counsellor = True, False
    current.save()
    if not known:
        tell_author(current, now=now)
    return current


@transaction.atomic
def resolve(*, concern: Concern, by_author: bool, now: datetime) -> Concern:
    """End a concern; either of the two may, and the other hears of it."""
    current = opened(concern)
    current.state, current.resolved_at = ConcernState.RESOLVED, now
    current.acknowledged_at = current.acknowledged_at or now
    current.unread_by_author, current.unread_by_counsellor = not by_author, by_author
    current.save()
    _record(Verb.CONCERN_RESOLVED, current, now)
    (tell_counsellor if by_author else tell_author)(current, now=now)
    return current


@transaction.atomic
def mark_read(*, concern: Concern, by_author: bool) -> None:
    """Note that one of the two has read what is new."""
    field = "unread_by_author" if by_author else "unread_by_counsellor"
    Concern.objects.filter(pk=concern.pk).update(**{field: False})


def opened(concern: Concern) -> Concern:
    """Return a concern locked for a change; refuse one that is resolved."""
    current = (
        Concern.objects.select_for_update(of=("self",))
        .select_related("author__person", "counsellor", "relationship__cohort__programme")
        .get(pk=concern.pk)
    )
    if current.state == ConcernState.RESOLVED:
        raise UnableToRaise(_("This concern is resolved. A new one can be raised at any time."))
    return current


def _keep(concern: Concern, words: str, *, by_author: bool, now: datetime) -> None:
    """Seal words before they reach the database."""
    if words:
        row = ConcernWords(concern=concern, by_author=by_author, at=now)
        row.seal(words)
        row.save()


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if len(words) > LONGEST:
        raise UnableToRaise(
            _("There is room for %(most)s characters. Send the rest afterwards.")
            % {"most": LONGEST}
        )
    return words


def _required(text: str) -> str:
    words = _checked(text)
    if not words:
        raise UnableToRaise(_("There is nothing to send yet. Write a word or two."))
    return words


def zone_of_answer(person: Person) -> ZoneInfo:
    """Return the zone in which the working days of a counsellor are counted."""
    return zone_of(person.time_zone or settings.ORGANISATION_TIME_ZONE)


def _record(verb: Verb, concern: Concern, now: datetime) -> None:
    """Say what happened to a concern: not who, and not in which relationship."""
    record(actor=SYSTEM, now=now, verb=verb, subject=f"concern:{concern.public_id}")
