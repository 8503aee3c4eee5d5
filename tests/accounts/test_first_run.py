"""The first run: one code, one first user, and then the door is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import THEN
from tests.factories.accounts import make_user
from viceversa.accounts.actions import UnableToCreateUser, UnableToSetUp, renew_setup_code, set_up
from viceversa.accounts.models import Instance, User
from viceversa.accounts.queries import needs_set_up
from viceversa.accounts.rules import setup_code


def begin(code: str, email: str = "chiara@altavalle.example", password: str | None = None) -> User:
    """Set the instance up with a code."""
    return set_up(now=THEN, code=code, email=email, name="Chiara", language="it", password=password)


@pytest.mark.django_db
def test_the_code_makes_the_first_user_coordinator_and_administrator() -> None:
    code = renew_setup_code()
    assert code is not None
    assert needs_set_up()
    user = begin(code.lower().replace("-", " "))
    assert set(user.grants.values_list("role", flat=True)) == {"coordinator", "administrator"}
    assert not needs_set_up()


@pytest.mark.django_db
def test_the_code_is_kept_as_a_hash_only() -> None:
    code = renew_setup_code()
    assert code is not None
    kept = Instance.objects.get().setup_code
    assert len(kept) == 64
    assert code not in kept


@pytest.mark.django_db
def test_a_wrong_code_makes_nobody() -> None:
    renew_setup_code()
    with pytest.raises(UnableToSetUp, match="not the code of the last start"):
        begin("AAAA-BBBB-CCCC")
    assert not User.objects.exists()


@pytest.mark.django_db
def test_without_a_printed_code_nothing_fits() -> None:
    with pytest.raises(UnableToSetUp):
        begin("")


@pytest.mark.django_db
def test_a_new_start_makes_the_old_code_useless() -> None:
    old, new = renew_setup_code(), renew_setup_code()
    assert old is not None
    assert new is not None
    with pytest.raises(UnableToSetUp):
        begin(old)
    assert begin(new)


@pytest.mark.django_db
def test_a_weak_password_does_not_use_the_code_up() -> None:
    code = renew_setup_code()
    assert code is not None
    with pytest.raises(UnableToCreateUser):
        begin(code, password="short")
    assert begin(code)


@pytest.mark.django_db
def test_with_a_user_there_is_no_code_and_no_second_first_user() -> None:
    code = renew_setup_code()
    assert code is not None
    make_user()
    assert renew_setup_code() is None
    with pytest.raises(UnableToSetUp, match="set up already"):
        begin(code)


@given(st.text(max_size=40))
def test_only_the_code_itself_fits(typed: str) -> None:
    code = setup_code.new_code()
    letters = "".join(c for c in typed.upper() if c.isalnum())
    assert setup_code.matches(typed, setup_code.hashed(code)) == (letters == code.replace("-", ""))


def test_no_code_fits_an_empty_keep() -> None:
    assert not setup_code.matches("", "")
