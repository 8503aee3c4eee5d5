"""Publishing a round: its pairs become questions to people, all in one transaction, once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.actions.changing import UnableToChange, changing, note_change
from viceversa.matching.actions.offers.offering import Together, offer_together
from viceversa.matching.actions.offers.openings import joined
from viceversa.matching.choices import ProposalState, RoundState
from viceversa.matching.models import LeftOut, Offer, Proposal, Round
from viceversa.matching.queries.obstacles import broken_since, obstacles
from viceversa.programmes.choices import Preset
from viceversa.programmes.models import Enrolment
from viceversa.relationships.choices import Format


class UnableToPublish(UnableToChange):
    """The round cannot be published as it is; `details` says what stands in the way."""


def publish(
    *, round: Round, version: int, looked: bool, actor: Actor, now: datetime
) -> list[Offer]:
    """Put each proposal to its people, the mentee first, and close the round for good.

    `looked` is the coordinator's word that a person decided, and looked at the proposals marked to
    check. In a duo cohort the two mentors of one mentee are asked about one relationship.
    Those left out gain priority in the next round. `tend_offers`, called right after, writes the
    letters; relationships open as people say yes.
    """
    solved = [RoundState.SOLVED]
    with changing(round, version=version, states=solved, on_this_answer=True) as current:
        proposals = list(
            Proposal.objects.filter(round=current)
            .select_related("mentor__person", "mentee__person")
            .order_by("pk")
        )
        _check(current, proposals, looked=looked)
        groups = _groups(current, proposals)
        offers = offer_together(round=current, groups=groups, actor=actor, now=now)
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
            offers=len(offers),
            waiting=waiting,
        )
    return offers


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


def _groups(round: Round, proposals: Sequence[Proposal]) -> list[Together]:
    """Turn proposals into questions: one each, or one a mentee where mentors pair up."""
    groups: defaultdict[object, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        duo = round.cohort.preset == Preset.DUO
        groups[proposal.mentee_id if duo else ("pair", proposal.pk)].append(proposal)
    return [
        _together(some)
        for group in groups.values()
        for some in ([group] if len(group) <= 2 else [[proposal] for proposal in group])
    ]


def _together(proposals: Sequence[Proposal]) -> Together:
    """Ask the mentee of one or two proposals first, then the mentors."""
    return Together(
        format=Format.DUO if len(proposals) == 2 else Format.PAIR,
        seats=[(proposals[0].mentee, 1), *((proposal.mentor, 2) for proposal in proposals)],
        exchange=joined(proposals),
        proposals=proposals,
    )


def _count_waiting(round: Round) -> int:
    """Give those left out one more round of waiting; the count of the others goes on until they
    are in a relationship.
    """
    left_out = LeftOut.objects.filter(round=round).values("enrolment")
    return Enrolment.objects.filter(pk__in=left_out).update(waiting=F("waiting") + 1)
