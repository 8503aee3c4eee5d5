"""What somebody still prepares today: briefing, self-check, supervision circle; for their home."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from viceversa.measurement.queries.own import Standing, places, standing
from viceversa.measurement.rules.competences import by_code
from viceversa.people.models import Person
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries.briefing import Course, course_of
from viceversa.programmes.queries.supervision import Coming, coming


@dataclass(frozen=True, slots=True)
class Learning:
    """What the home shows of preparing; `curious` are titles in the language of the page."""

    standing: Standing
    course: Course | None
    circle: Coming | None
    curious: list[str]

    @property
    def briefing_open(self) -> bool:
        """Tell whether the briefing is still to be read."""
        return self.course is not None and self.course.completed_on is None

    @property
    def questions_left(self) -> int:
        """How many questions of a begun self-check are left."""
        now = self.standing.now
        return len(now.left) if now and now.answers is not None else 0

    @property
    def look_again(self) -> bool:
        """Tell whether a later moment is open for whoever took the first look."""
        return bool(self.standing.wave and self.standing.earlier and not self.standing.now)

    @property
    def first_look(self) -> bool:
        """Tell whether somebody has never looked and could."""
        return bool(self.standing.wave and not self.standing.earlier and not self.standing.now)


def learning(
    *, person: Person, enrolments: Sequence[Enrolment], now: datetime, language: str
) -> Learning | None:
    """Return what a person, all of whose enrolments are given, still prepares; six queries at most.

    None where they take part in nothing.
    """
    today = localdate(now)
    stands = standing(person, enrolments, today)
    if stands.enrolment is None:
        return None
    circles = coming(enrolments, now)
    return Learning(
        standing=stands,
        course=course_of(stands.enrolment, language),
        circle=circles[0] if circles else None,
        curious=[
            by_code()[code].title.in_(language) for code in stands.curious if code in by_code()
        ],
    )


def courses(enrolments: Iterable[Enrolment], now: datetime, language: str) -> list[Course]:
    """Return the briefings of every place in a cohort that is not over, the most current first."""
    today = localdate(now)
    mine = [each for each in places(enrolments, today) if each.cohort.ends_on >= today]
    return [course_of(enrolment, language) for enrolment in mine]
