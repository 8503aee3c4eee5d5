"""What every page knows: the organisation, the viewer, where one can go, which part is current."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.accounts.choices import Language, Theme
from viceversa.accounts.queries import about
from viceversa.web import guards


@dataclass(frozen=True)
class Place:
    """One entry of the top bar."""

    label: str
    href: str
    icon: str
    current: bool


def remember(request: HttpRequest) -> None:
    """Ask the database for what the frame needs, once a request and before templates render."""
    if not hasattr(request, "sample"):
        found = about()
        request.sample = found.sample  # type: ignore[attr-defined]  # memo
        request.organisation = found.organisation  # type: ignore[attr-defined]  # memo
    if hasattr(request, "user"):
        guards.permissions(request)


def page(request: HttpRequest) -> dict[str, object]:
    """Return the variables of the frame around every page.

    `may` maps each permission, written with underscores, to True or False.
    """
    remember(request)
    held = guards.permissions(request) if hasattr(request, "user") else frozenset()
    may = {p.replace(".", "_").replace("-", "_"): p in held for p in Permission}
    signed_in = hasattr(request, "user") and request.user.is_authenticated
    return {
        "organisation": request.organisation,  # type: ignore[attr-defined]  # set by remember
        "may": may,
        "debug": settings.DEBUG,
        "sample": request.sample,  # type: ignore[attr-defined]  # set by remember
        "signed_in": signed_in,
        "area": "coordinator" if held else "participant" if signed_in else "public",
        "places": places(request, may) if signed_in else [],
        "theme": getattr(request, "theme", Theme.AUTO.value),
        "themes": Theme.choices,
        "other_languages": [(c, n) for c, n in Language.choices if c != get_language()],
        "here": request.get_full_path() if request.method == "GET" else request.path,
    }


def places(request: HttpRequest, may: dict[str, bool]) -> list[Place]:
    """Return the entries of the top bar that this viewer may open, in their order."""
    wanted = [
        (may["programme_read"], "programmes:list", _("Cohorts"), "graduation-cap"),
        (may["directory_read"], "people:list", _("People"), "users"),
        (may["round_read"], "rounds:list", _("Matching"), "scale"),
        (may["relationship_read_state"], "relationships:list", _("Relationships"), "route"),
        (may["messages_read_state"], "messages:list", _("Messages"), "mail"),
        (may["users_manage"], "users:list", pgettext("bar", "Users"), "key-round"),
        (may["audit_read"], "audit:list", _("Audit"), "history"),
    ]
    if not any(may.values()):
        return _of_participants(request)
    here = request.resolver_match.namespaces if request.resolver_match else []
    found = []
    for allowed, name, label, icon in wanted:
        if not allowed:
            continue
        try:
            href = reverse(name)
        except NoReverseMatch:  # an area that this version does not have yet
            continue
        found.append(Place(label, href, icon, name.split(":")[0] in here))
    return found


def _of_participants(request: HttpRequest) -> list[Place]:
    """Return the four entries of whoever takes part; where one is goes by the address."""
    wanted = (
        ("participant:home", _("Today"), "sun", ("/home/",)),
        (
            "participant:relationships",
            pgettext("bar", "Together"),
            "heart-handshake",
            ("/together/", "/past/"),
        ),
        (
            "participant:prepare",
            _("Prepare"),
            "book-open",
            ("/prepare/", "/plans/", "/briefing", "/self-check"),
        ),
        ("participant:help", _("Help"), "life-buoy", ("/help/",)),
    )
    return [
        Place(label, reverse(name), icon, request.path.startswith(under))
        for name, label, icon, under in wanted
    ]
