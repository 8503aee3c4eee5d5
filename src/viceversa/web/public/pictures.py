"""A champion's picture, under a name that cannot be guessed: the invited have no sign-in."""

from typing import Literal, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from viceversa.programmes.queries.champions import picture as picture_of
from viceversa.web import guards

SIZES = ("small", "large")


@guards.public
@require_safe
def picture(request: HttpRequest, name: str, size: str) -> HttpResponse:
    """Send a picture; once its owner takes it back its name leads nowhere.

    Browsers keep it for a day, nobody in between keeps it at all; a page without it asks for none.
    """
    content = picture_of(name, cast(Literal["small", "large"], size)) if size in SIZES else None
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="image/webp")
    response["Cache-Control"] = "private, max-age=86400"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
