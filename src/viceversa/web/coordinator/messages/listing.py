"""What was sent to whom and whether it arrived: kind, date and state, never the words."""

from django.http import HttpRequest
from django.template.response import TemplateResponse

from viceversa.access.permissions import Permission
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.queries.sent import (
    Filter,
    gone_addresses,
    keeps_all,
    kinds_sent,
    listing,
)
from viceversa.web import guards
from viceversa.web.asked import number


@guards.requires(Permission.MESSAGES_READ_STATE)
def every(request: HttpRequest) -> TemplateResponse:
    """The list, narrowed by kind, state and search, below the addresses that answer no more."""
    asked = request.GET
    kinds = kinds_sent()
    kind = asked.get("kind", "") if asked.get("kind") in dict(kinds) else ""
    state = asked.get("state", "") if asked.get("state") in DeliveryState.values else ""
    search = asked.get("q", "").strip()
    context = {
        "page": listing(Filter(kind, state, search), number(asked.get("page", ""), 1)),
        "kinds": kinds,
        "states": DeliveryState.choices,
        "kind": kind,
        "state": state,
        "search": search,
        "narrowed": bool(kind or state or search),
        "gone": gone_addresses(),
        "keeps_all": keeps_all(),
    }
    return TemplateResponse(request, "coordinator/messages/list.html", context)
