"""How allauth behaves here: nobody signs up alone, mail speaks the reader's language."""

import re
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.models import User
from viceversa.accounts.queries import about
from viceversa.kernel.clock import now

WRONG_CODE = _("This is not the code we sent last. Copy it again, or ask for a new one.")
TOO_OFTEN = _("Too many tries in a short time. Wait five minutes, then try again.")
PROOFS = {
    "reauthenticate": _("Use the password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}
FILES = "django.core.mail.backends.filebased.EmailBackend"
log = structlog.get_logger("viceversa.mail")


def mail_folder() -> str:
    """Return the folder where messages end while no mail server is set, else nothing."""
    mailer = settings.MAILERS["default"]
    return str(mailer["OPTIONS"]["file_path"]) if mailer["BACKEND"] == FILES else ""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Users are made by an administrator, an invitation or the first run, never by themselves."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "E-mail and password do not belong together. Try again, or sign in with a code."
        ),
        "enter_current_password": _("This is not your present password. Type it again."),
        "incorrect_password": _("This is not your password. Type it again."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        reader = User.objects.filter(email__iexact=email).first()
        language = (reader and reader.language) or translation.get_language() or "en"
        extra = {"organisation": about().organisation, "address": settings.PUBLIC_URL}
        with translation.override(language):
            super().send_mail(template_prefix, email, {**context, **extra})
        if folder := mail_folder():
            log.warning("no mail server is set, so a message was written to a file", folder=folder)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account:own")

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        for method in methods:
            method["description"] = PROOFS.get(method["id"], method["description"])
        # The passkey first: who has one is quickest with it, and a code of the other kind may be
        # just what they came to see.
        return sorted(methods, key=lambda method: "webauthn" not in method["id"])

    def get_from_email(self) -> str:
        return str(settings.DEFAULT_FROM_EMAIL)

    def new_user(self, request: HttpRequest) -> User:
        raise AssertionError("Sign-up is closed; users are made by accounts.actions.create_user.")


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """The words of the second step."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code does not fit. Wait for the next one the app shows."),
    }

    def build_totp_svg(self, url: str) -> str:
        """Draw the code on white paper: cameras want it so, in the dark theme too."""
        drawing: str = super().build_totp_svg(url)
        paper = r'\1<rect width="100%" height="100%" fill="#fff"/>'
        return re.sub(r"(<svg[^>]*>)", paper, drawing, count=1)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """Name a passkey after the day it was added; people rename it if they like."""
        return gettext("Passkey of %(day)s") % {"day": date_format(localdate(now()))}
