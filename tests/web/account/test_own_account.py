"""One's own account, language and theme, and every page of allauth in both languages."""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from tests.factories.accounts import make_user
from viceversa.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.once]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def user(client: Client) -> User:
    someone = make_user(name="Zoë Kovačević")
    client.force_login(someone, backend=BACKEND)
    return someone


def test_what_is_saved_holds_at_once(client: Client, user: User) -> None:
    form = {"name": "Zoë K.", "language": "it", "theme": "dark", "time_zone": "Europe/Paris"}
    page = client.post("/account/", form, follow=True).content.decode()
    assert '<html lang="it" data-theme="dark">' in page
    user.refresh_from_db()
    assert (user.name, user.time_zone) == ("Zoë K.", "Europe/Paris")


def test_following_the_browser_and_the_organisation_is_kept_as_nothing(
    client: Client, user: User
) -> None:
    form = {"name": "Z", "language": "follow", "theme": "auto", "time_zone": "follow"}
    assert client.post("/account/", form).status_code == 302
    user.refresh_from_db()
    assert (user.language, user.time_zone) == ("", "")


def test_a_zone_that_does_not_exist_is_refused_beside_the_field(client: Client, user: User) -> None:
    form = {"name": "Z", "language": "it", "theme": "auto", "time_zone": "Europe/Milan"}
    answer = client.post("/account/", form)
    assert answer.status_code == 200
    user.refresh_from_db()
    assert user.language == ""


def test_a_guests_language_and_theme_live_in_cookies(client: Client) -> None:
    make_user()
    client.post("/language/", {"language": "it"})
    client.post("/theme/", {"theme": "light"})
    assert '<html lang="it" data-theme="light">' in client.get("/").content.decode()
    for name in (settings.LANGUAGE_COOKIE_NAME, settings.THEME_COOKIE_NAME):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


def test_a_users_language_goes_with_them(client: Client, user: User) -> None:
    client.post("/language/", {"language": "it"})
    elsewhere = Client(headers={"Accept-Language": "en"})
    elsewhere.force_login(User.objects.get(pk=user.pk), backend=BACKEND)
    assert '<html lang="it"' in elsewhere.get("/account/").content.decode()


@pytest.mark.parametrize("path", ["/language/", "/theme/"])
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_switching_leads_nowhere_else(path: str, target: str, client: Client) -> None:
    assert client.post(path, {"next": target}).headers["Location"] == "/"


def test_a_value_outside_the_list_changes_nothing(client: Client, user: User) -> None:
    client.post("/language/", {"language": "de"})
    client.post("/theme/", {"theme": "pink"})
    user.refresh_from_db()
    assert (user.language, user.theme) == ("", "auto")


PAGES = [
    "/account/",
    "/account/password/first/",
    "/account/security/",
    "/account/security/app/",
    "/account/security/passkeys/",
    "/account/security/passkeys/new/",
    "/sign-out/",
]
GUESTS = ["/", "/sign-in/", "/sign-in/password/", "/sign-in/new-password/", "/sign-up/"]


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("path", [*PAGES, *GUESTS])
def test_every_page_has_one_heading_and_a_title(path: str, language: str, client: Client) -> None:
    someone = make_user()
    if path in PAGES:
        client.force_login(someone, backend=BACKEND)
    page = client.get(path, headers={"Accept-Language": language}).content.decode()
    assert page.count("<h1") == 1
    assert f'<html lang="{language}"' in page
    assert "<title> ·" not in page


def test_a_password_chosen_here_signs_in(client: Client, user: User) -> None:
    words = "tre parole lunghe assieme"
    form = {"password1": words, "password2": words}
    assert client.post("/account/password/first/", form).headers["Location"] == "/account/"
    assert User.objects.get(pk=user.pk).check_password(words)
    assert mail.outbox[-1].subject == "Your account has a password"
    assert "Was it not you?" in mail.outbox[-1].body


def test_changing_how_one_signs_in_asks_for_proof_again(client: Client, user: User) -> None:
    user.set_password("tre parole lunghe assieme")
    user.save()
    client.force_login(user, backend=BACKEND)
    answer = client.get("/account/security/app/")
    assert answer.headers["Location"].startswith("/account/confirm/?next=")
