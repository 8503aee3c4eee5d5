"""A domain error nobody caught becomes a page that says what happened and what to do."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse, TemplateResponse

from viceversa.kernel.errors import UnableTo


class Mistakes:
    """Turns `UnableTo` into a 409 page, and refuses what no database can look for or keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse NUL in an address or a form: no keyboard writes it, and PostgreSQL fails on it."""
        sent = (*request.GET.lists(), *request.POST.lists())
        if any("\x00" in text for name, values in sent for text in (name, *values)):
            raise BadRequest("There is a NUL character in what was sent.")

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> SimpleTemplateResponse | None:
        if not isinstance(exception, UnableTo):
            return None
        return TemplateResponse(
            request, "public/unable.html", {"mistake": exception}, status=409
        ).render()
