"""A concern for its author: raise it, see where it stands, write more, end it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import care as actions
from viceversa.relationships.choices import ConcernHelp
from viceversa.relationships.models import Concern, Member
from viceversa.relationships.queries.care import door, is_late, own_concern, own_concerns
from viceversa.web import guards
from viceversa.web.participant.care.forms import ConcernForm, WordsForm
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show what the viewer raised, with the form for a new one; raise it."""
    viewer = guards.former_member(request, public_id)
    form = ConcernForm(request.POST if request.method == "POST" else None, member=viewer)
    if form.is_bound and form.is_valid():
        wish = ConcernHelp(form.cleaned_data["help"])
        try:
            raised = actions.raise_concern(
                member=viewer, help=wish, text=form.cleaned_data["text"], now=clock.now()
            )
        except UnableTo as error:
            form.add_error("text", str(error))
        else:
            sent = _("%(name)s has it, and nobody else.") % {"name": raised.counsellor.name}
            messages.success(request, sent)
            return redirect(
                f"{request.path}?pause=1" if wish == ConcernHelp.PAUSE else request.path
            )
    return _page(request, viewer, form=form)


@guards.signed_in
@never_cache
@sensitive_post_parameters()
@require_POST
def more(request: HttpRequest, public_id: str, concern_id: str) -> HttpResponseBase:
    """Write more to the counsellor."""
    viewer = guards.former_member(request, public_id)
    found = _own(viewer, concern_id)
    form = WordsForm(request.POST)
    if form.is_valid():
        try:
            actions.add_to_concern(concern=found, text=form.cleaned_data["text"], now=clock.now())
        except UnableTo as error:
            form.add_error("text", str(error))
        else:
            messages.success(request, _("Sent to %(name)s.") % {"name": found.counsellor.name})
            return redirect("participant:concern", public_id)
    return _page(request, viewer, words=form)


@guards.signed_in
@require_POST
def read(request: HttpRequest, public_id: str, concern_id: str) -> HttpResponseBase:
    """Note that the author has read what is new."""
    viewer = guards.former_member(request, public_id)
    actions.mark_read(concern=_own(viewer, concern_id), by_author=True)
    return redirect("participant:concern", public_id)


@guards.signed_in
@require_POST
def resolve(request: HttpRequest, public_id: str, concern_id: str) -> HttpResponseBase:
    """End one's own concern."""
    viewer = guards.former_member(request, public_id)
    try:
        actions.resolve(concern=_own(viewer, concern_id), by_author=True, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The concern is resolved."))
    return redirect("participant:concern", public_id)


@guards.signed_in
@require_POST
def pass_on(request: HttpRequest, public_id: str, concern_id: str) -> HttpResponseBase:
    """Bring one's concern to the counsellor of today."""
    viewer = guards.former_member(request, public_id)
    try:
        passed = actions.pass_on(concern=_own(viewer, concern_id), member=viewer, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        sent = _("%(name)s has it, and nobody else.") % {"name": passed.counsellor.name}
        messages.success(request, sent)
    return redirect("participant:concern", public_id)


def _own(viewer: Member, concern_id: str) -> Concern:
    found = own_concern(viewer, concern_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    viewer: Member,
    *,
    form: ConcernForm | None = None,
    words: WordsForm | None = None,
) -> TemplateResponse:
    now = clock.now()
    raised, late = own_concerns(viewer, now), is_late(viewer, now)
    if late and not raised:
        raise Http404
    context = framed(viewer, "concern") | {
        "late": late,
        "door": door(viewer),
        "raised": raised,
        "still_open": any(one.open for one in raised),
        "form": form or ConcernForm(member=viewer),
        "words": words or WordsForm(),
        "to_pause": "pause" in request.GET,
    }
    failed = (form and form.errors) or (words and words.errors)
    status = 422 if failed else 200
    return TemplateResponse(request, "participant/care/concern.html", context, status=status)
