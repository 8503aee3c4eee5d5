"""Says after a POST what happened, with a way back where there is one."""

from django.contrib import messages
from django.http import HttpRequest

UNDO = "undo:"


def say(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Queue a toast for the next page; `undo` is an address that is POSTed to."""
    messages.success(request, text, extra_tags=f"{UNDO}{undo}" if undo else "")


def undo_of(tags: str) -> str:
    """Return the address of the way back among a message's tags, or nothing."""
    return next((tag.removeprefix(UNDO) for tag in tags.split() if tag.startswith(UNDO)), "")
