"""The briefing, a chapter at a time, and all of it on one sheet."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions.briefing import read_chapters
from viceversa.programmes.queries.briefing import Course, course_of
from viceversa.programmes.queries.invitations import own_enrolment
from viceversa.programmes.rules.briefing import codes
from viceversa.web import guards
from viceversa.web.participant.preparing import words


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def chapter(request: HttpRequest, public_id: str, code: str) -> HttpResponseBase:
    """Show a chapter; note that it was read and go on."""
    mine = _course(request, public_id)
    order = codes(mine.enrolment.role)
    if code not in order:
        raise Http404
    place = order.index(code)
    if request.method == "POST":
        return _on(request, mine, code)
    context = {
        "course": mine,
        "chapter": mine.chapters[place],
        "place": place + 1,
        "previous": mine.chapters[place - 1] if place else None,
        "last": place == len(order) - 1,
    }
    return TemplateResponse(request, "participant/preparing/chapter.html", context)


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The whole course on one page, for reading in one go or on paper; note that it was read."""
    mine = _course(request, public_id)
    if request.method == "POST":
        try:
            read_chapters(
                enrolment=mine.enrolment,
                chapters=codes(mine.enrolment.role),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Briefing done. You can read it again at any time."))
        return redirect("participant:prepare")
    return TemplateResponse(request, "participant/preparing/whole.html", {"course": mine})


def _on(request: HttpRequest, mine: Course, code: str) -> HttpResponseBase:
    """Note a chapter and lead to the next one not read yet, or back when all are."""
    try:
        row = read_chapters(
            enrolment=mine.enrolment, chapters=[code], actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        messages.error(request, str(error))
        return redirect("participant:prepare")
    order = codes(mine.enrolment.role)
    after = order[order.index(code) + 1 :]
    target = next((each for each in (*after, *order) if each not in row.chapters), None)
    if target is None and mine.completed_on and after:  # reading it once more
        target = after[0]
    if target is None:
        if mine.completed_on is None:
            messages.success(request, _("Briefing done. You can read it again at any time."))
        return redirect("participant:prepare")
    return redirect("participant:briefing", mine.enrolment.public_id, target)


def _course(request: HttpRequest, public_id: str) -> Course:
    enrolment = own_enrolment(guards.user_of(request), public_id)
    if enrolment is None:
        raise Http404
    return course_of(enrolment, words.language())
