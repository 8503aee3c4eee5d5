"""Who may what: one alphabet, one table, and administrators far from what people say."""

import pytest

from tests.cast import CAST, user
from viceversa.access.permissions import ROLES, Permission
from viceversa.access.queries import permissions_of
from viceversa.accounts.choices import Role


def test_the_permissions_stand_in_the_order_of_the_alphabet() -> None:
    names = [permission.name for permission in Permission]
    assert names == sorted(names)


def test_every_role_has_its_row_and_every_permission_a_holder() -> None:
    assert set(ROLES) == set(Role)
    assert frozenset().union(*ROLES.values()) == set(Permission)


def test_administrators_see_no_programme_round_or_relationship() -> None:
    nouns = {permission.value.split(".")[0] for permission in ROLES[Role.ADMINISTRATOR]}
    assert nouns.isdisjoint({"programme", "round", "relationship"})


@pytest.mark.django_db
@pytest.mark.parametrize("part", CAST)
def test_a_user_holds_what_their_roles_hold_together(part: str) -> None:
    expected = frozenset().union(*(ROLES[role] for role in CAST[part].roles))
    assert permissions_of(user(part)) == expected


@pytest.mark.django_db
def test_whose_access_is_closed_holds_nothing() -> None:
    someone = user("both")
    someone.is_active = False
    assert permissions_of(someone) == frozenset()
