"""Roles of office: taken back at once, and never from the last administrator."""

import pytest

from tests.cast import THEN
from tests.factories.accounts import make_administrator, make_coordinator, make_user
from viceversa.access.queries import permissions_of
from viceversa.accounts.actions import UnableToRevokeRole, close_access, revoke_role
from viceversa.accounts.choices import Role
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}


def test_a_role_is_taken_back_once_with_a_line_in_the_audit() -> None:
    user = make_coordinator()
    assert permissions_of(user)
    revoke_role(user=user, role=Role.COORDINATOR, **WHO)
    revoke_role(user=user, role=Role.COORDINATOR, **WHO)
    assert not permissions_of(user)
    [line] = Line.objects.filter(verb=Verb.ROLE_REVOKED)
    assert (line.subject, line.facts) == (f"user:{user.public_id}", {"role": "coordinator"})


def test_the_last_administrator_keeps_the_role() -> None:
    first, second = make_administrator(), make_administrator()
    revoke_role(user=first, role=Role.ADMINISTRATOR, **WHO)
    with pytest.raises(UnableToRevokeRole, match="only administrator"):
        revoke_role(user=second, role=Role.ADMINISTRATOR, **WHO)
    assert permissions_of(second)


def test_an_administrator_who_cannot_sign_in_is_no_other_administrator() -> None:
    here, gone = make_administrator(), make_administrator()
    close_access(user=gone, **WHO)
    with pytest.raises(UnableToRevokeRole):
        revoke_role(user=here, role=Role.ADMINISTRATOR, **WHO)
    revoke_role(user=gone, role=Role.ADMINISTRATOR, **WHO)


def test_taking_a_role_that_nobody_gave_changes_nothing() -> None:
    revoke_role(user=make_user(), role=Role.ADMINISTRATOR, **WHO)
    assert not Line.objects.filter(verb=Verb.ROLE_REVOKED).exists()
