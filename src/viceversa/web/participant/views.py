"""The first page of whoever takes part."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from viceversa.kernel.clock import now
from viceversa.reports.home import home as home_of
from viceversa.web import guards


@guards.signed_in
@require_safe
def home(request: HttpRequest) -> TemplateResponse:
    """Show the viewer's relationships, places and what they answer for."""
    user, moment = guards.user_of(request), now()
    mine = home_of(user=user, today=timezone.localdate(moment))
    first_name = mine.person.first_name if mine.person else user.name.split(" ")[0]
    context = {"home": mine, "first_name": first_name, "today": timezone.localtime(moment)}
    return TemplateResponse(request, "participant/home.html", context)
