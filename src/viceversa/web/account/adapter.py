"""How allauth behaves here: nobody signs up alone, mail speaks the reader's language."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from viceversa.accounts.models import User

FILES = "django.core.mail.backends.filebased.EmailBackend"
log = structlog.get_logger("viceversa.mail")


def mail_folder() -> str:
    """Return the folder where messages end while no mail server is set, else nothing."""
    mailer = settings.MAILERS["default"]
    return str(mailer["OPTIONS"]["file_path"]) if mailer["BACKEND"] == FILES else ""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Users are made by an administrator, an invitation or the first run, never by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        language = getattr(user, "language", "") or translation.get_language() or "en"
        extra = {"organisation": settings.ORGANISATION, "address": settings.PUBLIC_URL}
        with translation.override(language):
            super().send_mail(template_prefix, email, {**context, **extra})
        if folder := mail_folder():
            log.warning("no mail server is set, so a message was written to a file", folder=folder)

    def get_from_email(self) -> str:
        return str(settings.DEFAULT_FROM_EMAIL)

    def new_user(self, request: HttpRequest) -> User:
        raise AssertionError("Sign-up is closed; users are made by accounts.actions.create_user.")
