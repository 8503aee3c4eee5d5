"""Who looks after one's dates, and the page of whoever does."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.access.policies.delegates import delegations_of
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships.actions import delegating as actions
from viceversa.relationships.models import Delegation
from viceversa.relationships.queries.meetings import blocks, delegation_of
from viceversa.relationships.queries.meetings.delegates import may_name
from viceversa.web import guards
from viceversa.web.participant.meetings.doors import own_person
from viceversa.web.participant.meetings.forms import DelegateForm, DelegateMailForm


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: HttpRequest) -> HttpResponseBase:
    """Name who looks after one's dates, or choose who gets the mails."""
    person = own_person(request)
    current = delegation_of(person)
    if current is None and not may_name(person):
        raise Http404
    if request.method == "POST":
        return _named(request, person) if current is None else _chosen(request, person, current)
    form = DelegateForm() if current is None else DelegateMailForm(initial={"mail": current.mail})
    return _page(request, current, form)


@guards.signed_in
@require_POST
def end(request: HttpRequest) -> HttpResponseBase:
    """Look after one's own dates again, from now on."""
    current = delegation_of(own_person(request))
    if current is None:
        raise Http404
    actions.revoke_delegate(delegation=current, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("Ended: your dates are in your own hands again."))
    return redirect("participant:home")


@guards.signed_in
@require_safe
def dates(request: HttpRequest) -> TemplateResponse:
    """List the relationships whose dates the viewer looks after: names, times, places."""
    seats = delegations_of(guards.user_of(request))
    if not seats:
        raise Http404
    shown = blocks([seat.member for seat in seats], clock.now())
    rows = [(seat, shown[seat.member.pk]) for seat in seats]
    principals = {seat.member.person_id: seat for seat in seats}
    context = {"rows": rows, "principals": list(principals.values())}
    return TemplateResponse(request, "participant/meetings/dates.html", context)


@guards.signed_in
@require_POST
def give_up(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """No longer look after somebody's dates."""
    mine = {
        seat.delegation.public_id: seat.delegation
        for seat in delegations_of(guards.user_of(request))
        if seat.delegation
    }
    if public_id not in mine:
        raise Http404
    actions.revoke_delegate(
        delegation=mine[public_id], actor=guards.actor(request), now=clock.now()
    )
    messages.success(request, _("Ended: these dates are no longer with you."))
    return redirect("participant:home")


def _named(request: HttpRequest, person: Person) -> HttpResponseBase:
    form = DelegateForm(request.POST)
    if form.is_valid():
        try:
            named = actions.name_delegate(
                principal=person,
                email=form.cleaned_data["email"],
                mail=form.cleaned_data["mail"],
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("email", str(error))
        else:
            said = _("%(name)s looks after your dates from now on.")
            messages.success(request, said % {"name": named.delegate.name})
            return redirect("participant:delegate")
    return _page(request, None, form)


def _chosen(request: HttpRequest, person: Person, current: Delegation) -> HttpResponseBase:
    form = DelegateMailForm(request.POST)
    if form.is_valid():
        actions.choose_mail(delegation=current, mail=form.cleaned_data["mail"])
        messages.success(request, _("Saved."))
        return redirect("participant:delegate")
    return _page(request, current, form)


def _page(
    request: HttpRequest, current: Delegation | None, form: DelegateForm | DelegateMailForm
) -> TemplateResponse:
    context = {"current": current, "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/meetings/delegate.html", context, status=status)
