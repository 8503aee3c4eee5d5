"""Programmes: the list of all cohorts, founding one, its page and its charter."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import programmes as actions
from viceversa.programmes.models import Programme
from viceversa.programmes.queries import candidates
from viceversa.programmes.queries import programmes as queries
from viceversa.programmes.rules.charter import Charter
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.forms.programmes import (
    CharterWords,
    NewProgramme,
    ObjectiveLine,
    objective_lines,
    objectives_of,
)
from viceversa.web.coordinator.programmes.loading import programme_or_404
from viceversa.web.coordinator.programmes.pickers import Picker, read_all


@guards.requires(Permission.PROGRAMME_READ)
def every(request: HttpRequest) -> TemplateResponse:
    """Every programme with its cohorts."""
    context = {"lines": queries.programmes(), "no_people": candidates.directory_is_empty()}
    return pages.page(request, "list.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def create(request: HttpRequest) -> HttpResponseBase:
    """Found a programme and go on to its charter."""
    form = NewProgramme(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            programme = actions.create_programme(
                name=form.cleaned_data["name"], actor=guards.actor(request), now=clock.now()
            )
        except actions.UnableToFoundProgramme as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("Programme founded. Its charter comes next."))
            return redirect("programmes:charter", programme.public_id)
    return pages.page(request, "create.html", {"form": form})


@guards.requires(Permission.PROGRAMME_READ)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """A programme: its charter as it reads, its cohorts."""
    programme = programme_or_404(public_id)
    line = next(line for line in queries.programmes() if line.programme == programme)
    context = {
        "programme": programme,
        "objectives": list(programme.objectives.all()),
        "gaps": line.gaps,
        "cohorts": line.cohorts,
        "people": _people(programme),
    }
    return pages.page(request, "programme.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def charter(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write the charter; an incomplete one is saved too, and says what is missing."""
    programme = programme_or_404(public_id)
    before = queries.charter_of(programme)
    posted = request.POST if request.method == "POST" else None
    words = CharterWords(
        posted,
        initial={"name": before.name, "purpose": before.purpose, "driver": before.driver},
    )
    lines = objective_lines(before.objectives, posted)
    pickers = _pickers(programme)
    if posted is not None:
        looking = read_all(pickers, request)
        fine = all([words.is_valid(), *[line.is_valid() for line in lines]])
        if fine and not looking and _saved(request, programme, words, lines, pickers):
            return redirect("programmes:programme", programme.public_id)
    context = {
        "programme": programme,
        "words": words,
        "objectives": lines,
        "pickers": pickers,
        "gaps": queries.gaps(programme),
    }
    return pages.page(request, "charter.html", context)


def _saved(
    request: HttpRequest,
    programme: Programme,
    words: CharterWords,
    lines: list[ObjectiveLine],
    pickers: list[Picker],
) -> bool:
    sponsor, co_lead, answers, counsellor = (p.ids[0] if p.ids else None for p in pickers)
    written = Charter(
        name=words.cleaned_data["name"],
        purpose=words.cleaned_data["purpose"],
        driver=words.cleaned_data["driver"],
        objectives=objectives_of(lines),
        sponsor=sponsor,
        co_lead=co_lead,
        answers_observations=answers,
        counsellor=counsellor,
    )
    try:
        actions.save_charter(
            programme=programme, charter=written, actor=guards.actor(request), now=clock.now()
        )
    except actions.UnableToSaveCharter as error:
        words.add_error("name", str(error))
        return False
    messages.success(request, _("Charter saved."))
    return True


def _pickers(programme: Programme) -> list[Picker]:
    pickers = [
        Picker(
            "sponsor", _("Sponsor"), _("The executive who answers for the purpose, and takes part.")
        ),
        Picker(
            "co_lead",
            _("Junior co-lead"),
            _("A colleague early in their career who leads the programme too."),
        ),
        Picker(
            "answers_observations",
            _("Who answers observations"),
            _("Pairs may publish what leadership should know; this person owes them an answer."),
        ),
        Picker(
            "counsellor",
            _("Counsellor"),
            _("Trusted, outside both reporting lines; concerns go here and nowhere else."),
        ),
    ]
    for picker in pickers:
        person = getattr(programme, picker.name)
        picker.chosen = [person] if person else []
    return pickers


def _people(programme: Programme) -> list[tuple[str, object]]:
    return [
        (picker.label, picker.chosen[0] if picker.chosen else None)
        for picker in _pickers(programme)
    ]
