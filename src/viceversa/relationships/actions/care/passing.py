"""Passing a concern on: where the counsellor has gone or another is named, its author may."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.relationships.actions.care.concerns import UnableToRaise, opened, zone_of_answer
from viceversa.relationships.actions.care.telling import tell_counsellor
from viceversa.relationships.choices import ConcernState
from viceversa.relationships.models import Concern, Member
from viceversa.relationships.queries.care.doors import door
from viceversa.relationships.rules.care import answer_by


@transaction.atomic
def pass_on(*, concern: Concern, member: Member, now: datetime) -> Concern:
    """Bring an open concern, words and all, to the counsellor of today; the former reads no more.

    It is raised anew, with the two working days from now on. Raises `sealing.Unreadable` where a
    key is lost: then nothing is passed on and nothing is lost.
    """
    current = opened(concern)
    found = door(member)
    if current.author_id != member.pk or found.counsellor is None:
        raise UnableToRaise(found.obstacle or _("Only its author can pass a concern on."))
    if found.counsellor.pk == current.counsellor_id:
        raise UnableToRaise(_("It is with the counsellor of this programme already."))
    said = list(current.words.all())
    texts = [words.unseal() for words in said]
    current.counsellor = found.counsellor
    current.state = ConcernState.RAISED
    current.acknowledged_at = current.reminded_at = None
    current.answer_by = answer_by(now, zone_of_answer(found.counsellor))
    current.unread_by_counsellor = True
    current.save()
    for words, text in zip(said, texts, strict=True):
        words.seal(text)
        words.save(update_fields=["sealed"])
    tell_counsellor(current, now=now)
    return current
