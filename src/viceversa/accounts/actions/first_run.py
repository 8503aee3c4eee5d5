"""The first run: a code for the operator, and with it the first coordinator and administrator."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.actions.users import create_user
from viceversa.accounts.choices import Role
from viceversa.accounts.models import Instance, User
from viceversa.accounts.rules import setup_code
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import sign_as

SET_UP = Actor(kind="operator", name="first run")


class UnableToSetUp(UnableTo):
    """The code is wrong, or somebody has set the instance up before."""


@transaction.atomic
def renew_setup_code() -> str | None:
    """Return a fresh code for the operator, replacing the one before; None once there is a user."""
    instance = _locked()
    if User.objects.exists():
        return None
    code = setup_code.new_code()
    instance.setup_code = setup_code.hashed(code)
    instance.save()
    return code


@transaction.atomic
def set_up(
    *,
    now: datetime,
    code: str,
    email: str,
    name: str,
    language: str,
    password: str | None,
    organisation: str = "",
) -> User:
    """Create the first user, coordinator and administrator at once, and use the code up.

    Raises UnableToSetUp; UnableToCreateUser where the address or the password will not do.
    """
    instance = _locked()
    if User.objects.exists():
        raise UnableToSetUp(_("This instance has been set up already. Sign in instead."))
    if not setup_code.matches(code, instance.setup_code):
        raise UnableToSetUp(
            _("This is not the code of the last start. Copy it from where Viceversa was started.")
        )
    user = create_user(
        actor=SET_UP,
        now=now,
        email=email,
        name=name,
        roles=[Role.COORDINATOR, Role.ADMINISTRATOR],
        language=language,
        password=password,
    )
    instance.setup_code = ""
    instance.organisation = " ".join(organisation.split())
    instance.save()
    sign_as(organisation=instance.organisation)
    return user


def _locked() -> Instance:
    """Return the single row, held until the transaction ends: two first users cannot be."""
    Instance.objects.get_or_create(pk=1)
    return Instance.objects.select_for_update().get(pk=1)
