"""What every page knows: the organisation, the viewer, which part of the site is current."""

from django.conf import settings
from django.http import HttpRequest

from viceversa.access.permissions import Permission
from viceversa.web import guards


def page(request: HttpRequest) -> dict[str, object]:
    """Return the variables of the frame around every page.

    `may` maps each permission, written with underscores, to True or False.
    """
    held = guards.permissions(request) if hasattr(request, "user") else frozenset()
    return {
        "organisation": settings.ORGANISATION,
        "may": {p.replace(".", "_").replace("-", "_"): p in held for p in Permission},
        "debug": settings.DEBUG,
    }
