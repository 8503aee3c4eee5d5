"""The gallery: every component in all its states, on light paper and on dark. Development only."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse

from viceversa.web.ui import gallery


def show(request: HttpRequest) -> TemplateResponse:
    """Show the gallery; elsewhere than in development there is no such page."""
    if not settings.DEBUG:
        raise Http404
    return TemplateResponse(request, "ui/gallery.html", gallery.page())


# Read by web.checks; said here because this folder stands below the guards.
show.access = "public"  # type: ignore[attr-defined]  # an attribute of the function
