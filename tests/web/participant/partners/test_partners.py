"""Finding a partner oneself: suggestions without figures, one request, own and foreign places."""

import re
from datetime import timedelta

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils.html import escape

from tests.cast import THEN, user
from tests.factories.matching import asked, make_topic, ready_cohort
from viceversa.audit.models import Line
from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.actions.requests import UnableToAsk, ask_partner, take_request_back
from viceversa.matching.models import Offer
from viceversa.matching.queries.offers.suggesting import search
from viceversa.notifications.models import Message
from viceversa.people.models import Person
from viceversa.programmes.choices import Rung
from viceversa.programmes.models import Cohort, Enrolment, Topic, Wish
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DAY = timedelta(days=1)


class Asking(TestCase):
    """A cohort of four and four where people may ask; Alberto is signed in."""

    cohort: Cohort

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cohort = ready_cohort(policy={"consent": {"requests": True}})
        Person.objects.filter(first_name="Alberto").update(user=user("participant"))

    def setUp(self) -> None:
        self.monkeypatch = pytest.MonkeyPatch()
        self.monkeypatch.setattr(clock, "now", lambda: THEN)
        self.addCleanup(self.monkeypatch.undo)
        self.client.force_login(user("participant"), backend=BACKEND)
        self.alberto, self.sofia = self.place("Alberto"), self.place("Sofia")

    def place(self, first_name: str) -> Enrolment:
        rows = Enrolment.objects.select_related("person", "cohort")
        return rows.get(person__first_name=first_name)

    def page(self) -> str:
        return self.client.get(reverse("participant:partners")).content.decode()

    def ask_url(self, other: Enrolment, mine: Enrolment | None = None) -> str:
        ids = [(mine or self.alberto).public_id, other.public_id]
        return reverse("participant:ask-partner", args=ids)

    def test_suggestions_stand_by_name_with_reasons_and_without_figures(self) -> None:
        found = search(self.alberto).suggestions
        names = [each.enrolment.person.last_name for each in found]
        assert 1 <= len(names) <= 5 and names == sorted(names)
        page = self.page()
        assert escape(found[0].enrolment.person.name) in page
        assert found[0].reasons and escape(found[0].reasons[0]) in page
        assert not re.search(r"\b0\.\d\d\b|%</|score of \d", page)

    def test_where_the_policy_does_not_allow_it_nobody_is_shown(self) -> None:
        Cohort.objects.update(policy={})
        assert not search(self.place("Alberto")).suggestions
        assert "pairs are formed all together" in self.page()
        with pytest.raises(UnableToAsk):
            ask_partner(enrolment=self.place("Alberto"), other=self.sofia, now=THEN)

    def test_one_asks_the_other_agrees_and_it_opens(self) -> None:
        self.client.post(self.ask_url(self.sofia), {"words": "Let us begin with video."})
        offer = Offer.objects.get()
        assert Message.objects.get().kind == "request-asked"
        assert "You have asked somebody" in self.page()
        line = Line.objects.get(verb="partner.requested")
        assert line.actor_kind == "system"
        actions.say_yes(ask=asked(offer), now=THEN + DAY)
        relationship = Relationship.objects.get()
        assert (relationship.origin, relationship.format) == ("request", "pair")
        assert relationship.exchange["mentor"]

    def test_silence_is_not_consent(self) -> None:
        ask_partner(enrolment=self.alberto, other=self.sofia, now=THEN)
        actions.tend_offers(now=THEN + 10 * DAY)
        assert Offer.objects.get().state == "lapsed"
        told = Message.objects.filter(kind="request-over").values_list("name", flat=True)
        assert list(told) == ["Alberto Brambilla"]
        assert set(Enrolment.objects.values_list("waiting", flat=True)) == {0}

    def test_one_request_at_a_time_and_nobody_is_asked_twice(self) -> None:
        ask_partner(enrolment=self.alberto, other=self.sofia, now=THEN)
        with pytest.raises(UnableToAsk, match="take it back"):
            ask_partner(enrolment=self.alberto, other=self.place("Matteo"), now=THEN)
        take_request_back(enrolment=self.alberto, now=THEN)
        with pytest.raises(UnableToAsk, match="before"):
            ask_partner(enrolment=self.alberto, other=self.sofia, now=THEN)
        assert not Message.objects.filter(kind="request-over").exists()

    def test_of_several_who_ask_the_same_person_one_is_chosen_and_the_others_are_told(self) -> None:
        offers = [
            ask_partner(enrolment=self.place(name), other=self.sofia, now=THEN)
            for name in ("Alberto", "Silvia")
        ]
        actions.say_yes(ask=asked(offers[1]), now=THEN)
        states = Offer.objects.order_by("pk").values_list("state", flat=True)
        assert list(states) == ["lapsed", "accepted"]
        told = Message.objects.filter(kind="request-over").values_list("name", flat=True)
        assert list(told) == ["Alberto Brambilla"]

    def test_a_place_taken_meanwhile_opens_nothing(self) -> None:
        offer = ask_partner(enrolment=self.alberto, other=self.sofia, now=THEN)
        Enrolment.objects.filter(pk=self.alberto.pk).update(maximum=0)
        actions.say_yes(ask=asked(offer), now=THEN)
        assert not Relationship.objects.exists()

    def test_a_line_found_meanwhile_opens_nothing(self) -> None:
        offer = ask_partner(enrolment=self.alberto, other=self.sofia, now=THEN)
        Person.objects.filter(pk=self.sofia.person_id).update(manager=self.alberto.person)
        actions.say_yes(ask=asked(offer), now=THEN)
        assert not Relationship.objects.exists()
        assert Offer.objects.get().state == "lapsed"

    def test_a_topic_wished_for_goes_to_the_head(self) -> None:
        code = make_topic("storytelling", "Storytelling").code
        gives_back = Topic.objects.filter(rung=Rung.GIVES_BACK).values_list("code", flat=True)[0]
        url = reverse("participant:wish-for-topic", args=[self.alberto.public_id])
        self.client.post(url, {"topic": code})
        assert Wish.objects.get(enrolment=self.alberto, topic__code=code).value == 3
        for wrong in (gives_back, "nothing"):  # what seniors give back is not learnt here
            self.client.post(url, {"topic": wrong})
        assert Wish.objects.filter(enrolment=self.alberto, kind="wants").count() == 3

    def test_nobody_asks_from_a_foreign_place_or_whom_they_were_not_shown(self) -> None:
        silvia = self.place("Silvia")
        for name, extra in (("wish-for-topic", []), ("take-request-back", [])):
            url = reverse(f"participant:{name}", args=[silvia.public_id, *extra])
            assert self.client.post(url, {"topic": "ai"}).status_code == 404
        assert self.client.get(self.ask_url(self.sofia, silvia)).status_code == 404
        assert self.client.post(self.ask_url(self.sofia, silvia)).status_code == 404
        assert self.client.get(self.ask_url(silvia)).status_code == 302
        self.client.post(self.ask_url(silvia))
        assert not Offer.objects.exists()

    def test_the_page_to_ask_says_what_goes_each_way(self) -> None:
        page = self.client.get(self.ask_url(self.sofia)).content.decode()
        assert escape(self.sofia.person.name) in page and "within 10 days" in page
