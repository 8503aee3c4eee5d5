"""The agreement: read it, begin it, write a part, say yes, sign, look at kept versions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships import actions
from viceversa.relationships.choices import DocumentLanguage, PartCode
from viceversa.relationships.models import Member
from viceversa.relationships.queries import Document, document, proposed_words, version_texts
from viceversa.web import guards
from viceversa.web.participant.together.forms import PartForm, SignatureForm
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@require_safe
def agreement(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the agreement, or the text it would start from."""
    return _page(request, guards.member(request, public_id))


@guards.signed_in
@require_POST
def begin(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Begin with the proposed text in the language asked for."""
    viewer = guards.member(request, public_id)
    language = request.POST.get("language", "")
    if language not in DocumentLanguage.values:
        language = _language()
    try:
        actions.begin_agreement(
            member=viewer, language=language, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        return _page(request, viewer, mistake=error)
    messages.success(request, _("The agreement is begun: change any part, then sign it."))
    return redirect("participant:agreement", public_id)


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, public_id: str, code: str) -> HttpResponseBase:
    """Write a part anew; a second writer sees both texts and loses neither."""
    viewer = guards.member(request, public_id)
    pact = document(viewer)
    shown = next((p for p in pact.parts if p.code == code), None) if pact else None
    if pact is None or shown is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = PartForm(given, initial={"text": shown.text, "edition": shown.edition})
    mistake = None
    if given is not None and form.is_valid():
        try:
            actions.write_part(
                member=viewer,
                code=code,
                **form.cleaned_data,
                actor=guards.actor(request),
                now=clock.now(),
            )
        except actions.PartChanged as error:
            mistake = error
            form.catch_up(shown.edition)
        except UnableTo as error:
            form.add_error("text", str(error))
        else:
            messages.success(request, _("Saved: your words wait for the others’ yes."))
            return redirect("participant:agreement", public_id)
    context = framed(viewer, "agreement") | {
        "document": pact,
        "part": shown,
        "form": form,
        "mistake": mistake,
    }
    status = 409 if mistake else 422 if form.errors else 200
    return TemplateResponse(request, "participant/together/part.html", context, status=status)


@guards.signed_in
@require_POST
def accept(request: HttpRequest, public_id: str, code: str) -> HttpResponseBase:
    """Say yes to the words that wait in a part."""
    viewer = guards.member(request, public_id)
    edition = request.POST.get("edition", "")
    try:
        actions.accept_part(
            member=viewer,
            code=code,
            edition=int(edition) if edition.isdecimal() else 0,
            actor=guards.actor(request),
            now=clock.now(),
        )
    except UnableTo as error:
        return _page(request, viewer, mistake=error)
    messages.success(request, _("You said yes to these words."))
    return redirect("participant:agreement", public_id)


@guards.signed_in
@require_POST
def sign(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Sign by typing one's name."""
    viewer = guards.member(request, public_id)
    form = SignatureForm(request.POST)
    if not form.is_valid():
        return _page(request, viewer, signature=form)
    try:
        version = actions.sign_agreement(
            member=viewer, **form.cleaned_data, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        form.add_error("name", str(error))
        return _page(request, viewer, signature=form)
    signed = _("You have signed version %(number)s.") % {"number": version.number}
    everybody = _("Everybody has signed: version %(number)s is in force.")
    messages.success(
        request, everybody % {"number": version.number} if version.in_force_at else signed
    )
    return redirect("participant:agreement", public_id)


@guards.signed_in
@require_safe
def version(request: HttpRequest, public_id: str, number: int) -> TemplateResponse:
    """Show a version as it was kept."""
    viewer = guards.member(request, public_id)
    pact = document(viewer)
    kept = version_texts(pact.agreement, number) if pact else None
    if kept is None:
        raise Http404
    signed = [{"member": one.member, "signature": one} for one in kept[0].signatures.all()]
    context = framed(viewer, "agreement") | {
        "document": pact,
        "version": kept[0],
        "kept": kept[1],
        "signed": signed,
    }
    return TemplateResponse(request, "participant/together/version.html", context)


def _page(
    request: HttpRequest,
    viewer: Member,
    *,
    signature: SignatureForm | None = None,
    mistake: UnableTo | None = None,
) -> TemplateResponse:
    """Draw the agreement, or what it would start from, perhaps with what was refused."""
    pact = document(viewer)
    context: dict[str, Any] = framed(viewer, "agreement") | {"document": pact, "mistake": mistake}
    context |= _proposal(viewer) if pact is None else _signing(pact, signature)
    status = 409 if mistake else 422 if signature else 200
    return TemplateResponse(request, "participant/together/agreement.html", context, status=status)


def _proposal(viewer: Member) -> dict[str, object]:
    words = proposed_words(viewer.relationship, _language())
    return {
        "proposed": [(str(code.label), words[code]) for code in PartCode],
        "languages": DocumentLanguage.choices,
        "language": _language(),
    }


def _signing(pact: Document, signature: SignatureForm | None) -> dict[str, object]:
    return {"signature": signature or SignatureForm(initial={"digest": pact.digest})}


def _language() -> str:
    return "it" if (get_language() or "").startswith("it") else "en"
