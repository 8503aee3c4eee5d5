"""Reading briefings: how far somebody is, and who of many is through."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from viceversa.programmes.models import Briefing, Enrolment
from viceversa.programmes.rules.briefing import Chapter, course


@dataclass(frozen=True, slots=True)
class Course:
    """The briefing of one enrolment: its chapters, which were read, when it was completed."""

    enrolment: Enrolment
    chapters: tuple[Chapter, ...]
    read: Collection[str]
    completed_on: date | None

    @property
    def left(self) -> list[Chapter]:
        """Chapters not read yet."""
        return [chapter for chapter in self.chapters if chapter.code not in self.read]

    @property
    def done(self) -> int:
        """How many chapters were read."""
        return len(self.chapters) - len(self.left)

    @property
    def minutes(self) -> int:
        """Reading minutes of the whole course."""
        return sum(chapter.minutes for chapter in self.chapters)

    @property
    def minutes_left(self) -> int:
        """Reading minutes still to come."""
        return sum(chapter.minutes for chapter in self.left)


def course_of(enrolment: Enrolment, language: str) -> Course:
    """Return the briefing of an enrolment in a language; one query."""
    row = Briefing.objects.filter(enrolment=enrolment).first()
    return Course(
        enrolment=enrolment,
        chapters=course(enrolment.role, language),
        read=tuple(row.chapters) if row else (),
        completed_on=row.completed_on if row else None,
    )


def briefed(enrolments: Iterable[Enrolment]) -> set[int]:
    """Return the private ids of the enrolments whose briefing is done; one query."""
    ids = [enrolment.pk for enrolment in enrolments]
    done = Briefing.objects.filter(enrolment__in=ids, completed_on__isnull=False)
    return set(done.values_list("enrolment", flat=True))
