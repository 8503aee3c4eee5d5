"""The last weeks on one page: look back, say thank you, say what next, name somebody."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.queries.directory import by_public_id, find
from viceversa.relationships.actions import closing
from viceversa.relationships.choices import NoteScope, Renewal
from viceversa.relationships.models import Member
from viceversa.relationships.queries.closing import farewell
from viceversa.web import guards
from viceversa.web.participant.closing.forms import ReflectionForm, ThanksForm
from viceversa.web.participant.together.frame import framed

MOST_COLLEAGUES = 8
SHORTEST_SEARCH = 2


@guards.signed_in
@require_safe
def close(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the end of a relationship to one of its members."""
    return page(request, guards.member(request, public_id))


@guards.signed_in
@require_POST
def begin(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Begin the last weeks, because it is time."""
    viewer, now = guards.member(request, public_id), clock.now()
    try:
        closing.begin_closing(member=viewer, today=timezone.localdate(now), now=now)
    except UnableTo as error:
        return page(request, viewer, mistake=error)
    messages.success(request, _("Your last weeks have begun; the others are told."))
    return redirect("participant:close", public_id)


@guards.signed_in
@sensitive_post_parameters()
@require_POST
def reflect(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep the viewer's reflection."""
    viewer = guards.member(request, public_id)
    form = ReflectionForm(request.POST)
    if form.is_valid():
        scope = NoteScope(form.cleaned_data["scope"])
        try:
            closing.write_reflection(
                member=viewer,
                scope=scope,
                answers=form.answers(),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("took", str(error))
        else:
            private = scope == NoteScope.PRIVATE
            kept = _("Kept; only you can read it.") if private else _("Kept, for all of you.")
            messages.success(request, kept)
            return redirect("participant:close", public_id)
    return page(request, viewer, reflection=form)


@guards.signed_in
@sensitive_post_parameters()
@require_POST
def thank(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Send the viewer's thanks."""
    viewer = guards.member(request, public_id)
    form = ThanksForm(request.POST)
    if form.is_valid():
        try:
            closing.send_thanks(
                member=viewer,
                text=form.cleaned_data["thanks"],
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("thanks", str(error))
        else:
            messages.success(request, _("Your thanks are on their way."))
            return redirect("participant:close", public_id)
    return page(request, viewer, thanks=form)


@guards.signed_in
@require_POST
def choose(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Say what next."""
    viewer = guards.member(request, public_id)
    choice = request.POST.get("choice", "")
    if choice not in Renewal.values:
        return redirect("participant:close", public_id)
    try:
        closing.choose(
            member=viewer, choice=Renewal(choice), actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        return page(request, viewer, mistake=error)
    messages.success(request, _("Your answer is kept. You may change it until all have answered."))
    return redirect("participant:close", public_id)


@guards.signed_in
@require_POST
def nominate(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Name a colleague, or take the name back."""
    viewer = guards.member(request, public_id)
    chosen = request.POST.get("colleague", "")
    person = by_public_id(chosen) if chosen else None
    try:
        closing.nominate(member=viewer, person=person, now=clock.now())
    except UnableTo as error:
        return page(request, viewer, mistake=error)
    named = _("Whoever coordinates now knows the name, not who gave it.")
    messages.success(request, named if person else _("The name is taken back."))
    return redirect("participant:close", public_id)


def page(
    request: HttpRequest,
    viewer: Member,
    *,
    reflection: ReflectionForm | None = None,
    thanks: ThanksForm | None = None,
    mistake: UnableTo | None = None,
) -> TemplateResponse:
    """Draw the page, perhaps with what was refused."""
    end = farewell(viewer, now=clock.now())
    search = request.GET.get("search", "").strip()
    first = {"scope": NoteScope.SHARED.value, **end.mine_said}
    if end.mine:
        first["scope"] = (NoteScope.PRIVATE if end.mine.private else NoteScope.SHARED).value
    refused: forms.Form | None = reflection or thanks
    look_back = reflection or ReflectionForm(initial=first)
    context: dict[str, Any] = framed(viewer, "") | {
        "end": end,
        "reflection": look_back,
        "scope": look_back["scope"].value(),
        "writing": reflection is not None or end.mine is None,
        "thanks_form": thanks or ThanksForm(),
        "search": search,
        "found": _colleagues(viewer, search),
        "mistake": mistake,
    }
    status = 409 if mistake else 422 if refused else 200
    return TemplateResponse(request, "participant/closing/close.html", context, status=status)


def _colleagues(viewer: Member, search: str) -> list[Any]:
    """Return a few colleagues by name; nobody before two letters are given."""
    if len(search) < SHORTEST_SEARCH:
        return []
    found = find(search, limit=MOST_COLLEAGUES + 1)
    return [person for person in found if person.pk != viewer.person_id][:MOST_COLLEAGUES]
