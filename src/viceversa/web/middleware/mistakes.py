"""A domain error nobody caught becomes a page that says what happened and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse, TemplateResponse

from viceversa.kernel.errors import UnableTo


class Mistakes:
    """Turns `UnableTo` into a 409 page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> SimpleTemplateResponse | None:
        if not isinstance(exception, UnableTo):
            return None
        return TemplateResponse(
            request, "public/unable.html", {"mistake": exception}, status=409
        ).render()
