"""Invitations of a cohort: where each stands, the letter, waves, reminders, admitting."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import invitations as actions
from viceversa.programmes.choices import CohortState, InvitationState, Role
from viceversa.programmes.models import Cohort, Invitation
from viceversa.programmes.queries import invitations as queries
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.invitations_forms import LetterForm
from viceversa.web.coordinator.programmes.loading import cohort_or_404

PAGE = 50


@guards.requires(Permission.PROGRAMME_READ)
def every(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Who was invited and whether they answered: states only, never why."""
    cohort = cohort_or_404(public_id)
    now = clock.now()
    role = request.GET.get("role", "")
    role = role if role in Role.values else ""
    page = Paginator(queries.invitations(cohort, role), PAGE).get_page(request.GET.get("page"))
    plan = queries.plan_of(cohort)
    context = {
        "cohort": cohort,
        "is_open": cohort.state == CohortState.OPEN,
        "plan": plan,
        "role": role,
        "roles": [("", _("Everybody")), *[(each.value, each.label) for each in Role]],
        "page": page,
        "lines": queries.lines(page.object_list, now),
        "figures": _figures(cohort),
        "remindable": queries.remindable(cohort, now),
        "applied": queries.applied(cohort),
        "reasons": queries.reasons(cohort),
    }
    return pages.page(request, "invitations.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def letter(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The sponsor's words to mentees and mentors in both languages, and how people come in."""
    cohort = cohort_or_404(public_id)
    plan = queries.plan_of(cohort)
    form = LetterForm(plan, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.save_plan(
            cohort=cohort,
            words=form.own_words(),
            admits_itself=form.cleaned_data["admits_itself"],
            takes_applications=form.cleaned_data["takes_applications"],
            actor=guards.actor(request),
            now=clock.now(),
        )
        messages.success(request, _("Letter and settings saved."))
        return redirect("programmes:invitations", public_id)
    context = {"cohort": cohort, "form": form, "sponsor": cohort.programme.sponsor}
    return pages.page(request, "invitations_letter.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def wave(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Begin the second wave: mentors."""
    cohort = cohort_or_404(public_id)
    actions.open_mentors(cohort=cohort, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("The second wave has begun: mentors can be invited."))
    return redirect("programmes:invitations", public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def remind(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Remind those who have not answered, as far as a reminder is in order."""
    cohort = cohort_or_404(public_id)
    sent = actions.remind(
        cohort=cohort,
        only=request.POST.getlist("invitation"),
        actor=guards.actor(request),
        now=clock.now(),
    )
    text = ngettext("%(count)s reminder sent.", "%(count)s reminders sent.", len(sent))
    messages.success(request, text % {"count": len(sent)})
    return redirect("programmes:invitations", public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def admit(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Admit those ticked among the people who applied."""
    cohort = cohort_or_404(public_id)
    admitted = actions.admit(
        cohort=cohort,
        ids=request.POST.getlist("enrolment"),
        actor=guards.actor(request),
        now=clock.now(),
    )
    if admitted:
        text = ngettext(
            "%(count)s person admitted and told.", "%(count)s people admitted and told.",
            len(admitted),
        )  # fmt: skip
        messages.success(request, text % {"count": len(admitted)})
    else:
        messages.warning(request, _("Nobody was ticked."))
    return redirect("programmes:invitations", public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def revoke(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take one invitation back."""
    invitation = Invitation.objects.select_related("enrolment__cohort", "enrolment__person")
    found = invitation.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    actions.revoke(invitation=found, actor=guards.actor(request), now=clock.now())
    name = found.enrolment.person.name
    messages.success(request, _("The invitation of %(name)s is taken back.") % {"name": name})
    return redirect("programmes:invitations", found.enrolment.cohort.public_id)


def _figures(cohort: Cohort) -> list[tuple[str, int, int]]:
    """Return (state, mentors, mentees) of the states that occur."""
    counted = queries.counts(cohort, clock.now())
    rows = [
        (
            str(state.label),
            counted.get((Role.MENTOR.value, state.value), 0),
            counted.get((Role.MENTEE.value, state.value), 0),
        )
        for state in InvitationState
    ]
    return [row for row in rows if row[1] or row[2]]
