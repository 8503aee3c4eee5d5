"""A form on a page of a relationship: kept, or shown again with every word and why it was not."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse

from viceversa.kernel.errors import UnableTo
from viceversa.relationships.models import Member
from viceversa.web.participant.together.frame import framed


def written(
    request: HttpRequest,
    viewer: Member,
    form: forms.Form,
    *,
    keep: Callable[[], object],
    then: HttpResponseBase,
    template: str,
    tab: str = "together",
    said: str = "",
    **context: object,
) -> HttpResponseBase:
    """Keep what a filled form says and answer `then`, else show the page of the form."""
    if form.is_bound and form.is_valid():
        try:
            keep()
        except UnableTo as error:
            form.add_error(None, str(error))
        else:
            if said:
                messages.success(request, said)
            return then
    page = framed(viewer, tab) | {"form": form} | context
    return TemplateResponse(request, template, page, status=422 if form.errors else 200)
