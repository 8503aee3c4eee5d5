"""One person left out, in depth: who competes for what, which changes would help, each proven."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa import engine
from viceversa.matching.models import LeftOut, Round
from viceversa.matching.queries.left_out import Waiting, told
from viceversa.matching.queries.solved import solved
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.records import Role
from viceversa.programmes.models import Enrolment


@dataclass(frozen=True, slots=True)
class Helped:
    """`bottleneck` is empty where competition is not the matter; `remedies` are sentences."""

    waiting: Waiting
    bottleneck: str
    remedies: Sequence[str]


def helped(round: Round, enrolment: Enrolment) -> Helped | None:
    """Return what stands between somebody and a partner, or None for whoever is not left out."""
    row = (
        LeftOut.objects.filter(round=round, enrolment=enrolment)
        .select_related("enrolment__person")
        .first()
    )
    known = solved(round)
    if row is None or known is None:
        return None
    person = known.question.person_of[enrolment.pk]
    role: Role = "mentor" if enrolment.role == "mentor" else "mentee"
    teller = teller_of(known.question)
    cut = ""
    if row.reason == "competition":
        found = engine.bottleneck(known.problem, known.solution, person, role)
        cut = teller.bottleneck(found) if found.complete else ""
    changes = engine.remedies(known.problem, known.solution, person, role)
    return Helped(
        waiting=told(round, [row])[0],
        bottleneck=cut,
        remedies=[teller.remedy(person, role, change) for change in changes],
    )
