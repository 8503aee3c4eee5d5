"""The agenda of a meeting: what both read, and how it goes from mentor to mentee and back."""

from functools import partial

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.models import Meeting, Member
from viceversa.relationships.queries.meetings import meetings_of, next_meeting
from viceversa.relationships.queries.plans import AgendaShown, agenda_of
from viceversa.relationships.rules.meetings.numbering import numbers
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do, meeting_of
from viceversa.web.participant.plans.forms import IdeasForm, PointForm, QuestionForm
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@require_safe
def coming(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the agenda of the next meeting, and those of the past."""
    viewer = guards.member(request, public_id)
    return _page(request, viewer, next_meeting(viewer.relationship, clock.now()))


@guards.signed_in
@require_safe
def one(request: HttpRequest, public_id: str, meeting_id: str) -> TemplateResponse:
    """Show the agenda of one meeting, to come or past."""
    viewer = guards.member(request, public_id)
    return _page(request, viewer, meeting_of(viewer, meeting_id))


@guards.signed_in
@require_POST
def begin(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Open the agenda with what it always holds."""
    viewer = guards.member(request, public_id)
    act = partial(actions.begin_agenda, member=viewer, meeting=meeting_of(viewer, meeting_id))
    return do(request, act, "", "participant:agenda", public_id, meeting_id)


@guards.signed_in
@require_POST
def use(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Take a session plan of the library into the agenda."""
    viewer = guards.member(request, public_id)
    code = request.POST.get("plan", "")
    act = partial(
        actions.use_plan,
        member=viewer,
        meeting=meeting_of(viewer, meeting_id),
        code=code,
        language=get_language() or "en",
    )
    return do(
        request,
        act,
        _("The plan is on the agenda, cut to the minutes that were left."),
        "participant:agenda",
        public_id,
        meeting_id,
    )


@guards.signed_in
@sensitive_post_parameters()
@require_POST
def ideas(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Keep the two experiments to choose from."""
    viewer = guards.member(request, public_id)
    form = IdeasForm(request.POST)
    form.is_valid()
    first, second = (form.data.get(name, "") for name in ("first", "second"))
    act = partial(
        actions.write_ideas,
        member=viewer,
        meeting=meeting_of(viewer, meeting_id),
        first=first,
        second=second,
    )
    return do(request, act, _("Ideas kept."), "participant:agenda", public_id, meeting_id)


@guards.signed_in
@require_POST
def send(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Send the agenda to the mentees."""
    viewer = guards.member(request, public_id)
    act = partial(actions.send_agenda, member=viewer, meeting=meeting_of(viewer, meeting_id))
    return do(request, act, _("Agenda sent."), "participant:agenda", public_id, meeting_id)


@guards.signed_in
@require_POST
def approve(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Confirm the agenda."""
    viewer = guards.member(request, public_id)
    act = partial(actions.approve_agenda, member=viewer, meeting=meeting_of(viewer, meeting_id))
    return do(request, act, _("Agenda confirmed."), "participant:agenda", public_id, meeting_id)


@guards.signed_in
@sensitive_post_parameters()
@require_POST
def ask(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Put a point of the mentee's own on the agenda."""
    viewer = guards.member(request, public_id)
    meeting, text = meeting_of(viewer, meeting_id), request.POST.get("text", "")
    act = partial(actions.ask_for_item, member=viewer, meeting=meeting, text=text)
    return do(
        request, act, _("Your point is on the agenda."), "participant:agenda", public_id, meeting_id
    )


def _page(request: HttpRequest, viewer: Member, meeting: Meeting | None) -> TemplateResponse:
    now = clock.now()
    every = meetings_of(viewer.relationship)
    order = numbers([(each.pk, each.state) for each in every])
    shown: AgendaShown | None = None
    if meeting is not None:
        shown = agenda_of(viewer, meeting, order.get(meeting.pk, 1), now)
    context = framed(viewer, "agendas") | {
        "agenda": shown,
        "now": now,
        "earlier": [
            (order[each.pk], each)
            for each in reversed(every)
            if each.pk in order and (meeting is None or each.pk != meeting.pk)
        ],
        "point": PointForm(),
        "ideas": IdeasForm(
            initial={"first": shown.first_idea, "second": shown.second_idea} if shown else {}
        ),
        "question": QuestionForm(),
    }
    return TemplateResponse(request, "participant/plans/agenda.html", context)
