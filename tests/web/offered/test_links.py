"""What a link to a question opens, and everything it does not."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.html import escape

from tests.cast import THEN, user
from tests.factories.matching import asked, offered, solved_round
from viceversa.audit.models import Line
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.actions.offers.letters import ENTRANCE, issue_link
from viceversa.matching.models import Ask, Offer, OfferLink
from viceversa.people.models import Person
from viceversa.programmes.models import Enrolment
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
READ = ("question", "no")
POSTED = ("yes", "later", "no")
AFTER = THEN + timedelta(days=11)


def address(name: str, ask: Ask) -> str:
    return reverse(f"offered:{name}", args=[ask.public_id])


def everything() -> str:
    tables = (Offer, Ask, OfferLink, Enrolment, Line)
    return str([list(table.objects.order_by("pk").values()) for table in tables])


class Asked(TestCase):
    """Two pairs of a published round, each mentee with a link."""

    offers: list[Offer]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.offers = offered(solved_round(pairs=2))

    def setUp(self) -> None:
        cache.clear()
        self.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        self.now = THEN
        self.monkeypatch = pytest.MonkeyPatch()
        self.monkeypatch.setattr(clock, "now", lambda: self.now)
        self.addCleanup(self.monkeypatch.undo)
        self.ask = asked(self.offers[0])
        self.path = issue_link(ask=self.ask, now=THEN)

    def opened(self) -> None:
        answer = self.client.get(self.path)
        assert answer["Location"] == address("question", self.ask)

    def test_the_address_of_the_letter_is_the_address_of_the_page(self) -> None:
        assert ENTRANCE.format(token="abc") == reverse("offered:enter", args=["abc"])

    def test_the_token_leaves_the_address_and_no_referrer_carries_it(self) -> None:
        answer = self.client.get(self.path)
        assert answer["Referrer-Policy"] == "no-referrer"
        page = self.client.get(answer["Location"])
        assert page.status_code == 200
        assert self.path.split("/")[2] not in page.content.decode()
        assert "no-store" in page["Cache-Control"] and "noindex" in page["X-Robots-Tag"]

    def test_the_page_says_who_what_each_way_and_why_and_measures_nobody(self) -> None:
        self.opened()
        page = self.client.get(address("question", self.ask)).content.decode()
        mentor = Ask.objects.get(offer=self.offers[0], turn=2).enrolment.person
        assert escape(mentor.name) in page
        assert "at home in" in page and "You both speak Italian" in page
        words = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
        assert not re.search(r"\b0\.\d\d\b|level \d|score|priority", words)

    def test_scanners_change_nothing(self) -> None:
        before = everything()
        for method in (self.client.get, self.client.head):
            method(self.path)
            for name in READ:
                assert method(address(name, self.ask)).status_code == 200, name
            for name in ("yes", "later"):
                assert method(address(name, self.ask)).status_code == 405, name
        assert everything() == before

    def test_a_link_opens_one_question_and_no_other(self) -> None:
        self.opened()
        other = asked(self.offers[1])
        mentor = Ask.objects.get(offer=self.offers[0], turn=2)
        for ask in (other, mentor):
            for name in READ:
                assert self.client.get(address(name, ask)).status_code == 404
            for name in POSTED:
                assert self.client.post(address(name, ask)).status_code == 404

    def test_a_link_to_a_place_or_an_invitation_answers_no_question(self) -> None:
        token = self.path.split("/")[2]
        assert self.client.get(f"/i/{token}/")["Location"] == reverse("invited:closed")
        session = self.client.session
        link = OfferLink.objects.get()
        session["opened_links"] = {f"enrolment {self.ask.public_id} answer": link.pk}
        session.save()
        assert self.client.get(address("question", self.ask)).status_code == 404

    def test_without_a_link_and_with_an_office_every_page_is_unknown(self) -> None:
        for part in ("", "coordinator", "administrator", "participant"):
            client = Client()
            if part:
                client.force_login(user(part), backend=BACKEND)
            for name in READ:
                assert client.get(address(name, self.ask)).status_code == 404
            for name in POSTED:
                assert client.post(address(name, self.ask)).status_code == 404

    def test_an_answer_ends_the_link_and_asks_the_next(self) -> None:
        self.opened()
        answer = self.client.post(address("yes", self.ask))
        assert answer["Location"] == reverse("offered:thanks", args=["yes"])
        assert self.client.get(answer["Location"]).status_code == 200
        assert self.client.get(address("question", self.ask)).status_code == 404
        assert self.client.post(address("no", self.ask)).status_code == 404
        assert self.client.get(self.path)["Location"] == reverse("offered:closed")
        second = asked(self.offers[0])
        self.client.get(issue_link(ask=second, now=THEN))
        answer = self.client.post(address("yes", second))
        assert answer["Location"] == reverse("offered:thanks", args=["on"])
        assert Relationship.objects.count() == 1

    def test_a_no_by_link_needs_no_reason(self) -> None:
        self.opened()
        assert self.client.post(address("no", self.ask))["Location"].endswith("/no/")
        assert Offer.objects.get(pk=self.offers[0].pk).state == "declined"

    def test_later_by_link_keeps_the_link(self) -> None:
        self.opened()
        assert self.client.post(address("later", self.ask), {"days": "7"}).status_code == 302
        self.now = THEN + timedelta(days=11)
        assert self.client.get(address("question", self.ask)).status_code == 200
        self.client.post(address("yes", self.ask))
        assert asked(self.offers[0]).turn == 2

    def test_what_was_taken_back_or_has_run_out_ends_at_one_page(self) -> None:
        self.opened()
        actions.take_back(offer=self.offers[0], actor=OPERATOR, now=THEN)
        assert self.client.get(address("question", self.ask)).status_code == 404
        second = issue_link(ask=asked(self.offers[1]), now=THEN)
        self.now = AFTER
        for path in (self.path, second, "/o/" + "a" * 43 + "/"):
            assert self.client.get(path)["Location"] == reverse("offered:closed")
        assert self.client.get(reverse("offered:closed")).status_code == 410

    def test_guessing_is_slowed_down_and_the_right_link_still_opens(self) -> None:
        tries = [self.client.get(f"/o/{'b' * 42}{n:02}/").status_code for n in range(22)]
        assert tries == [302] * 20 + [429] * 2
        self.opened()

    def test_the_person_signed_in_needs_no_link_and_comes_to_their_own_page(self) -> None:
        Person.objects.filter(pk=self.ask.enrolment.person_id).update(user=user("participant"))
        self.client.force_login(user("participant"), backend=BACKEND)
        assert self.client.get(address("question", self.ask)).status_code == 200
        assert self.client.post(address("yes", self.ask))["Location"] == "/home/"
        page = self.client.get(address("question", self.ask)).content.decode()
        assert "You have said yes" in page
        mentor = asked(self.offers[0])
        assert self.client.get(address("question", mentor)).status_code == 404

    def test_words_of_a_person_are_escaped(self) -> None:
        offer = self.offers[0]
        Offer.objects.filter(pk=offer.pk).update(words="<b>Hello</b>", round=None)
        self.opened()
        page = self.client.get(address("question", self.ask)).content.decode()
        assert "&lt;b&gt;Hello" in page and "<b>Hello" not in page
