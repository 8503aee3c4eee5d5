"""In development and tests a template that queries the database fails."""

from collections.abc import Callable
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse


class QueryInTemplate(AssertionError):
    """A template asked the database for something the view should have passed."""


def _refuse(execute: object, sql: str, *rest: object) -> Any:
    raise QueryInTemplate(f"A template asked the database: {sql[:300]}")


class NoQueriesInTemplates:
    """Forbids SQL while a TemplateResponse of ours is rendered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: SimpleTemplateResponse
    ) -> SimpleTemplateResponse:
        match = request.resolver_match
        if match is None or not match.func.__module__.startswith("viceversa."):
            return response
        render = response.render

        def render_without_queries() -> SimpleTemplateResponse:
            with connections["default"].execute_wrapper(_refuse):
                return render()

        response.render = render_without_queries  # type: ignore[method-assign]  # on purpose
        return response
