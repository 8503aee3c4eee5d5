"""Writing back by a personal link: a page to write on, never the conversation."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import conversation as actions
from viceversa.relationships.models import Member, ReplyLink
from viceversa.relationships.queries import one
from viceversa.relationships.queries.conversation import reply_link, reply_link_alive
from viceversa.web.linked import follow, opened, private, refused
from viceversa.web.participant.conversation.forms import MessageForm


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; one that is unknown, run out or taken back ends at one same page."""
    link = reply_link(token, clock.now())
    if link is None:
        return refused(request, "participant:reply-closed")
    public_id = link.member.relationship.public_id
    return follow(
        request,
        link,
        opens=_name_of(public_id),
        page=reverse("participant:reply", args=[public_id]),
        reader=link.member.person,
    )


@private
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write to the others as the member for whom the link was made."""
    link = _noted(request, public_id)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.write(member=link.member, text=form.cleaned_data["text"], now=clock.now())
        except UnableTo as error:
            form.add_error("text", str(error))
        else:
            messages.success(request, _("Sent. You may write another."))
            return redirect("participant:reply", public_id)
    context = {
        "member": link.member,
        "others": _others(link.member),
        "form": form,
        "public_id": public_id,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/conversation/reply.html", context, status=status)


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and what to do."""
    return TemplateResponse(request, "participant/conversation/reply_closed.html", {}, status=410)


def _name_of(public_id: str) -> str:
    """Return what a link opens: writing in one relationship."""
    return f"reply {public_id}"


def _noted(request: HttpRequest, public_id: str) -> ReplyLink:
    """Return the link noted in the session if it still holds, or 404: never a hint."""
    link = reply_link_alive(opened(request, _name_of(public_id)), clock.now())
    if link is None or link.member.relationship.public_id != public_id:
        raise Http404
    return link


def _others(member: Member) -> list[Member]:
    shown = one(member.relationship.public_id)
    assert shown is not None  # the link's member is in it
    return [other for other in (*shown.mentors, *shown.mentees) if other.pk != member.pk]
