"""The first page of whoever takes part."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.access.policies.delegates import delegations_of
from viceversa.kernel import clock
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.queries.momentum import Push
from viceversa.reports.home import Home, Together
from viceversa.reports.home import home as home_of
from viceversa.web import guards
from viceversa.web.participant.care.showing import at_home
from viceversa.web.participant.plans.forms import IdeasForm, PointForm
from viceversa.web.participant.words import cardinal, greeting, ordinal, when

# Pushes that say what the list says already, by the kinds of thing that cover them.
COVERED = {
    "first-contact": {"propose", "answer"},
    "first-meeting": {"propose", "answer"},
    "quiet": {"propose", "answer"},
    "agreement": {"begin", "sign", "yes"},
    "agenda": {"agenda"},
}


@guards.signed_in
@require_safe
def home(request: HttpRequest) -> TemplateResponse:
    """Show what is worth doing today, the viewer's relationships and places."""
    user, now = guards.user_of(request), clock.now()
    local = timezone.localtime(now)
    mine = home_of(user=user, now=now, today=local.date(), language=get_language() or "en")
    first_name = mine.person.first_name if mine.person else user.name.split(" ")[0]
    context: dict[str, Any] = {
        "home": mine,
        "first_name": first_name,
        "now": now,
        "today": local,
        "seats": delegations_of(user),
        "heading": _heading(mine, first_name, local),
        "coming": _coming(mine, local),
        "point": PointForm(),
        "ideas": IdeasForm(),
        **_focus(mine.focus),
        **at_home(mine.person, named=any(charge.as_counsellor for charge in mine.charges)),
    }
    context["pushes"] = [push for push in context.get("pushes", []) if not _is_said(push, mine)]
    return TemplateResponse(request, "participant/home.html", context)


def _is_said(push: Push, mine: Home) -> bool:
    """Tell whether the page asks for the same thing without the push."""
    here = push.nudge.relationship_id
    if push.signal == "agenda" and mine.focus and mine.focus.relationship.pk == here:
        return True
    kinds = {t.kind for t in mine.things if t.viewer.relationship_id == here}
    return bool(kinds & COVERED.get(push.signal, set()))


def _heading(mine: Home, first_name: str, local: datetime) -> str:
    """Return the greeting, or for a mentor whom they meet next and when."""
    focus = mine.focus
    if focus is None or focus.next is None:
        return greeting(local, first_name)
    day = timezone.localdate(focus.next.meeting.starts_at)
    return _("Hello %(name)s, you meet %(others)s %(when)s") % {
        "name": first_name,
        "others": _("the circle") if focus.circle else focus.names,
        "when": when(day, local.date()),
    }


def _coming(mine: Home, local: datetime) -> str:
    """Return whom a mentee meets next and when, empty where no date is agreed."""
    agreed = [
        (item.next.meeting.starts_at, item.viewer.pk, item)
        for item in mine.current
        if item.next and item.next.meeting.state == MeetingState.AGREED
    ]
    if mine.focus or not agreed:
        return ""
    starts_at, _pk, soonest = min(agreed)
    moment = timezone.localtime(starts_at)
    return _("You meet %(others)s %(when)s, at %(hour)s.") % {
        "others": _("the circle") if soonest.circle else soonest.names,
        "when": when(moment.date(), local.date()),
        "hour": time_format(moment),
    }


def _focus(focus: Together | None) -> dict[str, object]:
    """Return the variables of the agenda on this page."""
    if focus is None or focus.next is None:
        return {}
    number = focus.next.number or 1
    return {
        "viewer": focus.viewer,
        "relationship": focus.relationship,
        "mentor_first": focus.mentor_first,
        "mentee_first": focus.mentee_first,
        "ordinal": ordinal(number),
        "total": cardinal(focus.rhythm.meetings),
        "planned": number <= focus.rhythm.meetings,
    }
