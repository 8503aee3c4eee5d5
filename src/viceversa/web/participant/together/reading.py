"""The page of a relationship: both directions, its meetings, its goals, what comes next."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.measurement.queries.shared import partners_of
from viceversa.relationships.queries import document, notes
from viceversa.relationships.queries.closing import closing_card
from viceversa.relationships.queries.conversation import unread
from viceversa.relationships.rules.plans import next_reminder
from viceversa.reports.story import Entry, Story, story
from viceversa.web import guards
from viceversa.web.participant.care.showing import beside
from viceversa.web.participant.together.frame import framed
from viceversa.web.participant.words import meeting_title

NEWEST = 2  # notes shown in the margin


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the story with its title in words."""

    entry: Entry
    title: str


@guards.signed_in
@require_safe
def together(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the relationship to one of its members."""
    viewer, now = guards.member(request, public_id), clock.now()
    told = story(viewer, now)
    ahead = timezone.localdate(told.next.meeting.starts_at) if told.next else None
    context = framed(viewer, "together") | {
        "document": document(viewer),
        "notes": notes(viewer, most=NEWEST),
        "story": told,
        "lines": [Line(entry, _title(entry)) for entry in told.entries],
        "count": _count(told),
        "rhythm": told.rhythm,
        "on": next_reminder(timezone.localdate(now), ahead),
        "now": now,
        "whole": True,
        "card": closing_card(viewer),
        "unread": unread([viewer]).get(viewer.pk, 0),
        "partners": partners_of(viewer),
        **beside(viewer),
    }
    return TemplateResponse(request, "participant/together/one.html", context)


def _title(entry: Entry) -> str:
    if entry.meeting is None:
        return ""
    title = _("A short meeting") if entry.meeting.keep_alive else meeting_title(entry.number)
    if entry.kind == "held" and entry.headline:
        return _("%(title)s: %(headline)s") % {"title": title, "headline": entry.headline}
    if entry.kind != "held" and entry.meeting.place:
        return _("%(title)s, %(place)s") % {"title": title, "place": entry.meeting.place}
    return title


def _count(told: Story) -> str:
    """Return “2 kept, next on 11 November, 3 to come”."""
    parts = [_("%(n)s kept") % {"n": told.block.kept}]
    if told.next:
        day = date_format(timezone.localtime(told.next.meeting.starts_at), "j F")
        parts.append(_("next on %(day)s") % {"day": day})
    further = len(told.block.ahead) - 1
    if further > 0:
        parts.append(_("%(n)s more planned") % {"n": further})
    if told.block.still_to_come:
        parts.append(_("%(n)s to come") % {"n": told.block.still_to_come})
    return ", ".join(parts)
