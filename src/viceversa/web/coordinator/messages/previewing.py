"""Every kind of message as it looks, in both languages, as HTML and text, with invented facts."""

from typing import Literal, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from viceversa.access.permissions import Permission
from viceversa.accounts.choices import Language
from viceversa.accounts.queries import about
from viceversa.notifications.choices import STANDING, Kind, Standing
from viceversa.notifications.messages import Written, preview
from viceversa.notifications.messages.bell import bell
from viceversa.web import guards
from viceversa.web.coordinator.messages.sheet import framed


@guards.requires(Permission.MESSAGES_READ_STATE)
def kinds(request: HttpRequest) -> TemplateResponse:
    """All kinds: what each is called and whether people may decline it."""
    rows = [
        {"kind": kind, "label": kind.label, "optional": STANDING[kind] is Standing.OPTIONAL}
        for kind in Kind
    ]
    language = request.LANGUAGE_CODE if request.LANGUAGE_CODE in Language.values else "en"
    context = {"rows": rows, "language": language}
    return TemplateResponse(request, "coordinator/messages/kinds.html", context)


@guards.requires(Permission.MESSAGES_READ_STATE)
def one(request: HttpRequest, kind: str, language: str) -> TemplateResponse:
    """One kind in one language: subject, HTML in a frame, text, and what the chat shows of it."""
    known, written = _written(kind, language)
    context = {
        "kind": known,
        "optional": STANDING[known] is Standing.OPTIONAL,
        "written": written,
        "bell": bell(known, language) if settings.CHAT_URL else None,
        "language": language,
        "languages": Language.choices,
    }
    return TemplateResponse(request, "coordinator/messages/kind.html", context)


@framed
@guards.requires(Permission.MESSAGES_READ_STATE)
def sheet(request: HttpRequest, kind: str, language: str) -> HttpResponse:
    """The HTML part alone."""
    return HttpResponse(_written(kind, language)[1].html)


def _written(kind: str, language: str) -> tuple[Kind, Written]:
    if kind not in Kind.values or language not in Language.values:
        raise Http404
    known = Kind(kind)
    zone, organisation = settings.ORGANISATION_TIME_ZONE, about().organisation
    spoken = cast(Literal["en", "it"], language)
    return known, preview(known, spoken, time_zone=zone, organisation=organisation)
