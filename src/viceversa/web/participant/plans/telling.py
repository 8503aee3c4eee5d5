"""What was taken away from a meeting, what a mentor hopes to hear, and its answer."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.models import Member, Question
from viceversa.relationships.queries.plans import question_for, takeaways
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do, meeting_of
from viceversa.web.participant.plans.forms import AnswerForm, QuestionForm, TakeawayForm
from viceversa.web.participant.together.writing import written


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def took(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Keep what the viewer took away from a meeting."""
    viewer = guards.member(request, public_id)
    meeting = meeting_of(viewer, meeting_id)
    said = takeaways(viewer).get(meeting.pk, [])
    mine = next((one.text for one in said if one.mine), "")
    form = TakeawayForm(request.POST if request.method == "POST" else None, initial={"text": mine})
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.write_takeaway(
            member=viewer,
            meeting=meeting,
            text=form.cleaned_data["text"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Kept for you together."),
        then=redirect("participant:together", public_id),
        template="participant/plans/took.html",
        meeting=meeting,
        takeaways=said,
    )


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Ask the mentees something."""
    viewer = guards.member(request, public_id)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.ask_question(
            member=viewer,
            text=form.cleaned_data["text"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Asked. It waits on their page until the next meeting."),
        then=redirect("participant:together", public_id),
        template="participant/plans/ask.html",
    )


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, public_id: str, question_id: str) -> HttpResponseBase:
    """Answer in two lines."""
    viewer = guards.member(request, public_id)
    question = _asked(viewer, question_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.answer_question(
            member=viewer,
            question=question,
            text=form.cleaned_data["text"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Answered; %(name)s knows.") % {"name": question.asked_by.person.first_name},
        then=redirect("participant:home"),
        template="participant/plans/answer.html",
        question=question,
    )


@guards.signed_in
@require_POST
def later(request: HttpRequest, public_id: str, question_id: str) -> HttpResponseBase:
    """Keep the question for the next meeting."""
    viewer = guards.member(request, public_id)
    act = partial(actions.promise_answer, member=viewer, question=_asked(viewer, question_id))
    return do(request, act, _("It stays for your next meeting."), "participant:home")


def _asked(viewer: Member, public_id: str) -> Question:
    found = question_for(viewer, public_id)
    if found is None:
        raise Http404
    return found
