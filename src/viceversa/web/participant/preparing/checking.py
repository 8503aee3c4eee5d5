"""The self-check: where it stands, one question at a time, sharing it, forgetting it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.measurement import actions
from viceversa.measurement.choices import Wave
from viceversa.measurement.queries.own import ALL, STARTERS, Sheet, Standing, curious_about
from viceversa.measurement.queries.shared import Listener, listeners
from viceversa.measurement.queries.topics import proposals
from viceversa.measurement.rules.questions import following, next_open, previous
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.participant.preparing import viewer, words

WITHOUT = "skip"  # the button of whoever prefers not to answer


@guards.signed_in
@require_safe
def overview(request: HttpRequest) -> TemplateResponse:
    """Where the viewer stands: begin, go on, or what they said and what follows from it."""
    mine = viewer.own_standing(request)
    latest = mine.latest
    context: dict[str, object] = {
        "mine": mine,
        "latest": latest,
        "wave": Wave(mine.wave).label if mine.wave else "",
        "curious": words.titles(mine.curious),
        "asked_again": mine.earlier[0].codes if mine.earlier else STARTERS,
    }
    if latest is not None:
        context |= _said(mine, latest)
    return TemplateResponse(request, "participant/preparing/self_check.html", context)


@guards.signed_in
@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    """Begin the self-check of this moment, or go on with it, at the first open question."""
    mine = viewer.own_standing(request)
    if mine.cohort is None or mine.wave is None:
        messages.error(request, _("There is no self-check for you now."))
        return redirect("participant:self-check")
    row = actions.begin_self_check(
        person=mine.person,
        cohort=mine.cohort,
        wave=mine.wave,
        actor=guards.actor(request),
        now=clock.now(),
    )
    return _on(viewer.sheet(request, row.public_id))


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, public_id: str, code: str) -> HttpResponseBase:
    """One question: four answers, the lens, curiosity, and the way not to say."""
    sheet = viewer.sheet(request, public_id)
    if code not in ALL:
        raise Http404
    mistake = ""
    if request.method == "POST":
        answered = _keep(request, sheet, code)
        if isinstance(answered, HttpResponseBase):
            return answered
        mistake = answered
    among, told = sheet.among(code), listeners(sheet.self_check)
    context = {
        "sheet": sheet,
        "question": words.question(code, sheet.met.get(code)),
        "curious": code in curious_about(sheet.self_check.person),
        "partners": _names(told),
        "shared": _names([each for each in told if each.shared]),
        "mistake": mistake,
        "done": among.index(code),
        "total": len(among),
        "further": code in sheet.further,
        "previous": previous(among, code),
    }
    status = 422 if mistake else 200
    return TemplateResponse(request, "participant/preparing/question.html", context, status=status)


@guards.signed_in
@require_POST
def share(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Let a partner read it, or take it back."""
    sheet = viewer.sheet(request, public_id)
    member = guards.member(request, request.POST.get("relationship", ""))
    act = actions.take_back if "back" in request.POST else actions.share
    try:
        act(
            self_check=sheet.self_check,
            member=member,
            actor=guards.actor(request),
            now=clock.now(),
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        taken, given = _("Taken back: only you see it again."), _("Shared. You can take it back.")
        messages.success(request, taken if "back" in request.POST else given)
    return redirect("participant:self-check")


@guards.signed_in
@require_POST
def topic(request: HttpRequest) -> HttpResponseBase:
    """Add a proposed topic to the profile."""
    mine = viewer.own_standing(request)
    if mine.enrolment is None:
        raise Http404
    try:
        actions.add_topic(
            enrolment=mine.enrolment,
            code=request.POST.get("code", ""),
            side="share" if request.POST.get("side") == "share" else "learn",
            level=number(request.POST.get("level", ""), 5),
            actor=guards.actor(request),
            now=clock.now(),
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Added to your profile."))
    return redirect("participant:self-check")


@guards.signed_in
@require_POST
def forget(request: HttpRequest) -> HttpResponseBase:
    """Delete every answer for good."""
    actions.forget_self_checks(
        person=viewer.person(request), actor=guards.actor(request), now=clock.now()
    )
    messages.success(request, _("Your answers are deleted for good."))
    return redirect("participant:self-check")


def _keep(request: HttpRequest, sheet: Sheet, code: str) -> HttpResponseBase | str:
    """Keep what was said and go where the button leads; return what is missing, if anything."""
    go, band = request.POST.get("go", "next"), request.POST.get("level", "")
    lens = request.POST.get("lens", "")
    if go != "next" and go != WITHOUT and not band:
        return _away(sheet, code, go)
    if go == "next" and not band:
        return _("Choose one of the four, or say that you prefer not to answer.")
    try:
        actions.answer(
            self_check=sheet.self_check,
            code=code,
            band=None if go == WITHOUT else band,
            lens=number(lens, 0) if lens else None,
            curious="curious" in request.POST,
            actor=guards.actor(request),
            now=clock.now(),
        )
    except UnableTo as error:
        return str(error)
    return _away(sheet, code, go)


def _away(sheet: Sheet, code: str, go: str) -> HttpResponseBase:
    """Go to the question before, to the next one, or back to where it stands."""
    among = sheet.among(code)
    target: str | None = None
    if go == "back":
        target = previous(among, code)
    elif go != "later":
        # Whoever looks through answers once more goes on one by one, and then leaves.
        again = code in sheet.met and not [c for c in among if c not in sheet.met]
        met = {*sheet.met, code}
        target = following(among, code) if again else next_open(among, met, after=code)
    if target is None:
        return redirect("participant:self-check")
    return redirect("participant:self-check-question", sheet.self_check.public_id, target)


def _on(sheet: Sheet) -> HttpResponseBase:
    target = sheet.left[0] if sheet.left else sheet.codes[0]
    return redirect("participant:self-check-question", sheet.self_check.public_id, target)


def _said(mine: Standing, latest: Sheet) -> dict[str, object]:
    """Return what the overview shows of a self-check that was begun."""
    assert mine.enrolment is not None  # a sheet hangs on a cohort
    first, told = mine.first, listeners(latest.self_check)
    return {
        "areas": words.areas(latest.met, mine.curious),
        "ways": words.ways(first, latest) if first else [],
        "first_wave": first.self_check.get_wave_display() if first else "",
        "latest_wave": latest.self_check.get_wave_display(),
        "listeners": told,
        "shared": _names([each for each in told if each.shared]),
        "proposals": proposals(mine.enrolment, latest, mine.curious),
        "beyond": latest.beyond,
        "unreadable": latest.answers is None,
    }


def _names(told: list[Listener]) -> str:
    """Return the first names of partners; empty while there is nobody."""
    return ", ".join(each.with_ for each in told if each.with_)
