"""Enrolling people chosen from a filtered list."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import enrolments as actions
from viceversa.programmes.choices import CohortState, Role
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import candidates
from viceversa.programmes.queries.candidates import Filters
from viceversa.programmes.rules import eligibility
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.forms.enrolments import PlacesForm
from viceversa.web.coordinator.programmes.limits import limits_in_words
from viceversa.web.coordinator.programmes.loading import cohort_or_404

PAGE = 50


@guards.requires(Permission.PROGRAMME_CHANGE)
def by_hand(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Filter the directory, choose, enrol; who may not take part is shown with the reason."""
    cohort = cohort_or_404(public_id)
    asked = request.GET
    role = asked.get("role") if asked.get("role") in Role.values else Role.MENTOR
    role = str(role)
    filters = filters_of(request)
    form = PlacesForm(request.POST or None, initial={"minimum": 0, "maximum": 1})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = _enrol(request, cohort, role, filters, form)
        if refusal is None:
            return redirect(f"{request.path}?{asked.urlencode()}")
    return pages.page(
        request,
        "enrol.html",
        choosing(request, cohort, role, filters) | {"form": form, "refusal": refusal},
    )


def choosing(request: HttpRequest, cohort: Cohort, role: str, filters: Filters) -> dict[str, Any]:
    """Return what a page shows on which people are chosen from the filtered directory."""
    found = candidates.candidates(cohort, role, filters)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    levels = [(str(level), str(level)) for level in candidates.level_choices()]
    return {
        "cohort": cohort,
        "closed": cohort.state == CohortState.CLOSED,
        "role": role,
        "roles": [
            (Role.MENTOR.value, _("as mentors")),
            (Role.MENTEE.value, _("as mentees")),
        ],
        "filters": filters,
        "show_all": not filters.eligible_only,
        "limits": limits_in_words(eligibility.read(cohort.eligibility).of(role)),
        "page": page,
        "lines": candidates.lines(cohort, role, list(page.object_list)),
        "enrollable": candidates.enrollable(cohort, role, filters).count(),
        "units": [(path, path) for path in candidates.unit_choices()],
        "sites": [(site, site) for site in candidates.site_choices()],
        "levels": levels,
        "shows": [("", _("May take part")), ("all", _("Everybody, with reasons"))],
        "show": "" if filters.eligible_only else "all",
        "no_people": candidates.directory_is_empty(),
        "file_url": reverse("programmes:enrol-file", args=[cohort.public_id]),
    }


def filters_of(request: HttpRequest) -> Filters:
    """Return the filters of the address."""
    asked = request.GET
    return Filters(
        search=asked.get("q", ""),
        unit=asked.get("unit", ""),
        site=asked.get("site", ""),
        lowest_level=_number(asked.get("from", "")),
        highest_level=_number(asked.get("to", "")),
        eligible_only=asked.get("show") != "all",
    )


def _enrol(
    request: HttpRequest, cohort: Cohort, role: str, filters: Filters, form: PlacesForm
) -> actions.UnableToEnrol | None:
    """Enrol those chosen; return the refusal, or None when it is done."""
    if request.POST.get("all"):
        people = list(candidates.enrollable(cohort, role, filters))
    else:
        people = candidates.people_by_public_id(request.POST.getlist("person"))
    if not people:
        return actions.UnableToEnrol(_("Nobody was chosen. Tick the people to enrol."))
    try:
        enrolled = actions.enrol(
            cohort=cohort,
            people=people,
            role=role,
            minimum=form.cleaned_data["minimum"],
            maximum=form.cleaned_data["maximum"],
            actor=guards.actor(request),
            now=clock.now(),
        )
    except actions.UnableToEnrol as error:
        return error
    _tell(request, role, len(enrolled), len(people) - len(enrolled))
    return None


def _tell(request: HttpRequest, role: str, fresh: int, there: int) -> None:
    if role == Role.MENTOR:
        text = ngettext("%(count)s mentor enrolled.", "%(count)s mentors enrolled.", fresh)
    else:
        text = ngettext("%(count)s mentee enrolled.", "%(count)s mentees enrolled.", fresh)
    sentences = [text % {"count": fresh}]
    if there:
        sentences.append(
            ngettext(
                "%(count)s was in the cohort already.",
                "%(count)s were in the cohort already.",
                there,
            )
            % {"count": there}
        )
    messages.success(request, " ".join(sentences))


def _number(text: str) -> int | None:
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 6 else None
