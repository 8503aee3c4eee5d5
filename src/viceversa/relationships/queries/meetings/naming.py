"""How a meeting is spoken of: with whom, which of how many, where, what a yes came to."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from viceversa.programmes.models import Cohort
from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Member, Relationship, Whereabouts
from viceversa.relationships.rules.meetings import video
from viceversa.relationships.rules.meetings.numbering import numbers


def joined(names: Iterable[str]) -> str:
    """Return names as a sentence lists them: “Nicolò, Emma and Francesca”."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return _("%(names)s and %(last)s") % {"names": ", ".join(every[:-1]), "last": every[-1]}


def title(members: Iterable[Member]) -> str:
    """Return the full names of everybody, mentors first."""
    return joined(member.person.name for member in members)


def number_of(meeting: Meeting) -> int | None:
    """Return which meeting of its relationship it is, from 1; None once taken off."""
    rows = Meeting.objects.filter(relationship=meeting.relationship_id)
    return numbers(list(rows.order_by("starts_at", "pk").values_list("pk", "state"))).get(
        meeting.pk
    )


def planned(relationship: Relationship) -> int:
    """Return how many meetings the cohort's preset plans."""
    return RHYTHMS[relationship.cohort.preset].meetings


def usual_minutes(relationship: Relationship) -> int:
    """Return how long a meeting of the cohort's preset is at first."""
    return RHYTHMS[relationship.cohort.preset].minutes[0]


def whereabouts(relationship: Relationship) -> tuple[str, str]:
    """Return (text for video links, usual place): the relationship's own, else the cohort's."""
    own = Whereabouts.objects.filter(relationship=relationship).first()
    shared = Whereabouts.objects.filter(cohort=relationship.cohort_id).first()
    rows = [row for row in (own, shared) if row]
    return (
        next((row.video for row in rows if row.video), ""),
        next((row.place for row in rows if row.place), ""),
    )


def cohort_whereabouts(cohort: Cohort) -> tuple[str, str]:
    """Return (text for video links, usual place) of a cohort, both "" where nothing is said."""
    row = Whereabouts.objects.filter(cohort=cohort).first()
    return (row.video, row.place) if row else ("", "")


def video_link(template: str, meeting: Meeting) -> str:
    """Return the video link of a meeting, "" where there is no text for it."""
    return video.link(template, meeting.public_id) if template else ""


def after_yes(meeting: Meeting) -> str:
    """Return what a yes came to: agreed, or waiting for others."""
    if meeting.state == MeetingState.PROPOSED:
        return _("Your yes is kept; others are still to answer.")
    return _("Agreed. The invitation for your calendar is on its way.")


def after_move(meeting: Meeting) -> str:
    """Return what a move came to: agreed with all, or waiting for others."""
    if meeting.state == MeetingState.AGREED:
        return _("Moved; everybody knows.")
    return _("Moved; it is agreed once everybody says yes.")
