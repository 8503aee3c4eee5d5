"""What a cohort's page says about its rounds."""

from dataclasses import dataclass

from viceversa.matching.choices import ProposalState, RoundState
from viceversa.matching.models import LeftOut, Offer, Proposal, Round
from viceversa.programmes.models import Cohort


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """`paired_…` count enrolments in published proposals that have not come to nothing.

    `asked` counts the questions of rounds that still wait for an answer.
    `proposed_pairs` and `left_out` are of the open round, 0 before it is solved.
    """

    rounds: int
    open_round: Round | None
    last_published: Round | None
    paired_mentors: int
    paired_mentees: int
    proposed_pairs: int
    left_out: int
    asked: int = 0


def cohort_figures(cohort: Cohort) -> CohortFigures:
    """Return the figures in at most five queries; discarded rounds are not counted."""
    rounds = list(
        Round.objects.filter(cohort=cohort).exclude(state=RoundState.DISCARDED).order_by("-number")
    )
    open_round = next((round for round in rounds if round.is_open), None)
    published = [round for round in rounds if round.state == RoundState.PUBLISHED]
    paired = Proposal.objects.filter(
        round__in=published, state__in=[ProposalState.OFFERED, ProposalState.ACCEPTED]
    )
    pairs = list(paired.values_list("mentor", "mentee")) if published else []
    return CohortFigures(
        rounds=len(rounds),
        open_round=open_round,
        last_published=published[0] if published else None,
        paired_mentors=len({mentor for mentor, _ in pairs}),
        paired_mentees=len({mentee for _, mentee in pairs}),
        proposed_pairs=Proposal.objects.filter(round=open_round).count() if open_round else 0,
        left_out=LeftOut.objects.filter(round=open_round).count() if open_round else 0,
        asked=Offer.objects.filter(round__in=published, state=ProposalState.OFFERED).count()
        if published
        else 0,
    )
