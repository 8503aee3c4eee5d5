"""Notes: one's own private ones and those of the relationship."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships import actions
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import Member
from viceversa.relationships.queries import NoteShown, notes, own_note
from viceversa.web import guards
from viceversa.web.participant.together.forms import NewNoteForm, NoteForm
from viceversa.web.participant.together.writing import written


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def every(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show the notes the viewer may read, and keep a new one."""
    viewer = guards.member(request, public_id)
    form = NewNoteForm(request.POST if request.method == "POST" else None)
    scope = form.data.get("scope", NoteScope.PRIVATE.value)
    private = scope == NoteScope.PRIVATE
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.write_note(
            member=viewer,
            scope=NoteScope(form.cleaned_data["scope"]),
            text=form.cleaned_data["text"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Note kept; only you can read it.") if private else _("Note shared."),
        then=redirect("participant:notes", public_id),
        template="participant/together/notes.html",
        tab="notes",
        notes=notes(viewer),
        scope=scope,
    )


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, public_id: str, note_id: str) -> HttpResponseBase:
    """Write a note of one's own anew."""
    viewer = guards.member(request, public_id)
    shown = _own(viewer, note_id)
    form = NoteForm(
        request.POST if request.method == "POST" else None, initial={"text": shown.text}
    )
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.change_note(
            note=shown.note,
            member=viewer,
            text=form.cleaned_data["text"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Note changed."),
        then=redirect("participant:notes", public_id),
        template="participant/together/note.html",
        tab="notes",
        note=shown,
    )


@guards.signed_in
@require_POST
def delete(request: HttpRequest, public_id: str, note_id: str) -> HttpResponseBase:
    """Delete a note of one's own."""
    viewer = guards.member(request, public_id)
    shown = _own(viewer, note_id)
    try:
        actions.delete_note(
            note=shown.note, member=viewer, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo:  # somebody was faster, on another device
        raise Http404 from None
    messages.success(request, _("Note deleted."))
    return redirect("participant:notes", public_id)


def _own(viewer: Member, note_id: str) -> NoteShown:
    """Return a note of the viewer's own in this relationship; any other is not there."""
    shown = own_note(viewer, note_id)
    if shown is None:
        raise Http404
    return shown
