"""Prepare: the briefing, the self-check, the guides, the mentors’ circles, help for newcomers."""

from datetime import timedelta

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.measurement.queries.today import courses, learning
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.programmes.queries.supervision import coming
from viceversa.web import guards
from viceversa.web.participant.preparing import viewer, words

NEW = timedelta(days=365)  # how long somebody is new here


@guards.signed_in
@require_safe
def prepare(request: HttpRequest) -> TemplateResponse:
    """Everything that helps before a meeting, and where each of it stands."""
    person, now = viewer.person(request), clock.now()
    language = words.language()
    enrolments = enrolments_of(person)
    mine = courses(enrolments, now, language)
    today = timezone.localdate(now)
    context = {
        "learning": learning(person=person, enrolments=enrolments, now=now, language=language),
        "courses": mine,
        "circles": coming(enrolments, now),
        "programme": mine[0].enrolment.cohort.programme if mine else None,
        "new_here": person.hired_on is not None and today - person.hired_on < NEW,
    }
    return TemplateResponse(request, "participant/preparing/prepare.html", context)
