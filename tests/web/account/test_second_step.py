"""The second step: added with proof, asked for at sign-in, and readable in the dark."""

import base64
import re
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client

from tests.factories.accounts import make_user
from viceversa.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.once]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADDRESS = "zoe@altavalle.example"


def code_of(secret: str) -> str:
    """Return what an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))


@pytest.fixture
def user(client: Client) -> User:
    someone = make_user(email=ADDRESS)
    client.force_login(someone, backend=BACKEND)
    return someone


def test_an_app_is_added_with_its_first_code(client: Client, user: User) -> None:
    page = client.get("/account/security/app/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert secret
    client.post("/account/security/app/", {"code": code_of(secret[1])})
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_drawing_stands_on_white_paper(client: Client, user: User) -> None:
    page = client.get("/account/security/app/").content.decode()
    found = re.search(r'src="data:image/svg\+xml;([^"]+)"', page)
    assert found
    kind, _, data = found[1].partition(",")
    drawing = base64.b64decode(data).decode() if "base64" in kind else unquote(data)
    assert 'fill="#fff"' in drawing


@pytest.mark.usefixtures("user")
def test_with_an_app_a_mailed_code_alone_does_not_sign_in(client: Client) -> None:
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(User.objects.get(), secret)
    guest = Client()
    guest.post("/sign-in/", {"email": ADDRESS})
    mailed = re.search(r"^ +(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert mailed
    answer = guest.post("/sign-in/code/", {"code": mailed[1]})
    assert answer.headers["Location"].startswith("/sign-in/second-step/")
    assert "_auth_user_id" not in guest.session
    page = guest.get("/sign-in/second-step/").content.decode()
    assert page.count("<h1") == 1
    guest.post("/sign-in/second-step/", {"code": code_of(secret)})
    assert "_auth_user_id" in guest.session


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_pages_behind_the_proof_have_one_heading(
    language: str, client: Client, user: User
) -> None:
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    client.post("/account/confirm/code/", {"code": code_of("JBSWY3DPEHPK3PXP")})
    for path in ("", "app/remove/", "recovery-codes/", "recovery-codes/new/", "passkeys/"):
        answer = client.get(f"/account/security/{path}", headers={"Accept-Language": language})
        assert answer.status_code == 200, path
        assert answer.content.decode().count("<h1") == 1
