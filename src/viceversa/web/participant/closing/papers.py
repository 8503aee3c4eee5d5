"""PDFs that members take away: their letter, and a version of their agreement."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import closing
from viceversa.relationships.queries.closing import own_letter
from viceversa.reports.papers import agreement_pdf, letter_pdf
from viceversa.web import guards
from viceversa.web.participant.closing.closing import page


@guards.signed_in
@require_POST
def issue(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Make the viewer's letter in the language of the page."""
    viewer, now = guards.member(request, public_id), clock.now()
    try:
        letter = closing.issue_letter(
            member=viewer,
            with_topics=request.POST.get("topics") == "1",
            language="it" if (get_language() or "").startswith("it") else "en",
            today=timezone.localdate(now),
            actor=guards.actor(request),
            now=now,
        )
    except UnableTo as error:
        return page(request, viewer, mistake=error)
    messages.success(
        request, _("Your letter is ready. Its number is %(number)s.") % {"number": letter.number}
    )
    return redirect("participant:close", public_id)


@guards.signed_in
@never_cache
@require_safe
def letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give a letter to whom it was issued; for everybody else there is none."""
    found = own_letter(guards.user_of(request), public_id)
    if found is None:
        raise Http404
    return _pdf(letter_pdf(found), f"viceversa-{found.number.lower()}.pdf")


@guards.signed_in
@never_cache
@require_safe
def agreement(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Give a kept version of the agreement to one of its members."""
    viewer = guards.member(request, public_id)
    made = agreement_pdf(viewer, number)
    if made is None:
        raise Http404
    name = slugify(_("Our agreement")) or "agreement"
    return _pdf(made, f"{name}-{number}.pdf")


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
