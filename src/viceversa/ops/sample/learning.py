"""How people prepare: briefings read, self-checks begun and repeated, a mentors’ circle."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.db.models import QuerySet

from viceversa.kernel.actor import Actor
from viceversa.measurement import actions
from viceversa.measurement.models import SelfCheck
from viceversa.measurement.queries.own import STARTERS
from viceversa.ops.sample.clockwork import ROME, Clockwork
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.models import Person
from viceversa.programmes.actions.briefing import read_chapters
from viceversa.programmes.actions.supervision import (
    keep_seat,
    note_attendance,
    plan_supervision,
)
from viceversa.programmes.choices import Preset, Role
from viceversa.programmes.models import Cohort, Enrolment, Supervision, SupervisionSeat
from viceversa.programmes.rules.briefing import codes
from viceversa.programmes.rules.supervision import Plan
from viceversa.relationships.models import Member

HALF = 5  # each fifth place has read half of the briefing
ROOM = Text("Milano, room Ada; or by video", "Milano, sala Ada; oppure in video")
VIDEO = "https://video.altavalle.example/cerchio"
B, M, A, S = "base", "intermediate", "advanced", "specialised"  # the bands, from the first
BEFORE = dict(zip(STARTERS, (M, M, B, M, B, M, M, A, B), strict=True))
MIDWAY = dict(zip(STARTERS, (M, A, M, M, M, M, A, A, M), strict=True))
MENTOR = dict(zip(STARTERS, (A, A, A, S, A, A, M, M, A), strict=True))


def tell(clock: Clockwork, language: Language, coordinator: Actor) -> None:
    """Let the cohorts that ran or run prepare, and four people look at themselves."""
    cohort = _under_way(clock)
    for running in _running(clock):
        _brief(running, clock)
    _circles(cohort, clock, language, coordinator)
    began = clock.at(cohort.starts_on - timedelta(days=4), 18, 5)
    francesca, lucia = _person("Francesca", "Dell’Orto"), _person("Lucia", "Bonfanti")
    nicolo = _person("Nicolò", "Pavesi")
    begun = {code: BEFORE[code] for code in STARTERS[:4]}
    _look(francesca, cohort, "baseline", begun, {"2.2", "2.4"}, clock.ago(days=2))
    _look(lucia, cohort, "baseline", BEFORE, {"2.6", "5.3"}, began)
    _look(lucia, cohort, "midpoint", MIDWAY, {"5.3"}, clock.ago(days=3))
    _look(nicolo, cohort, "baseline", MENTOR, {"5.2"}, began)
    _share(lucia, clock.ago(days=3))


def _running(clock: Clockwork) -> QuerySet[Cohort]:
    return Cohort.objects.filter(starts_on__lte=clock.today, ends_on__gt=clock.today)


def _under_way(clock: Clockwork) -> Cohort:
    return _running(clock).get(preset=Preset.STANDARD)


def _brief(cohort: Cohort, clock: Clockwork) -> None:
    """Let everybody admitted read the briefing before the first meetings, some only half of it."""
    places = Enrolment.objects.admitted().filter(cohort=cohort).select_related("person")
    for index, place in enumerate(places.order_by("pk")):
        chapters = codes(place.role)
        cast = place.person.last_name in {"Dell’Orto", "Pavesi", "Bonfanti", "Okafor"}
        read = chapters[: len(chapters) // 2] if index % HALF == 3 and not cast else chapters
        now = clock.at(cohort.starts_on - timedelta(days=1 + index % 9), 9 + index % 8, index % 60)
        read_chapters(enrolment=place, chapters=read, actor=_as(place.person), now=now)


def _circles(cohort: Cohort, clock: Clockwork, language: Language, coordinator: Actor) -> None:
    """One circle three weeks ago, to which most came, and one next Thursday with seats left."""
    mentors = list(
        Enrolment.objects.admitted()
        .filter(cohort=cohort, role=Role.MENTOR)
        .select_related("person")
        .order_by("person__sort_name")
    )
    thursday = clock.today + timedelta(days=(3 - clock.today.weekday()) % 7 + 7)
    for weeks, seats in ((-4, mentors[:6]), (0, mentors[6:11])):
        day = thursday + timedelta(weeks=weeks)
        starts_at = datetime.combine(day, time(13), ROME)
        plan = Plan(starts_at, 60, "Chiara Lorenzetti", ROOM(language), VIDEO, 8)
        planned = min(starts_at - timedelta(days=16), clock.ago(days=4))
        circle = plan_supervision(cohort=cohort, plan=plan, actor=coordinator, now=planned)
        for number, place in enumerate(seats):
            kept = min(planned + timedelta(hours=3 + number), clock.now)
            keep_seat(supervision=circle, enrolment=place, actor=_as(place.person), now=kept)
        if weeks:
            _attend(circle, coordinator, starts_at + timedelta(hours=2))


def _attend(circle: Supervision, coordinator: Actor, now: datetime) -> None:
    kept = list(SupervisionSeat.objects.filter(supervision=circle).values_list("pk", flat=True))
    note_attendance(supervision=circle, present=kept[1:], actor=coordinator, now=now)


def _look(
    person: Person,
    cohort: Cohort,
    wave: str,
    said: Mapping[str, str],
    curious: set[str],
    now: datetime,
) -> None:
    """Answer, a minute apart; the third question is one somebody prefers not to answer."""
    row = actions.begin_self_check(
        person=person, cohort=cohort, wave=wave, actor=_as(person), now=now
    )
    for minute, (code, band) in enumerate(said.items()):
        passed = code == STARTERS[2] and wave == "baseline" and len(said) < len(STARTERS)
        actions.answer(
            self_check=row,
            code=code,
            band=None if passed else band,
            lens=None if passed else minute % 3,
            curious=code in curious,
            actor=_as(person),
            now=now + timedelta(minutes=minute),
        )


def _share(person: Person, now: datetime) -> None:
    """Let the partner read the latest self-check."""
    member = Member.objects.filter(person=person).select_related("relationship").first()
    row = SelfCheck.objects.filter(person=person).order_by("-begun_at").first()
    if member and row:
        actions.share(self_check=row, member=member, actor=_as(person), now=now)


def _person(first: str, last: str) -> Person:
    return Person.objects.get(first_name=first, last_name=last)


def _as(person: Person) -> Actor:
    return Actor(kind="user", name=person.name)
