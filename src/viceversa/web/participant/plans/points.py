"""The points of an agenda: add one, change it, move it up, take it off."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.choices import Gives, ItemKind
from viceversa.relationships.queries.plans import AgendaShown, ItemShown, agenda_of
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do, meeting_of
from viceversa.web.participant.plans.forms import ItemForm
from viceversa.web.participant.together.writing import written

USUAL = 10  # minutes of a new point where there is room for them


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(
    request: HttpRequest, public_id: str, meeting_id: str, item: int | None = None
) -> HttpResponseBase:
    """Add a point, or change one."""
    viewer = guards.member(request, public_id)
    meeting, now = meeting_of(viewer, meeting_id), clock.now()
    agenda = agenda_of(viewer, meeting, 1, now)
    if not agenda.may_edit:
        said = _(
            "This agenda can be read, not changed: the mentor prepares it, before the meeting."
        )
        messages.warning(request, said)
        return redirect("participant:agenda", public_id, meeting_id)
    shown = _item(agenda, item)
    form = _form(request, agenda, shown)
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.write_item(
            member=viewer,
            meeting=meeting,
            item=item,
            title=form.cleaned_data.get("title", ""),
            text=form.cleaned_data["text"],
            minutes=form.cleaned_data["minutes"],
            gives=form.cleaned_data.get("gives", Gives.BOTH.value),
            actor=guards.actor(request),
            now=now,
        ),
        then=redirect("participant:agenda", public_id, meeting_id),
        template="participant/plans/item.html",
        tab="agendas",
        agenda=agenda,
        item=shown,
    )


@guards.signed_in
@require_POST
def lift(request: HttpRequest, public_id: str, meeting_id: str, item: int) -> HttpResponseBase:
    """Move a point one place up."""
    viewer = guards.member(request, public_id)
    act = partial(
        actions.lift_item, member=viewer, meeting=meeting_of(viewer, meeting_id), item=item
    )
    return do(request, act, "", "participant:agenda", public_id, meeting_id)


@guards.signed_in
@require_POST
def drop(request: HttpRequest, public_id: str, meeting_id: str, item: int) -> HttpResponseBase:
    """Take a point off."""
    viewer = guards.member(request, public_id)
    act = partial(
        actions.drop_item, member=viewer, meeting=meeting_of(viewer, meeting_id), item=item
    )
    return do(request, act, "", "participant:agenda", public_id, meeting_id)


def _item(agenda: AgendaShown, key: int | None) -> ItemShown | None:
    if key is None:
        return None
    found = next((each for each in agenda.items if each.key == key), None)
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, agenda: AgendaShown, item: ItemShown | None) -> ItemForm:
    kind = item.kind if item else ItemKind.PLAIN
    room = max(1, min(USUAL, agenda.left)) if agenda.left > 0 else USUAL
    initial = {
        "title": item.title if item else "",
        "text": item.text if item else "",
        "minutes": (item.minutes if item else 0) or room,
        "gives": item.gives if item else Gives.MENTOR.value,
    }
    return ItemForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        plain=kind == ItemKind.PLAIN,
        asked=kind == ItemKind.ASKED,
    )
