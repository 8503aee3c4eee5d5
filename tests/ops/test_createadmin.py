"""`viceversa createadmin`: somebody who can sign in, said in words or as JSON."""

import io
import json

import pytest

from viceversa.accounts.models import User
from viceversa.kernel import database
from viceversa.ops import cli

ADDRESS = "chiara@altavalle.example"
pytestmark = pytest.mark.django_db


def roles(email: str = ADDRESS) -> set[str]:
    """Return the roles of office of a user."""
    return set(User.objects.get(email=email).grants.values_list("role", flat=True))


def test_without_a_role_it_is_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["createadmin", ADDRESS, "--name", "Chiara Lorenzetti"]) == 0
    assert roles() == {"coordinator", "administrator"}
    assert not User.objects.get().has_usable_password()
    assert "/sign-in/" in capsys.readouterr().out


def test_a_role_is_added_to_who_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["createadmin", ADDRESS, "--role", "coordinator"])
    capsys.readouterr()
    assert cli.main(["createadmin", ADDRESS.upper(), "--role", "administrator", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {
        "id": User.objects.get().public_id,
        "email": ADDRESS,
        "roles": ["administrator"],
        "created": False,
    }
    assert roles() == {"coordinator", "administrator"}


def test_a_password_can_be_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("tre parole lunghe assieme\n"))
    assert cli.main(["createadmin", ADDRESS, "--password"]) == 0
    assert User.objects.get().check_password("tre parole lunghe assieme")


def test_a_weak_password_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("chiara\n"))
    assert cli.main(["createadmin", ADDRESS, "--password"]) == 1
    assert "12 characters" in capsys.readouterr().err
    assert not User.objects.exists()


def test_a_wrong_address_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["createadmin", "chiara"]) == 1
    assert "“chiara” is not an e-mail address" in capsys.readouterr().err


def test_old_tables_are_a_reason_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(database, "pending_migrations", lambda: ["people.0002"])
    assert cli.main(["createadmin", ADDRESS]) == 2
    assert "run “viceversa serve” once" in capsys.readouterr().err
