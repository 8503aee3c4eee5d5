"""Language, time zone and theme of a request: the user's own, else a cookie's, else the default."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone, translation

from viceversa.accounts.choices import Theme
from viceversa.accounts.models import User


class Preferences:
    """Activates language and zone for the length of a request, and sets `request.theme`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user
        zone, theme = "", request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
        if isinstance(user, User):
            zone, theme = user.time_zone, user.theme
            if user.language:
                translation.activate(user.language)
                request.LANGUAGE_CODE = user.language
        request.theme = theme if theme in Theme.values else Theme.AUTO.value  # type: ignore[attr-defined]  # read by web.context
        with timezone.override(ZoneInfo(zone or settings.ORGANISATION_TIME_ZONE)):
            return self.get_response(request)
