"""Reading and writing: the conversation, one message anew, taken back, how one is told."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import conversation as actions
from viceversa.relationships.models import Entry, Member
from viceversa.relationships.queries.conversation import conversation as conversation_of
from viceversa.relationships.queries.conversation import entry_of, own_entry
from viceversa.relationships.rules.conversation import may_change
from viceversa.web import guards
from viceversa.web.participant.conversation.forms import MessageForm
from viceversa.web.participant.together.writing import written


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show the conversation, and send a message."""
    viewer = guards.member(request, public_id)
    form = MessageForm(request.POST if request.method == "POST" else None)
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.write(member=viewer, text=form.cleaned_data["text"], now=clock.now()),
        said=_("Sent."),
        then=redirect("participant:conversation", public_id),
        template="participant/conversation/conversation.html",
        tab="conversation",
        talk=conversation_of(viewer, now=clock.now(), before=request.GET.get("before", "")),
    )


@guards.signed_in
@require_POST
def seen(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Move the viewer's own bookmark to what they saw; nobody else is ever shown it."""
    viewer = guards.member(request, public_id)
    actions.mark_read(member=viewer, entry=entry_of(viewer, request.POST.get("to", "")))
    if request.headers.get("HX-Request"):  # by itself, when the page has been drawn
        return HttpResponse(status=204)
    return redirect("participant:conversation", public_id)


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, public_id: str, entry_id: str) -> HttpResponseBase:
    """Change a message of one's own, or take it back."""
    viewer = guards.member(request, public_id)
    entry = _own(viewer, entry_id)
    form = MessageForm(
        request.POST if request.method == "POST" else None, initial={"text": entry.text}
    )
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.change(
            entry=entry, member=viewer, text=form.cleaned_data["text"], now=clock.now()
        ),
        said=_("Message changed."),
        then=redirect("participant:conversation", public_id),
        template="participant/conversation/message.html",
        tab="conversation",
        entry=entry,
        changeable=may_change(written_at=entry.written_at, now=clock.now()),
    )


@guards.signed_in
@require_POST
def take_back(request: HttpRequest, public_id: str, entry_id: str) -> HttpResponseBase:
    """Delete the words of a message of one's own."""
    viewer = guards.member(request, public_id)
    try:
        actions.take_back(entry=_own(viewer, entry_id), member=viewer, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back; its words are deleted."))
    return redirect("participant:conversation", public_id)


@guards.signed_in
@require_POST
def mail(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Choose whether mails carry the words."""
    viewer = guards.member(request, public_id)
    words = request.POST.get("words") == "1"
    actions.choose_mail(member=viewer, words_in_mail=words)
    said = _("From now on mails carry the words.") if words else _("Mails carry no words now.")
    messages.success(request, said)
    return redirect("participant:conversation", public_id)


def _own(viewer: Member, entry_id: str) -> Entry:
    found = own_entry(viewer, entry_id)
    if found is None:
        raise Http404
    return found
