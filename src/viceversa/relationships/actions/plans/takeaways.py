"""What each took away from a meeting: a sentence, both ways."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.plans.ground import note_down, open_relationship, words
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Member, Takeaway

LONGEST = 400  # characters


class UnableToKeep(UnableTo):
    """What was taken away cannot be kept like this."""


def write_takeaway(
    *, member: Member, meeting: Meeting, text: str, actor: Actor, now: datetime
) -> Takeaway:
    """Keep what a member took away from a meeting that was held, or write it anew."""
    said = words(text, LONGEST, UnableToKeep)
    with transaction.atomic():
        open_relationship(member, UnableToKeep)
        held = Meeting.objects.filter(
            pk=meeting.pk, relationship=member.relationship_id, state=MeetingState.HELD
        )
        if not held.exists():
            raise UnableToKeep(_("This can be written once the meeting has taken place."))
        takeaway, _fresh = Takeaway.objects.update_or_create(
            meeting=meeting, member=member, defaults={"text": said, "written_at": now}
        )
        note_down(Verb.GOAL_CHANGED, member, actor, now)
    return takeaway
