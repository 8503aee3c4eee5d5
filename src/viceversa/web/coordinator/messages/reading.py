"""The words of a message that was sent, in the sample company alone: there nobody is real."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from viceversa.access.permissions import Permission
from viceversa.notifications.models import Message
from viceversa.notifications.queries.sent import kept
from viceversa.web import guards
from viceversa.web.coordinator.messages.sheet import framed


@guards.requires(Permission.MESSAGES_READ_STATE)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """One message as it was written; not found in a real company."""
    context = {"message": _kept(public_id)}
    return TemplateResponse(request, "coordinator/messages/kept.html", context)


@framed
@guards.requires(Permission.MESSAGES_READ_STATE)
def sheet(request: HttpRequest, public_id: str) -> HttpResponse:
    """Its HTML part alone."""
    return HttpResponse(_kept(public_id).html)


def _kept(public_id: str) -> Message:
    message = kept(public_id)
    if message is None:
        raise Http404
    return message
