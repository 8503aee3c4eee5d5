"""Appearing as a champion: a leader's own words and picture, shown and taken back by themselves."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.actions import champions
from viceversa.programmes.queries.champions import Stage, stages
from viceversa.programmes.queries.invitations import person_of
from viceversa.web import guards
from viceversa.web.participant.closing.forms import ChampionForm


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def champion(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write or change the words with which one appears in a cohort, and the picture beside them."""
    person, stage = _stage(request, public_id)
    words, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ChampionForm(words, files, initial={"sentence": stage.sentence})
    if form.is_bound and form.is_valid():
        try:
            champions.appear(
                cohort=stage.cohort,
                person=person,
                sentence=form.cleaned_data["sentence"],
                picture=form.content(),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except champions.UnableToShowPicture as error:
            form.add_error("picture", str(error))
        except UnableTo as error:
            form.add_error("sentence", str(error))
        else:
            messages.success(request, _("Thank you. You can take it back at any time."))
            return redirect("participant:champion", public_id)
    context = {"stage": stage, "person": person, "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/closing/champion.html", context, status=status)


@guards.signed_in
@require_POST
def take_picture_back(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Delete the picture; the words stay."""
    person, stage = _stage(request, public_id)
    champions.take_picture_back(
        cohort=stage.cohort, person=person, actor=guards.actor(request), now=clock.now()
    )
    messages.success(request, _("Your picture is deleted."))
    return redirect("participant:champion", public_id)


@guards.signed_in
@require_POST
def disappear(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take oneself off every page, at once."""
    person, stage = _stage(request, public_id)
    champions.disappear(
        cohort=stage.cohort, person=person, actor=guards.actor(request), now=clock.now()
    )
    messages.success(request, _("You are off the pages."))
    return redirect("participant:champion", public_id)


def _stage(request: HttpRequest, public_id: str) -> tuple[Person, Stage]:
    """Return who asks and the cohort they may appear in; any other is not there."""
    person = person_of(guards.user_of(request))
    found = [one for one in stages(person) if one.cohort.public_id == public_id] if person else []
    if person is None or not found:
        raise Http404
    return person, found[0]
