"""A person’s own self-checks: where they stand, one question, what they said, what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from viceversa.measurement.models import Curiosity, SelfCheck
from viceversa.measurement.queries.sealed import opened
from viceversa.measurement.rules.answers import Answer
from viceversa.measurement.rules.competences import competences, starters
from viceversa.measurement.rules.waves import END_STAYS, ORDER, wave_on
from viceversa.people.models import Person
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Cohort, Enrolment

ALL = tuple(each.code for each in competences())
STARTERS = tuple(each.code for each in starters())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A self-check that was begun, opened for its author.

    `answers` is None where no key opens it any more. `codes` are the questions it asks: the
    starter set, and what was answered beyond it at an earlier moment. The other competences wait
    in `further` for whoever wants to go on.
    """

    self_check: SelfCheck
    answers: dict[str, Answer] | None
    codes: tuple[str, ...]

    @property
    def met(self) -> dict[str, Answer]:
        """The questions answered or passed, by code."""
        return self.answers or {}

    @property
    def left(self) -> list[str]:
        """The codes of questions not met yet, in their order."""
        return [code for code in self.codes if code not in self.met]

    @property
    def answered(self) -> dict[str, int]:
        """The levels given, by code."""
        return {code: a.level for code, a in self.met.items() if a.level is not None}

    @property
    def further(self) -> tuple[str, ...]:
        """The competences it does not ask by itself, in their order."""
        return tuple(code for code in ALL if code not in self.codes)

    @property
    def beyond(self) -> list[str]:
        """Those of `further` not met yet."""
        return [code for code in self.further if code not in self.met]

    def among(self, code: str) -> tuple[str, ...]:
        """Return the questions one walks through at a question: those it asks, or the others."""
        return self.codes if code in self.codes else self.further


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands with their self-check in the cohort that counts now.

    `wave` is the moment that is open, None where none is. `now` is the self-check of that moment
    if it was begun; `earlier` those of the moments before it, the first one first.
    """

    person: Person
    enrolment: Enrolment | None
    wave: str | None
    now: Sheet | None
    earlier: list[Sheet]
    curious: list[str]

    @property
    def cohort(self) -> Cohort | None:
        """The cohort that counts now."""
        return self.enrolment.cohort if self.enrolment else None

    @property
    def latest(self) -> Sheet | None:
        """The self-check to show: that of now once it holds something, else the one before."""
        if self.now and (self.now.met or not self.earlier):
            return self.now
        return self.earlier[-1] if self.earlier else None

    @property
    def first(self) -> Sheet | None:
        """The self-check that the latest is compared with; None while there is only one."""
        first = self.earlier[0] if self.earlier else None
        return first if first is not self.latest else None


def places(enrolments: Iterable[Enrolment], today: date) -> list[Enrolment]:
    """Return those of a person's enrolments that count on a day, the most current first.

    Those of a cohort that runs come before those of one to come, these before one just over.
    """
    rows = [
        enrolment
        for enrolment in enrolments
        if enrolment.state in (EnrolmentState.APPLIED, EnrolmentState.ADMITTED)
        and enrolment.cohort.ends_on >= today - END_STAYS
    ]

    def order(enrolment: Enrolment) -> tuple[int, timedelta]:
        cohort = enrolment.cohort
        if cohort.ends_on < today:
            return (2, today - cohort.ends_on)
        if cohort.starts_on > today:
            return (1, cohort.starts_on - today)
        return (0, today - cohort.starts_on)

    return sorted(rows, key=order)


def standing(person: Person, enrolments: Iterable[Enrolment], today: date) -> Standing:
    """Return where a person stands, all of whose enrolments are given; four queries at most.

    Whoever takes part in nothing any more still finds what they said last.
    """
    mine = places(enrolments, today)
    enrolment = mine[0] if mine else _last_place(person)
    curious = list(Curiosity.objects.filter(person=person).values_list("competence", flat=True))
    if enrolment is None:
        return Standing(person, None, None, None, [], curious)
    cohort = enrolment.cohort
    sheets = sheets_of(person, cohort)
    wave = wave_on(today, midpoint_on=cohort.midpoint_on, ends_on=cohort.ends_on)
    if wave and sheets:  # a date put off does not take back what was begun
        wave = max(wave, sheets[-1].self_check.wave, key=ORDER.index)
    now = next((sheet for sheet in sheets if sheet.self_check.wave == wave), None)
    earlier = [sheet for sheet in sheets if sheet is not now]
    return Standing(person, enrolment, wave, now, earlier, curious)


def _last_place(person: Person) -> Enrolment | None:
    """Return the place in which a person last looked at themselves."""
    looked = SelfCheck.objects.filter(person=person, begun_at__isnull=False)
    rows = Enrolment.objects.filter(person=person, cohort__in=looked.values("cohort"))
    return (
        rows.select_related("cohort__programme__sponsor", "cohort__programme__counsellor", "person")
        .order_by("-cohort__starts_on", "-pk")
        .first()
    )


def sheets_of(person: Person, cohort: Cohort) -> list[Sheet]:
    """Return the self-checks a person has begun in a cohort, the first moment first."""
    rows = SelfCheck.objects.filter(person=person, cohort=cohort, begun_at__isnull=False)
    found = sorted(rows.select_related("person", "cohort"), key=lambda each: ORDER.index(each.wave))
    asked = set(STARTERS)
    sheets = []
    for self_check in found:
        answers = opened(self_check)
        sheets.append(Sheet(self_check, answers, _in_order(asked)))
        asked |= {code for code, answer in (answers or {}).items() if not answer.passed}
    return sheets


def own_sheet(person: Person, public_id: str) -> Sheet | None:
    """Return a self-check of the person’s own, None for any other."""
    row = (
        SelfCheck.objects.filter(person=person, public_id=public_id, begun_at__isnull=False)
        .select_related("person", "cohort")
        .first()
    )
    if row is None:
        return None
    sheets = sheets_of(person, row.cohort)
    return next(sheet for sheet in sheets if sheet.self_check.pk == row.pk)


def curious_about(person: Person) -> set[str]:
    """Return the competences a person is curious about."""
    return set(Curiosity.objects.filter(person=person).values_list("competence", flat=True))


def _in_order(codes: set[str]) -> tuple[str, ...]:
    """Return the starter set first, then the others in the order of the framework."""
    return (*STARTERS, *(code for code in ALL if code in codes and code not in STARTERS))
