"""Users are made whole or not at all, and every step leaves an audit line."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import THEN
from tests.factories.accounts import make_user
from viceversa.accounts.actions import UnableToCreateUser, change_own_settings, grant_role
from viceversa.accounts.choices import Role
from viceversa.accounts.models import Grant, User
from viceversa.accounts.queries import has_proved_address
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR

pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    """Return the verbs of the audit, oldest first."""
    return list(Line.objects.order_by("pk").values_list("verb", flat=True))


def test_a_user_has_a_proved_address_a_name_and_roles() -> None:
    user = make_user(
        Role.COORDINATOR, email=" Anna.De-Luca@Altavalle.example ", name=" Anna  De Luca"
    )
    assert (user.email, user.name) == ("anna.de-luca@altavalle.example", "Anna De Luca")
    assert has_proved_address(user)
    assert not user.has_usable_password()
    assert list(user.grants.values_list("role", flat=True)) == ["coordinator"]
    assert verbs() == ["user.created", "role.granted"]


def test_the_audit_holds_no_address() -> None:
    user = make_user(Role.COORDINATOR, email="anna@altavalle.example")
    line = Line.objects.get(verb="user.created")
    assert line.subject == f"user:{user.public_id}"
    assert "altavalle" not in str(line.facts)


@pytest.mark.parametrize("email", ["", "anna", "anna@", "anna@x", "a b@altavalle.example"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(UnableToCreateUser, match="not an e-mail address"):
        make_user(email=email or " ")
    assert verbs() == []


def test_an_address_is_taken_in_whatever_case_it_is_written() -> None:
    make_user(email="anna@altavalle.example")
    with pytest.raises(UnableToCreateUser, match="already signs in"):
        make_user(email="ANNA@altavalle.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Anna@altavalle.example", created_at=THEN)


def test_a_weak_password_leaves_nobody_behind() -> None:
    with pytest.raises(UnableToCreateUser) as caught:
        make_user(email="anna@altavalle.example", password="altavalle")
    assert "12 characters" in " ".join(map(str, caught.value.details))
    assert not User.objects.exists()


def test_giving_a_role_again_changes_nothing() -> None:
    user = make_user(Role.COORDINATOR)
    before = verbs()
    grant_role(actor=OPERATOR, now=THEN, user=user, role=Role.COORDINATOR)
    assert verbs() == before
    assert Grant.objects.count() == 1


def test_own_settings_say_which_fields_changed_but_not_to_what() -> None:
    user = make_user(name="Anna")
    change_own_settings(
        actor=OPERATOR,
        now=THEN,
        user=user,
        name="Anna R.",
        language="it",
        theme="auto",
        time_zone="",
    )
    user.refresh_from_db()
    assert (user.name, user.language) == ("Anna R.", "it")
    assert Line.objects.get(verb="user.changed").facts == {"fields": ["name", "language"]}


def test_saving_the_same_settings_leaves_no_line() -> None:
    user = make_user(name="Anna")
    change_own_settings(
        actor=OPERATOR, now=THEN, user=user, name="Anna", language="", theme="auto", time_zone=""
    )
    assert "user.changed" not in verbs()


@pytest.mark.parametrize("field", [{"theme": "pink"}, {"language": "de"}])
def test_the_database_knows_the_closed_lists(field: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="x@altavalle.example", created_at=THEN, **field)
