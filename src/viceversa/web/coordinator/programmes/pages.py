"""A page of this area: its template, and the addresses that every page of it leads to."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

ADDRESSES = {
    "list": "programmes:list",
    "create": "programmes:create",
    "topics": "programmes:topics",
    "topic_add": "programmes:topic-add",
    "picker": "programmes:people",
    "people": "people:list",
}


def page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> TemplateResponse:
    """Return a page drawn by `coordinator/programmes/<template>`."""
    urls = {name: reverse(view) for name, view in ADDRESSES.items()}
    return TemplateResponse(
        request, f"coordinator/programmes/{template}", {**context, "urls": urls}
    )
