"""What happened in the cohorts, told through the actions of the product with their times."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from viceversa.kernel.actor import Actor
from viceversa.matching import actions as matching
from viceversa.matching.models import Offer, Round
from viceversa.matching.queries.circles import teams
from viceversa.ops.sample import closing, consent, files, promises, texts
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.consent import LaterRound
from viceversa.ops.sample.scenario import Cohort as Planned
from viceversa.ops.sample.scenario import Scenario
from viceversa.ops.sample.shape import Language, Text
from viceversa.ops.sample.texts import CharterText
from viceversa.ops.sample.tree import STEPS
from viceversa.people.models import Person
from viceversa.programmes.actions.cohorts import close_cohort, create_cohort, open_cohort
from viceversa.programmes.actions.enrolment_files import enrol_from_content
from viceversa.programmes.actions.enrolments import withdraw
from viceversa.programmes.actions.programmes import create_programme, save_charter
from viceversa.programmes.choices import Preset
from viceversa.programmes.models import Cohort, Enrolment, Programme
from viceversa.programmes.rules.charter import Charter
from viceversa.programmes.rules.eligibility import Eligibility, Limits
from viceversa.programmes.rules.timeline import Dates, propose
from viceversa.relationships.actions import move
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Relationship

AGREED, ACTIVE, PAUSED, CLOSING, CLOSED = (
    RelationshipState.AGREED,
    RelationshipState.ACTIVE,
    RelationshipState.PAUSED,
    RelationshipState.CLOSING,
    RelationshipState.CLOSED,
)

CIRCLE_OF = 5


class Story:
    """Tells the story to the database, chapter by chapter, in the name of the coordinator."""

    def __init__(
        self, plan: Scenario, clock: Clockwork, language: Language, coordinator: Actor
    ) -> None:
        self.plan, self.clock, self.language, self.actor = plan, clock, language, coordinator
        self.programmes: dict[str, Programme] = {}
        self.cohorts: dict[str, Cohort] = {}
        self._moves: list[tuple[datetime, Relationship, RelationshipState]] = []

    def finished(self) -> None:
        """The first cohort: one pair ended early, the others went the whole way and closed."""
        planned = self.plan.finished
        dates = propose(planned.preset, planned.starts_on)
        cohort = self._open(planned, dates, self.plan.began_on)
        matched = dates.matching_on or planned.starts_on
        round = self._solve(cohort, matched)
        pairs = self._publish(round, matched + timedelta(days=2))
        for index, pair in enumerate(pairs):
            self._begin(pair, planned.starts_on, index)
            if index == 4:
                self._plan(pair, CLOSED, planned.starts_on + timedelta(weeks=9), 16)
                continue
            last = dates.ends_on + timedelta(days=index % 8)
            self._plan(pair, CLOSING, last, 10)
            self._plan(pair, CLOSED, last + timedelta(days=7), 17)
        self._let_happen()
        over = dates.ends_on + timedelta(weeks=3)
        close_cohort(cohort=cohort, actor=self.actor, now=self.clock.at(over, 12))

    def under_way(self) -> None:
        """The cohort in its ninth week: most meet, a few are late, one rests, one ended."""
        planned = self.plan.under_way
        dates = propose(planned.preset, planned.starts_on)
        matched = dates.matching_on or planned.starts_on
        cohort = self._open(planned, dates, planned.starts_on - timedelta(weeks=11))
        round = matching.prepare(cohort=cohort, actor=self.actor, now=self.clock.at(matched, 9))
        soon = self.clock.at(matched, 9, 20)
        round = self._pin(round, "Davide Okafor", "Lucia Bonfanti", texts.ABOVE_EVERYBODY, soon)
        round = self._pin(
            round, "Nicolò Pavesi", "Francesca Dell’Orto", texts.ASKED_EACH_OTHER, soon
        )
        round = matching.solve_now(round=round, actor=self.actor, now=self.clock.at(matched, 9, 30))
        pairs = self._publish(round, matched + timedelta(days=1))
        late = {3: (), 8: (AGREED,), 13: (AGREED,), 17: (AGREED, ACTIVE, PAUSED)}
        for index, pair in enumerate(pairs):
            if index not in late:
                self._begin(pair, planned.starts_on, index)
                continue
            for week, state in enumerate(late[index], start=1):
                self._plan(pair, state, planned.starts_on + timedelta(weeks=week), 11)
        self._plan(pairs[-1], CLOSED, planned.starts_on + timedelta(weeks=3, days=2), 15)
        self._together()
        self._let_happen()

    def _together(self) -> None:
        """Beside it, a week earlier: a circle of five, and two mentors for one mentee."""
        for planned in (self.plan.circle, self.plan.duo):
            begun = planned.starts_on - timedelta(weeks=5)
            matched = planned.starts_on - timedelta(weeks=2)
            dates = propose(planned.preset, planned.starts_on)
            dates = replace(dates, invitations_on=begun, matching_on=matched)
            round = self._solve(self._open(planned, dates, begun), matched)
            for relationship in self._publish(round, matched + timedelta(days=1)):
                self._begin(relationship, planned.starts_on, 0)

    def invites(self) -> None:
        """Two cohorts open and enrol: that of the plants is ready then, and stays so."""
        planned = self.plan.proposed
        dates = replace(
            propose(planned.preset, planned.starts_on),
            invitations_on=self.clock.today - timedelta(days=26),
            matching_on=self.clock.today + timedelta(days=4),
        )
        cohort = self._open(planned, dates, self.clock.today - timedelta(days=30))
        planned = self.plan.ready
        begun = self.clock.today - timedelta(days=16)
        dates = replace(propose(planned.preset, planned.starts_on), invitations_on=begun)
        self._open(planned, dates, begun)
        self._withdraw_one(cohort)
        self._later = LaterRound(self.cohorts["under-way"], self.clock, self.actor, self.language)
        self._later.publish()

    def proposes(self) -> None:
        """The coming cohort's round: solved, changed, solved again, and not published yet."""
        cohort = self.cohorts["proposed"]
        round = matching.prepare(cohort=cohort, actor=self.actor, now=self.clock.ago(hours=5))
        round = matching.solve_now(round=round, actor=self.actor, now=self.clock.ago(hours=4.9))
        round = matching.forbid(
            round=round,
            version=round.version,
            mentor=self._enrolment(cohort, "Gaia Ferretti"),
            mentee=self._enrolment(cohort, "Alberto Brambilla"),
            reason=texts.FORBIDDEN_BECAUSE(self.language),
            actor=self.actor,
            now=self.clock.ago(hours=4.5),
        )
        round = self._pin(
            round, "Zoë Rizzo", "Camille Lefèvre", texts.PINNED_BECAUSE, self.clock.ago(hours=4.4)
        )
        matching.solve_now(round=round, actor=self.actor, now=self.clock.ago(hours=4.3))
        self._later.request()

    # What every chapter is made of.

    def _open(self, planned: Planned, dates: Dates, day: date) -> Cohort:
        """Found the programme where needed, set the cohort up, enrol from a file, and open it."""
        programme = self.programmes.get(planned.charter.name.en) or self._found(planned, day)
        cohort = create_cohort(
            programme=programme,
            name=planned.name,
            preset=planned.preset,
            dates=dates,
            eligibility=Eligibility(
                mentor=Limits(highest_level=STEPS - 1, tenure=3),
                mentee=Limits(lowest_level=planned.lowest_mentee),
            ),
            actor=self.actor,
            now=self.clock.at(day, 10),
        )
        cohort = open_cohort(cohort=cohort, actor=self.actor, now=self.clock.at(day, 10, 20))
        style = files.Style(self.language, ";", "utf-8-sig", "day-first")
        rows = files.enrolment_rows(self.plan.now, planned.enrolments, style)
        enrol_from_content(
            cohort=cohort,
            file_name=texts.ENROLMENT_FILE(self.language),
            content=files.encode(rows, style),
            actor=self.actor,
            now=self.clock.at(day + timedelta(days=12), 16, 40),
        )
        self.cohorts[planned.key] = cohort
        return cohort

    def _found(self, planned: Planned, day: date) -> Programme:
        text, now = planned.charter, self.clock.at(day, 9, 30)
        programme = create_programme(name=text.name(self.language), actor=self.actor, now=now)
        programme = save_charter(
            programme=programme,
            charter=self._charter(text),
            actor=self.actor,
            now=self.clock.at(day, 9, 50),
        )
        self.programmes[text.name.en] = programme
        return programme

    def _charter(self, text: CharterText) -> Charter:
        words = self.language
        return Charter(
            name=text.name(words),
            purpose=text.purpose(words),
            driver=text.driver(words),
            objectives=tuple((aim(words), measure(words)) for aim, measure in text.objectives),
            sponsor=self._person(text.sponsor).pk,
            co_lead=self._person(text.co_lead).pk,
            answers_observations=self._person(text.answers_observations).pk,
            counsellor=self._person(text.counsellor).pk,
        )

    def _solve(self, cohort: Cohort, day: date) -> Round:
        round = matching.prepare(cohort=cohort, actor=self.actor, now=self.clock.at(day, 9))
        return matching.solve_now(round=round, actor=self.actor, now=self.clock.at(day, 9, 10))

    def _pin(self, round: Round, mentor: str, mentee: str, why: Text, now: datetime) -> Round:
        return matching.pin(
            round=round,
            version=round.version,
            mentor=self._enrolment(round.cohort, mentor),
            mentee=self._enrolment(round.cohort, mentee),
            reason=why(self.language),
            override=True,
            actor=self.actor,
            now=now,
        )

    def _publish(self, round: Round, day: date) -> list[Relationship]:
        now = self.clock.at(day, 11, 30)
        if round.cohort.preset == Preset.CIRCLE:
            offers = self._offer_circles(round, now)
        else:
            offers = matching.publish(
                round=round, version=round.version, looked=True, actor=self.actor, now=now
            )
        return consent.agree(offers, self.clock, day)

    def _offer_circles(self, round: Round, now: datetime) -> list[Offer]:
        found = teams(round, CIRCLE_OF)
        assert found is not None  # solved before
        return matching.open_circles(
            round=round,
            version=round.version,
            wanted=found.wanted,
            digest=found.digest,
            actor=self.actor,
            now=now,
        )

    def _begin(self, pair: Relationship, starts_on: date, index: int) -> None:
        """Let a pair sign its agreement and hold its first meeting within the first weeks."""
        self._plan(pair, AGREED, starts_on + timedelta(days=index % 5), 14)
        self._plan(pair, ACTIVE, starts_on + timedelta(days=5 + index % 9), 17)

    def _plan(self, pair: Relationship, to: RelationshipState, day: date, hour: int) -> None:
        self._moves.append((self.clock.at(day, hour), pair, to))

    def _let_happen(self) -> None:
        """Make the moves planned so far, each at its time and in that order."""
        for now, pair, to in sorted(self._moves, key=lambda planned: planned[0]):
            if to == AGREED:  # the last signature moves it
                promises.agree(pair, self.language, now)
                continue
            if to != ACTIVE:
                closing.happen(pair, to, self.clock, self.language, now)
                continue
            move(relationship=pair, to=to, actor=self.actor, now=now)
            promises.look_back(pair, self.language, now)
        self._moves.clear()

    def _withdraw_one(self, cohort: Cohort) -> None:
        """Somebody admitted changes their mind; no reason is asked."""
        enrolment = (
            Enrolment.objects.filter(cohort=cohort, role="mentor").order_by("-person").first()
        )
        if enrolment:
            now = self.clock.at(self.clock.today - timedelta(days=3), 15)
            withdraw(enrolment=enrolment, actor=self.actor, now=now)

    def _person(self, name: str) -> Person:
        return Person.objects.get(external_id=self.plan.id_of(name))

    def _enrolment(self, cohort: Cohort, name: str) -> Enrolment:
        return Enrolment.objects.get(cohort=cohort, person=self._person(name))
