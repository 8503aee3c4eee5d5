"""Before solving: who is in the round, who is missing what, what the policy says in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from viceversa.matching.models import Round
from viceversa.matching.queries.offers.places import taken_places
from viceversa.programmes.choices import EnrolmentState, Missing
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries.enrolments import Incomplete, incomplete

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the round: people admitted, with a free place, and the places they have."""

    people: int
    free: int
    places: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """Someone admitted who lacks something, said in words."""

    public_id: str
    name: str
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """`incomplete` are the first of those who lack something."""

    mentors: Side
    mentees: Side
    incomplete: Sequence[Lacking]
    incomplete_total: int

    @property
    def more(self) -> int:
        """How many lack something beyond those shown."""
        return self.incomplete_total - len(self.incomplete)

    @property
    def solvable(self) -> bool:
        """Whether both sides have somebody with a place."""
        return bool(self.mentors.places and self.mentees.places)


def preparation(round: Round) -> Preparation:
    """Return who would be matched if the round were solved now; a constant number of queries."""
    taken = taken_places(round.cohort)
    lacking = incomplete(round.cohort)
    return Preparation(
        mentors=_side(round, "mentor", taken),
        mentees=_side(round, "mentee", taken),
        incomplete=[_told(each) for each in lacking[:SHOWN]],
        incomplete_total=len(lacking),
    )


def _told(each: Incomplete) -> Lacking:
    words = ", ".join(str(Missing(code).label) for code in each.missing)
    return Lacking(each.public_id, each.name, each.role, words)


def _side(round: Round, role: str, taken: dict[int, int]) -> Side:
    admitted = Enrolment.objects.filter(
        cohort=round.cohort, role=role, state=EnrolmentState.ADMITTED, pause=None
    )
    places = admitted.aggregate(places=Sum("maximum"))["places"] or 0
    busy = dict(admitted.filter(pk__in=taken).values_list("pk", "maximum"))
    used = sum(min(taken[key], most) for key, most in busy.items())
    full = sum(taken[key] >= most for key, most in busy.items())
    people = admitted.count()
    return Side(people=people, free=people - full, places=places - used)
