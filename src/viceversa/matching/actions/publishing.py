"""Publishing a round: its pairs become relationships, all in one transaction, once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.actions.changing import UnableToChange, changing, note_change
from viceversa.matching.choices import ProposalState, RoundState
from viceversa.matching.models import Decision, LeftOut, Proposal, Round
from viceversa.matching.queries.obstacles import broken_since, obstacles
from viceversa.programmes.choices import Preset
from viceversa.programmes.models import Enrolment
from viceversa.relationships.actions import Opening, Seat, open_relationships
from viceversa.relationships.choices import MemberRole, Origin
from viceversa.relationships.models import Relationship


class UnableToPublish(UnableToChange):
    """The round cannot be published as it is; `details` says what stands in the way."""


def publish(
    *, round: Round, version: int, looked: bool, actor: Actor, now: datetime
) -> list[Relationship]:
    """Open a relationship for each proposal, in state *opened*, and close the round for good.

    `looked` is the coordinator's word that a person decided, and looked at the proposals marked to
    check. In a duo cohort the two mentors of one mentee form one relationship.
    Those left out gain priority in the next round. No message leaves.
    """
    solved = [RoundState.SOLVED]
    with changing(round, version=version, states=solved, on_this_answer=True) as current:
        proposals = list(
            Proposal.objects.filter(round=current)
            .select_related("mentor__person", "mentee__person")
            .order_by("pk")
        )
        _check(current, proposals, looked=looked)
        relationships = open_relationships(
            cohort=current.cohort,
            openings=_openings(current, proposals),
            origin=Origin.ROUND,
            origin_id=current.public_id,
            actor=actor,
            now=now,
        )
        Proposal.objects.filter(round=current).update(state=ProposalState.OFFERED)
        waiting = _count_waiting(current)
        current.state = RoundState.PUBLISHED
        current.published_at = now
        note_change(
            current,
            actor=actor,
            now=now,
            verb=Verb.ROUND_PUBLISHED,
            proposals=len(proposals),
            relationships=len(relationships),
            waiting=waiting,
        )
    return relationships


def _check(round: Round, proposals: Sequence[Proposal], *, looked: bool) -> None:
    """Refuse to publish an answer that is not, or no longer, the answer to today's question."""
    if round.cohort.preset == Preset.CIRCLE:
        raise UnableToPublish(_("This cohort meets in circles: open its circles instead of pairs."))
    if not proposals:
        raise UnableToPublish(_("The round proposes no pair, so there is nothing to publish."))
    if found := obstacles(round):
        raise UnableToPublish(
            _(
                "The proposals no longer match what you decided or what the cohort says. Solve "
                "again."
            ),
            found,
        )
    if found := broken_since(round):
        raise UnableToPublish(
            _("The directory changed since the round was solved, and some pairs now break a rule.")
            + " "
            + _("Solve again."),
            found,
        )
    to_check = sum(proposal.to_check for proposal in proposals)
    if not looked and not to_check:
        raise UnableToPublish(_("Tick the box that says a person decided, then publish."))
    if not looked:
        raise UnableToPublish(
            ngettext(
                "One proposal is marked “to check”. Look at it and tick the box before publishing.",
                "%(count)s proposals are marked “to check”. Look at them and tick the box before "
                "publishing.",
                to_check,
            )
            % {"count": to_check}
        )


def _openings(round: Round, proposals: Sequence[Proposal]) -> list[Opening]:
    """Turn proposals into what is to be opened: one each, or one a mentee where mentors pair up."""
    overrides = {
        (decision.mentor_id, decision.mentee_id): decision
        for decision in Decision.objects.filter(round=round)
        if decision.override
    }
    groups: defaultdict[object, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        duo = round.cohort.preset == Preset.DUO
        groups[proposal.mentee_id if duo else ("pair", proposal.pk)].append(proposal)
    return [
        _opening(some, [overrides.get((p.mentor_id, p.mentee_id)) for p in some])
        for group in groups.values()
        for some in ([group] if len(group) <= 2 else [[proposal] for proposal in group])
    ]


def _opening(proposals: Sequence[Proposal], overrides: Sequence[Decision | None]) -> Opening:
    """Seat the mentors and the mentee of one or two proposals in one relationship."""
    mentee = proposals[0].mentee
    seats = [Seat(p.mentor.person, MemberRole.MENTOR, p.mentor) for p in proposals]
    seats.append(Seat(mentee.person, MemberRole.MENTEE, mentee))
    exchange = {
        side: list(dict.fromkeys(code for p in proposals for code in p.exchange.get(side, ())))
        for side in ("mentor", "mentee")
    }
    set_aside = [decision for decision in overrides if decision]
    return Opening(
        seats=seats,
        exchange=exchange,
        overridden_rules=sorted({rule for decision in set_aside for rule in decision.rules}),
        override_reason="\n".join(decision.reason for decision in set_aside),
    )


def _count_waiting(round: Round) -> int:
    """Give those left out one more round of waiting, and start the count of the paired again."""
    left_out = LeftOut.objects.filter(round=round).values("enrolment")
    waiting = Enrolment.objects.filter(pk__in=left_out)
    number = waiting.update(waiting=F("waiting") + 1)
    paired = Proposal.objects.filter(round=round)
    for side in ("mentor", "mentee"):
        Enrolment.objects.filter(pk__in=paired.values(side), waiting__gt=0).exclude(
            pk__in=left_out
        ).update(waiting=0)
    return number
