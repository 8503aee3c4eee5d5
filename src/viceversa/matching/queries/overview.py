"""What a solved round says of itself: figures, weights in words, what publishing would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Answer, Decision, LeftOut, Proposal, Round
from viceversa.matching.queries.obstacles import obstacles, stale_reasons
from viceversa.matching.rules.difference import compare
from viceversa.programmes.choices import Preset


@dataclass(frozen=True, slots=True)
class Overview:
    """`figures` is `Answer.figures`; `waiting_…` count people left out; `stale` says why the answer
    is not the answer to today's decisions, empty where it is.
    """

    figures: dict[str, Any]
    asked_at: datetime
    solved_at: datetime
    waiting_mentors: int
    waiting_mentees: int
    pins: int
    bans: int
    stale: Sequence[str]
    changed_pairs: int | None
    total_before: float | None

    @property
    def pins_cost(self) -> float:
        """How much total fit the coordinator's pins cost, 0 where they cost nothing."""
        free = self.figures["free_total"]
        return max(free - self.figures["total"], 0.0) if free is not None else 0.0

    @property
    def pairs_lost(self) -> int:
        """How many pairs the coordinator's pins cost."""
        free = self.figures["free_pairs"]
        return max(free - self.figures["pairs"], 0) if free is not None else 0

    @property
    def proven(self) -> bool:
        """Whether the certificate leaves no difference between value and bound."""
        return bool(self.figures["gap"] == 0)


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing would do, and what stands in its way."""

    proposals: int
    relationships: int
    to_check: int
    waiting: int
    obstacles: Sequence[str]
    in_circles: bool = False


def overview(round: Round) -> Overview | None:
    """Return the figures of a round's current answer, or None before the first."""
    answers = list(
        Answer.objects.filter(round=round)
        .order_by("-number")
        .only("number", "figures", "pairs", "asked_at", "solved_at", "round_id")[:2]
    )
    if not answers:
        return None
    roles = _by(LeftOut.objects.filter(round=round), "enrolment__role")
    kinds = _by(Decision.objects.filter(round=round), "kind")
    now = answers[0]
    changed, before = None, None
    if len(answers) == 2:
        difference = compare(answers[1].pairs, now.pairs)
        changed, before = len(difference.come), difference.total_before
    return Overview(
        figures=now.figures,
        asked_at=now.asked_at,
        solved_at=now.solved_at,
        waiting_mentors=roles.get("mentor", 0),
        waiting_mentees=roles.get("mentee", 0),
        pins=kinds.get(DecisionKind.PIN, 0),
        bans=kinds.get(DecisionKind.BAN, 0),
        stale=stale_reasons(round),
        changed_pairs=changed,
        total_before=before,
    )


def publication(round: Round) -> Publication:
    """Return what publishing the round now would do."""
    pairs = list(Proposal.objects.filter(round=round).values_list("mentee_id", "to_check"))
    mentees: dict[int, int] = {}
    for mentee, _ in pairs:
        mentees[mentee] = mentees.get(mentee, 0) + 1
    duo = round.cohort.preset == Preset.DUO
    relationships = sum(1 if duo and n == 2 else n for n in mentees.values())
    return Publication(
        proposals=len(pairs),
        relationships=relationships,
        to_check=sum(check for _, check in pairs),
        waiting=LeftOut.objects.filter(round=round).count(),
        obstacles=obstacles(round),
        in_circles=round.cohort.preset == Preset.CIRCLE,
    )


def _by(rows: Any, field: str) -> dict[str, int]:
    """Count rows by a field."""
    return dict(rows.values_list(field).annotate(number=Count("pk")).order_by())
