"""The coordinator's pages of messages: what was sent and how it looks, never real words."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.accounts import make_administrator, make_coordinator
from tests.factories.notifications import DAY, message, recipient
from viceversa.notifications.actions import choose_chat, keep_all, ring_channel
from viceversa.notifications.actions.returning import note_gone
from viceversa.notifications.choices import Kind
from viceversa.notifications.models import Address

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(make_coordinator())
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_list_says_what_will_stand_here(coordinator: Client) -> None:
    assert "Nothing written yet" in page(coordinator, "/messages/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    coordinator: Client, count: int, django_assert_num_queries: object
) -> None:
    for _ in range(count):
        message()
    with django_assert_num_queries(8):
        html = page(coordinator, "/messages/")
    assert html.count("nicolo@altavalle.example") == count


def test_kind_state_and_search_narrow_the_list(coordinator: Client) -> None:
    message(recipient=recipient(name="Sara Conti", email="sara@altavalle.example"))
    message()
    assert "sara@" not in page(coordinator, "/messages/?q=pavesi")
    assert "sara@" in page(coordinator, "/messages/?q=sara+conti&kind=test&state=sent")
    assert "No message matches" in page(coordinator, "/messages/?kind=digest")
    assert "sara@" in page(coordinator, "/messages/?kind=unheard&state=of&page=x")


def test_words_and_subjects_are_on_no_page_of_a_real_company(coordinator: Client) -> None:
    written = message(now=DAY.replace(hour=22), context={"by": "Parole Segrete"})
    assert written.text  # it waits for the morning, so the words are still there
    assert "Segrete" not in page(coordinator, "/messages/")
    for address in (f"/messages/{written.public_id}/", f"/messages/{written.public_id}/sheet/"):
        assert coordinator.get(address).status_code == 404


def test_in_the_sample_company_a_message_can_be_read(coordinator: Client) -> None:
    keep_all()
    written = message(context={"by": "<i>Parole</i>"})
    assert "Nothing leaves the sample company" in page(coordinator, "/messages/")
    address = f"/messages/{written.public_id}/"
    assert f'href="{address}"' in page(coordinator, "/messages/")
    shown = page(coordinator, address)
    assert "Un messaggio di prova da Viceversa" in shown
    assert "&lt;i&gt;Parole&lt;/i&gt;" in shown
    assert "Buongiorno" in page(coordinator, f"{address}sheet/")


def test_an_address_that_came_back_can_be_tried_again(coordinator: Client) -> None:
    note_gone(email="nicolo@altavalle.example", status="5.1.1", now=DAY)
    assert "Addresses that cannot be reached" in page(coordinator, "/messages/")
    assert coordinator.get("/messages/addresses/try-again/").status_code == 405
    form = {"email": "nicolo@altavalle.example"}
    answer = coordinator.post("/messages/addresses/try-again/", form, follow=True)
    assert "is sent again" in answer.content.decode()
    assert not Address.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_shown_in_both_languages_as_html_and_text(
    coordinator: Client, kind: Kind
) -> None:
    assert f"/messages/kinds/{kind.value}/en/" in page(coordinator, "/messages/kinds/")
    for language in ("en", "it"):
        address = f"/messages/kinds/{kind.value}/{language}/"
        assert f'src="{address}sheet/"' in page(coordinator, address)
        assert f'<html lang="{language}">' in page(coordinator, f"{address}sheet/")


def test_a_kind_or_language_that_does_not_exist_is_not_found(coordinator: Client) -> None:
    for address in ("kinds/unheard/en/", "kinds/test/fr/", "kinds/unheard/en/sheet/"):
        assert coordinator.get(f"/messages/{address}").status_code == 404


def test_a_sheet_runs_nothing_and_only_our_pages_frame_it(coordinator: Client) -> None:
    answer = coordinator.get("/messages/kinds/test/en/sheet/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "sandbox" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_administrators_see_none_of_it(client: Client) -> None:
    client.force_login(make_administrator())
    for address in ("", "kinds/", "kinds/test/en/", "kinds/test/en/sheet/"):
        assert client.get(f"/messages/{address}").status_code == 403


def test_what_goes_into_the_chat_is_shown_and_listed(
    coordinator: Client, settings: Settings
) -> None:
    assert "In the chat" not in page(coordinator, "/messages/kinds/nudge/en/")
    settings.CHAT_URL = "json://chat.altavalle.example/?:to={email}"
    settings.CHAT_CHANNEL_URL = "json://chat.altavalle.example/"
    assert "Viceversa: something new for you" in page(coordinator, "/messages/kinds/nudge/en/")
    choose_chat(recipient_key=recipient().key, kinds=["agenda-due"])
    message(kind=Kind.AGENDA_DUE, context={"path": "/home/", "partner": "Sara", "on": DAY})
    ring_channel(now=DAY)
    shown = page(coordinator, "/messages/")
    assert shown.count("in the chat") == 2
    assert "Coordinators’ channel" in shown
    assert "Reminder of an agenda" in page(coordinator, "/messages/?kind=agenda-due")
