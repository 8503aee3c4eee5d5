"""What was taken away from a meeting, what a mentor hopes to hear, and its answer."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
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
from viceversa.web.participant.together.frame import framed


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
    if form.is_bound and form.is_valid():
        who, now = guards.actor(request), clock.now()
        return do(
            request,
            lambda: actions.write_takeaway(
                member=viewer, meeting=meeting, text=form.cleaned_data["text"], actor=who, now=now
            ),
            _("Kept for you together."),
            "participant:together",
            public_id,
        )
    context = framed(viewer, "together") | {"form": form, "meeting": meeting, "said": said}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/plans/took.html", context, status=status)


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Ask the mentees something."""
    viewer = guards.member(request, public_id)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        who, now = guards.actor(request), clock.now()
        return do(
            request,
            lambda: actions.ask_question(
                member=viewer, text=form.cleaned_data["text"], actor=who, now=now
            ),
            _("Asked. It waits on their page until the next meeting."),
            "participant:together",
            public_id,
        )
    context = framed(viewer, "together") | {"form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/plans/ask.html", context, status=status)


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, public_id: str, question_id: str) -> HttpResponseBase:
    """Answer in two lines."""
    viewer = guards.member(request, public_id)
    question = _asked(viewer, question_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        who, now = guards.actor(request), clock.now()
        return do(
            request,
            lambda: actions.answer_question(
                member=viewer,
                question=question,
                text=form.cleaned_data["text"],
                actor=who,
                now=now,
            ),
            _("Answered; %(name)s knows.") % {"name": question.asked_by.person.first_name},
            "participant:home",
        )
    context = framed(viewer, "together") | {"form": form, "question": question}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/plans/answer.html", context, status=status)


@guards.signed_in
@require_POST
def later(request: HttpRequest, public_id: str, question_id: str) -> HttpResponseBase:
    """Keep the question for the next meeting."""
    viewer = guards.member(request, public_id)
    question, who, now = _asked(viewer, question_id), guards.actor(request), clock.now()
    return do(
        request,
        lambda: actions.promise_answer(member=viewer, question=question, actor=who, now=now),
        _("It stays for your next meeting."),
        "participant:home",
    )


def _asked(viewer: Member, public_id: str) -> Question:
    found = question_for(viewer, public_id)
    if found is None:
        raise Http404
    return found
