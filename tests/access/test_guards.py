"""The mechanisms around every view: no view without a declaration, no query in a template."""

from collections.abc import Iterator
from types import ModuleType

import pytest
from django.core.checks import run_checks
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import Client, override_settings
from django.urls import clear_url_caches, path

from tests.factories.accounts import make_coordinator, make_user
from viceversa.access.permissions import Permission
from viceversa.accounts.models import User
from viceversa.kernel.errors import UnableTo
from viceversa.web import guards
from viceversa.web.checks import every_view_declares_access
from viceversa.web.middleware.no_queries import QueryInTemplate
from viceversa.web.urls import urlpatterns

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("anybody sees this")


@guards.public
def unable(request: HttpRequest) -> HttpResponse:
    raise UnableTo("The round was published meanwhile.", ["Open it again to see it."])


@guards.public
def asks_in_template(request: HttpRequest) -> TemplateResponse:
    template = engines["django"].from_string("{% for one in users %}{{ one }}{% endfor %}")
    response = TemplateResponse(request, "x", {"users": User.objects.all()})
    response.template_name = template
    return response


@guards.requires(Permission.ROUND_PUBLISH)
def publishes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(guards.actor(request).name)


# As if they were ours: the middleware looks after our own views only.
asks_in_template.__module__ = "viceversa.web.trial"


@pytest.fixture
def trial() -> Iterator[ModuleType]:
    """An URL table with the views above beside the real ones."""
    module = ModuleType("trial_urls")
    module.urlpatterns = [
        *urlpatterns,
        path("trial/unable/", unable),
        path("trial/asks/", asks_in_template),
        path("trial/publishes/", publishes),
    ]
    with override_settings(ROOT_URLCONF=module):
        clear_url_caches()
        yield module
    clear_url_caches()


def test_every_view_of_ours_declares_its_access() -> None:
    assert every_view_declares_access(None) == []


@pytest.mark.django_db  # some of Django's own checks ask the database what it is able to do
def test_a_view_without_a_declaration_does_not_start(trial: ModuleType) -> None:
    trial.urlpatterns.append(path("trial/open/", undeclared))
    (error,) = every_view_declares_access(None)
    assert error.id == "viceversa.E001"
    assert "/trial/open/" in error.msg
    assert error in run_checks()


@pytest.mark.django_db
@pytest.mark.usefixtures("trial")
def test_a_domain_error_becomes_a_page_that_says_what_to_do(client: Client) -> None:
    make_user()
    answer = client.get("/trial/unable/")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "The round was published meanwhile." in page
    assert "Open it again to see it." in page


@pytest.mark.django_db
@pytest.mark.usefixtures("trial")
def test_a_template_that_asks_the_database_fails(client: Client) -> None:
    make_user()
    with pytest.raises(QueryInTemplate, match="accounts_user"):
        client.get("/trial/asks/")


@pytest.mark.django_db
@pytest.mark.usefixtures("trial")
def test_the_actor_is_the_person_signed_in(client: Client) -> None:
    client.force_login(make_coordinator(), backend=BACKEND)
    assert client.get("/trial/publishes/").content.decode() == "Zoë Kovačević"


@pytest.mark.django_db
@pytest.mark.usefixtures("trial")
def test_no_page_behind_a_sign_in_is_shown_again_without_asking(client: Client) -> None:
    client.force_login(make_coordinator(), backend=BACKEND)
    for page in ("/trial/publishes/", "/home/", "/people/"):
        assert client.get(page).headers["Cache-Control"] == "private, no-cache", page
    assert client.post("/sign-out/").headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.django_db
@pytest.mark.usefixtures("trial")
def test_a_role_taken_back_holds_at_the_next_request(client: Client) -> None:
    user = make_coordinator()
    client.force_login(user, backend=BACKEND)
    user.grants.all().delete()
    assert client.get("/trial/publishes/").status_code == 403
