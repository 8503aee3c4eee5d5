"""One small thing to try: chosen by who tries it, told in a sentence, or exchanged for another."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.plans.ground import note_down, open_relationship, words
from viceversa.relationships.choices import ExperimentState, Format, MeetingState, MemberRole
from viceversa.relationships.models import Experiment, Meeting, Member

LONGEST, OUTCOME = 400, 400  # characters


class UnableToTry(UnableTo):
    """The experiment cannot be chosen, told, reminded of or exchanged like this."""


def choose_experiment(*, member: Member, text: str, actor: Actor, now: datetime) -> Experiment:
    """Take one small thing to try before the next meeting; an open one is set aside for it."""
    chosen = words(text, LONGEST, UnableToTry)
    with transaction.atomic():
        relationship = open_relationship(member, UnableToTry)
        if member.role != MemberRole.MENTEE and relationship.format != Format.CIRCLE:
            raise UnableToTry(_("The mentee chooses the experiment; you propose two ideas for it."))
        Experiment.objects.filter(member=member, state=ExperimentState.CHOSEN).update(
            state=ExperimentState.SET_ASIDE, remind_on=None
        )
        experiment = Experiment.objects.create(
            relationship=relationship,
            member=member,
            meeting=_last_held(member),
            text=chosen,
            chosen_at=now,
        )
        note_down(Verb.EXPERIMENT_CHANGED, member, actor, now)
    return experiment


def note_outcome(
    *, member: Member, experiment: Experiment, outcome: str, actor: Actor, now: datetime
) -> Experiment:
    """Say that it was tried and, in a sentence, what happened; it opens the next meeting."""
    said = words(outcome, OUTCOME, UnableToTry, may_be_empty=True)
    with transaction.atomic():
        current = _own(member, experiment, (ExperimentState.CHOSEN, ExperimentState.TRIED))
        current.state, current.outcome, current.remind_on = ExperimentState.TRIED, said, None
        current.tried_at = current.tried_at or now
        current.save(update_fields=["state", "outcome", "remind_on", "tried_at"])
        note_down(Verb.EXPERIMENT_CHANGED, member, actor, now)
    return current


def remind_of_experiment(
    *, member: Member, experiment: Experiment, on: date, actor: Actor, now: datetime
) -> Experiment:
    """Ask for a reminder by mail on a day to come."""
    if not 0 < (on - now.date()).days <= 60:
        raise UnableToTry(_("Choose a day from tomorrow on, within two months."))
    with transaction.atomic():
        current = _own(member, experiment, (ExperimentState.CHOSEN,))
        current.remind_on = on
        current.save(update_fields=["remind_on"])
        note_down(Verb.EXPERIMENT_CHANGED, member, actor, now)
    return current


def set_experiment_aside(
    *, member: Member, experiment: Experiment, actor: Actor, now: datetime
) -> None:
    """Let an experiment go, without a reason; another may be chosen."""
    with transaction.atomic():
        current = _own(member, experiment, (ExperimentState.CHOSEN,))
        current.state, current.remind_on = ExperimentState.SET_ASIDE, None
        current.save(update_fields=["state", "remind_on"])
        note_down(Verb.EXPERIMENT_CHANGED, member, actor, now)


def _own(member: Member, experiment: Experiment, states: tuple[ExperimentState, ...]) -> Experiment:
    open_relationship(member, UnableToTry)
    found = (
        Experiment.objects.select_for_update()
        .filter(pk=experiment.pk, member=member, state__in=states)
        .first()
    )
    if found is None:
        raise UnableToTry(_("This experiment is not open any more. Choose another one."))
    return found


def _last_held(member: Member) -> Meeting | None:
    held = Meeting.objects.filter(
        relationship=member.relationship_id, state=MeetingState.HELD
    ).order_by("starts_at", "pk")
    return held.last()
