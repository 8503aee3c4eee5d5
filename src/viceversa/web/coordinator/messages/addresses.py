"""An address that answered no more is tried again, once somebody knows better."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.notifications import actions
from viceversa.web import guards


@guards.requires(Permission.MESSAGES_READ_STATE)
@require_POST
def try_again(request: HttpRequest) -> HttpResponseBase:
    """Count `email` as reachable again."""
    email = request.POST.get("email", "")
    if actions.try_again(email=email):
        messages.success(
            request, _("The next message to %(email)s is sent again.") % {"email": email}
        )
    return redirect("messages:list")
