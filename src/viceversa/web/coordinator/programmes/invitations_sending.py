"""Choosing whom to invite, looking at the letter as it will arrive, sending it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.actions import invitations as actions
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.choices import CohortState, Role
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import candidates
from viceversa.programmes.queries import invitations as queries
from viceversa.programmes.rules.invitation_words import paragraphs
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.loading import cohort_or_404
from viceversa.web.coordinator.programmes.views import enrol

MOST = 500  # invitations of one sending


@guards.requires(Permission.PROGRAMME_CHANGE)
def choose(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Filter the directory and tick people; a POST shows the letter first and sends nothing."""
    cohort = cohort_or_404(public_id)
    role = _role(request.GET.get("role", ""))
    filters = enrol.filters_of(request)
    if request.method == "POST":
        if request.POST.get("all"):
            people = list(candidates.enrollable(cohort, role, filters)[:MOST])
        else:
            people = candidates.people_by_public_id(request.POST.getlist("person"))
        if people:
            return _preview(request, cohort, role, people)
        messages.warning(request, _("Nobody was chosen. Tick the people to invite."))
        return redirect(request.get_full_path())
    plan = queries.plan_of(cohort)
    context = enrol.choosing(request, cohort, role, filters) | {
        "roles": [(Role.MENTEE.value, _("as mentees")), (Role.MENTOR.value, _("as mentors"))],
        "is_open": cohort.state == CohortState.OPEN,
        "wave_to_come": role == Role.MENTOR and plan.mentors_from is None,
    }
    return pages.page(request, "invitations_choose.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def send(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Send the invitations that were looked at."""
    cohort = cohort_or_404(public_id)
    role = _role(request.POST.get("role", ""))
    people = candidates.people_by_public_id(request.POST.getlist("person")[:MOST])
    try:
        sent = actions.invite(
            cohort=cohort, people=people, role=role, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        messages.error(request, " ".join([str(error), *map(str, error.details)]))
        return redirect(f"{reverse('programmes:invite', args=[public_id])}?role={role}")
    text = ngettext(
        "%(count)s invitation on its way.", "%(count)s invitations on their way.", len(sent)
    )
    messages.success(request, text % {"count": len(sent)})
    return redirect("programmes:invitations", public_id)


def _preview(
    request: HttpRequest, cohort: Cohort, role: str, people: list[Person]
) -> TemplateResponse:
    written = {person.pk: recipient_of(person) for person in people}
    letters = queries.letters(queries.plan_of(cohort), role)
    names = {"en": _("English letter"), "it": _("Italian letter")}
    shown = [
        (
            names[language],
            paragraphs(words),
            sum(1 for r in written.values() if r and r.language == language),
        )
        for language, words in letters.items()
    ]
    context = {
        "cohort": cohort,
        "programme": cohort.programme,
        "role": role,
        "people": people,
        "unreachable": [person.name for person in people if written[person.pk] is None],
        "letters": [each for each in shown if each[2]],
    }
    return pages.page(request, "invitations_preview.html", context)


def _role(text: str) -> str:
    """Return the role asked for; mentees come first."""
    return text if text in Role.values else Role.MENTEE.value
