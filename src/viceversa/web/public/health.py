"""What a load balancer or a monitor asks: is the process alive, can it serve."""

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from viceversa.kernel import database
from viceversa.web import guards


@guards.public
@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process does; asks nothing of the database."""
    return HttpResponse("alive\n", content_type="text/plain")


@guards.public
@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 where pages can be served, else 503 with the part that is missing."""
    try:
        database.answers()
        pending = len(database.pending_migrations())
    except Error:
        return JsonResponse({"database": "does not answer"}, status=503)
    if pending:
        return JsonResponse({"database": "answers", "migrations": "pending"}, status=503)
    return JsonResponse({"database": "answers", "migrations": "applied"})
