"""One line a request, and an id that ties the lines of a request together."""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponseBase

from viceversa.kernel.public_id import new_public_id

HEADER = "X-Request-ID"
QUIET = ("/static/", "/health/")
log = structlog.get_logger("viceversa.request")


class RequestLog:
    """Binds the request's id for its length; says method, path, status and time at the end.

    The query is left out: it may hold a name somebody searched for. `settings.logs` cuts
    tokens of personal links from the path, as from every other line.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        number = new_public_id()
        with structlog.contextvars.bound_contextvars(request=number):
            response = self.get_response(request)
            if not request.path.startswith(QUIET) or response.status_code >= 500:
                log.info(
                    "request",
                    method=request.method,
                    path=request.path,
                    status=response.status_code,
                    ms=round((time.perf_counter() - started) * 1000),
                )
        response.headers[HEADER] = number
        return response
