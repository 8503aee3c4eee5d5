"""Users: created, and changed by themselves."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.actions.roles import grant_role
from viceversa.accounts.choices import Language, Role, Theme
from viceversa.accounts.models import User
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo


class UnableToCreateUser(UnableTo):
    """The address is taken or wrong, or the password is too weak."""


@transaction.atomic
def create_user(
    *,
    actor: Actor,
    now: datetime,
    email: str,
    name: str,
    roles: Iterable[Role] = (),
    language: str = "",
    password: str | None = None,
) -> User:
    """Create a user whose address counts as verified, with roles of office.

    Without a password the user signs in with a code sent by e-mail. Raises UnableToCreateUser.
    """
    email, name = email.strip().lower(), " ".join(name.split())
    try:
        validate_email(email)
    except ValidationError as error:
        raise UnableToCreateUser(
            _("“%(email)s” is not an e-mail address. Write one such as name@company.example.")
            % {"email": email}
        ) from error
    if User.objects.filter(email__iexact=email).exists():
        raise UnableToCreateUser(
            _("Someone already signs in with %(email)s. Use another address.") % {"email": email}
        )
    _require_strong(password, User(email=email, name=name))
    user = User.objects.create_user(email, password, name=name, language=language, created_at=now)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    record(actor=actor, now=now, verb=Verb.USER_CREATED, subject=f"user:{user.public_id}")
    for role in sorted(set(roles)):
        grant_role(actor=actor, now=now, user=user, role=role)
    return user


def _require_strong(password: str | None, user: User) -> None:
    if password is None:
        return
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise UnableToCreateUser(
            _("This password is too easy to guess. Choose another one."), error.messages
        ) from error


@transaction.atomic
def change_own_settings(
    *, actor: Actor, now: datetime, user: User, name: str, language: str, theme: str, time_zone: str
) -> None:
    """Save what a user says about their own account."""
    wanted = {
        "name": " ".join(name.split()),
        "language": language,
        "theme": theme,
        "time_zone": time_zone,
    }
    changed = [field for field, value in wanted.items() if getattr(user, field) != value]
    for field in changed:
        setattr(user, field, wanted[field])
    if changed:
        user.save(update_fields=changed)
        subject = f"user:{user.public_id}"
        record(actor=actor, now=now, verb=Verb.USER_CHANGED, subject=subject, fields=changed)


def change_appearance(
    *, user: User, language: Language | None = None, theme: Theme | None = None
) -> None:
    """Remember the language or theme picked in the top bar; a taste, so no audit line."""
    if language is not None:
        user.language = language
    if theme is not None:
        user.theme = theme
    user.save(update_fields=["language", "theme"])


@transaction.atomic
def note_sign_in(*, actor: Actor, now: datetime, user: User, method: str) -> None:
    """Record that someone signed in, and how."""
    subject = f"user:{user.public_id}"
    record(actor=actor, now=now, verb=Verb.USER_SIGNED_IN, subject=subject, method=method)
