"""Goals of one's own: what I want to be able to do, by which sign, in which steps."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.plans.ground import note_down, open_relationship, words
from viceversa.relationships.choices import GoalState
from viceversa.relationships.models import Goal, GoalStep, Member

LONGEST, MEASURE, STEP = 240, 240, 200  # characters
MOST_STEPS, MOST_GOALS = 8, 5


class UnableToSetGoal(UnableTo):
    """The goal cannot be written, ticked or closed like this."""


def write_goal(
    *,
    member: Member,
    goal: Goal | None,
    text: str,
    measure: str,
    steps: Sequence[str],
    actor: Actor,
    now: datetime,
) -> Goal:
    """Set a goal (`goal` None) or write one's own anew; a step whose words stay is still done."""
    aim = words(text, LONGEST, UnableToSetGoal)
    sign = words(measure, MEASURE, UnableToSetGoal, may_be_empty=True)
    lines = _lines(steps)
    with transaction.atomic():
        open_relationship(member, UnableToSetGoal)
        if goal is None:
            _check_room(member)
            found = Goal(relationship=member.relationship, owner=member, written_at=now)
        else:
            found = _own(member, goal)
        found.text, found.measure = aim, sign
        found.save()
        done = dict(found.steps.exclude(done_at=None).values_list("text", "done_at"))
        found.steps.all().delete()
        GoalStep.objects.bulk_create(
            GoalStep(goal=found, position=position, text=line, done_at=done.get(line))
            for position, line in enumerate(lines)
        )
        note_down(Verb.GOAL_CHANGED, member, actor, now)
    return found


def tick_step(
    *, member: Member, goal: Goal, step: int, done: bool, actor: Actor, now: datetime
) -> None:
    """Tick one of one's own steps, by its key, or take the tick back."""
    with transaction.atomic():
        open_relationship(member, UnableToSetGoal)
        found = _own(member, goal).steps.filter(pk=step).first()
        if found is None:
            raise UnableToSetGoal(_("This step is not there any more."))
        found.done_at = (found.done_at or now) if done else None
        found.save(update_fields=["done_at"])
        note_down(Verb.GOAL_CHANGED, member, actor, now)


def close_goal(*, member: Member, goal: Goal, reached: bool, actor: Actor, now: datetime) -> Goal:
    """Close a goal of one's own, reached or set aside; both are fine."""
    with transaction.atomic():
        open_relationship(member, UnableToSetGoal)
        found = _own(member, goal)
        found.state = GoalState.REACHED if reached else GoalState.SET_ASIDE
        found.closed_at = now
        found.save(update_fields=["state", "closed_at"])
        note_down(Verb.GOAL_CHANGED, member, actor, now)
    return found


def reopen_goal(*, member: Member, goal: Goal, actor: Actor, now: datetime) -> Goal:
    """Take a closed goal of one's own up again."""
    with transaction.atomic():
        open_relationship(member, UnableToSetGoal)
        _check_room(member)
        found = Goal.objects.select_for_update().filter(pk=goal.pk, owner=member).first()
        if found is None:
            raise UnableToSetGoal(_("This goal is not there any more, or is not yours."))
        found.state, found.closed_at = GoalState.OPEN, None
        found.save(update_fields=["state", "closed_at"])
        note_down(Verb.GOAL_CHANGED, member, actor, now)
    return found


def _own(member: Member, goal: Goal) -> Goal:
    found = (
        Goal.objects.select_for_update()
        .filter(pk=goal.pk, owner=member, state=GoalState.OPEN)
        .first()
    )
    if found is None:
        raise UnableToSetGoal(_("This goal is closed, or is not yours."))
    return found


def _check_room(member: Member) -> None:
    if Goal.objects.filter(owner=member, state=GoalState.OPEN).count() >= MOST_GOALS:
        raise UnableToSetGoal(
            _("You have %(most)s goals under way. Close one before you set another.")
            % {"most": MOST_GOALS}
        )


def _lines(steps: Sequence[str]) -> list[str]:
    lines = list(dict.fromkeys(line for line in (each.strip() for each in steps) if line))
    if len(lines) > MOST_STEPS:
        raise UnableToSetGoal(
            _("A goal has %(most)s steps at most. Keep those that matter.") % {"most": MOST_STEPS}
        )
    return [words(line, STEP, UnableToSetGoal) for line in lines]
