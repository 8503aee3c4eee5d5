"""Declining a kind of message from its own link (RFC 8058): looking changes nothing, POST does."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from viceversa.kernel.clock import now
from viceversa.notifications.actions import decline, receive_again
from viceversa.notifications.messages import BadToken, Subscription, read_token
from viceversa.notifications.queries.wishes import declined
from viceversa.web import guards


@csrf_exempt  # mail programs post without a page of ours before; the signed token is the proof
@guards.public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what the link is for; on POST decline, or with `again` take up again."""
    subscription = _subscription(token)
    if request.method == "POST":
        act = receive_again if request.POST.get("again") else decline
        act(recipient_key=subscription.recipient_key, kind=subscription.kind, now=now())
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse("", content_type="text/plain")  # a program reads it: no redirect
        return redirect("public:unsubscribe", token)
    context = {
        "kind": subscription.kind,
        "token": token,
        "declined": declined(subscription.recipient_key, subscription.kind),
    }
    response = TemplateResponse(request, "public/unsubscribe.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


def _subscription(token: str) -> Subscription:
    try:
        return read_token(token)
    except BadToken as error:
        raise Http404 from error
