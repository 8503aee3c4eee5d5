"""A message's own HTML, framed by our pages: nothing in it runs and nothing is fetched."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

# Mail carries its style inside; everything else is shut off.
POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'self'"],
    "sandbox": ["allow-popups"],
}


def framed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let our own pages frame the answer, under a policy of its own."""
    return xframe_options_sameorigin(csp_override(POLICY)(view))
