"""What no keyboard writes and no database keeps is refused before a view reads it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase

NUL = "\x00"  # PostgreSQL has no such character in a text


class Readable:
    """Answers 400 to an address or a form with a NUL in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        for given in (request.GET, request.POST):
            for name, values in given.lists():
                if NUL in name or any(NUL in value for value in values):
                    raise BadRequest(f"A NUL character in {name!r}.")
