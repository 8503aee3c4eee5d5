"""What went wrong and nobody caught becomes a page that says what happened and what to do."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.template.response import SimpleTemplateResponse, TemplateResponse

from viceversa.kernel.errors import UnableTo


class Mistakes:
    """Turns `UnableTo` into a page, gives 405 one, and refuses what no database can keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            headers = {"Allow": response.headers["Allow"]}
            page = TemplateResponse(request, "405.html", status=405, headers=headers)
            return page.render()
        return response

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
