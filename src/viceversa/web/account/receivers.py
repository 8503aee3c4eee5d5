"""What follows a sign-in, whatever the way in: an audit line, and the link to the directory."""

from typing import Any

from allauth.account.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from viceversa.accounts.actions import note_sign_in
from viceversa.accounts.models import User
from viceversa.accounts.queries import has_proved_address
from viceversa.kernel.actor import Actor
from viceversa.kernel.clock import now
from viceversa.people.actions.sign_ins import link_by_email

METHODS = "account_authentication_methods"  # where allauth keeps how somebody signed in


@receiver(user_logged_in, dispatch_uid="viceversa.signed-in")
def signed_in(*, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Note the sign-in, and link the user to the person with the same verified address."""
    used = request.session.get(METHODS, [])
    method = str(used[-1].get("method", "unknown")) if used else "unknown"
    actor, moment = Actor(kind="user", name=str(user), user_id=user.pk), now()
    note_sign_in(actor=actor, now=moment, user=user, method=method)
    if has_proved_address(user):
        link_by_email(actor=actor, now=moment, user=user)
