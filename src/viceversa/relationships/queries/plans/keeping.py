"""What the members keep: goals with their steps, experiments, takeaways, questions."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.relationships.choices import AgendaState, ExperimentState, GoalState, MeetingState
from viceversa.relationships.models import (
    Agenda,
    Experiment,
    Goal,
    GoalStep,
    Meeting,
    Member,
    Question,
    Takeaway,
)


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal with its steps counted; `mine` if the viewer owns it."""

    goal: Goal
    steps: list[GoalStep]
    done: int
    mine: bool
    owner: Member

    @property
    def total(self) -> int:
        """How many steps it has."""
        return len(self.steps)

    @property
    def open(self) -> bool:
        """Tell whether it is under way."""
        return self.goal.state == GoalState.OPEN


@dataclass(frozen=True, slots=True)
class TakeawayShown:
    """What somebody took away, with whose ink it is written."""

    text: str
    role: str
    name: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Ideas:
    """What a mentee may choose from after `meeting`: two ideas of the mentor, or own words."""

    meeting: Meeting | None
    ideas: list[str]


def goals(viewer: Member) -> list[GoalShown]:
    """Return the goals of the relationship, those under way first; two queries."""
    rows = list(
        Goal.objects.filter(relationship=viewer.relationship_id)
        .select_related("owner__person")
        .prefetch_related("steps")
    )
    rows.sort(key=lambda goal: (goal.state != GoalState.OPEN, goal.owner.role != "mentee"))
    return [_goal(row, viewer) for row in rows]


def own_goal(viewer: Member, public_id: str) -> GoalShown | None:
    """Return a goal of the viewer’s own, None for any other."""
    rows = Goal.objects.filter(owner=viewer, public_id=public_id)
    row = rows.select_related("owner__person").prefetch_related("steps").first()
    return _goal(row, viewer) if row else None


def takeaways(viewer: Member) -> dict[int, list[TakeawayShown]]:
    """Return what was taken away from each meeting of the relationship, by its key; one query."""
    found: dict[int, list[TakeawayShown]] = {}
    rows = Takeaway.objects.filter(meeting__relationship=viewer.relationship_id)
    for row in rows.select_related("member__person").order_by("member__role", "member__position"):
        shown = TakeawayShown(
            text=row.text,
            role=row.member.role,
            name=row.member.person.first_name,
            mine=row.member_id == viewer.pk,
        )
        found.setdefault(row.meeting_id, []).append(shown)
    return found


def current_experiment(viewer: Member) -> Experiment | None:
    """Return what the viewer is trying just now."""
    return Experiment.objects.filter(member=viewer, state=ExperimentState.CHOSEN).first()


def own_experiment(viewer: Member, public_id: str) -> Experiment | None:
    """Return an experiment of the viewer’s own, None for any other."""
    return Experiment.objects.filter(member=viewer, public_id=public_id).first()


def ideas_for(viewer: Member) -> Ideas:
    """Return the ideas of the last meeting held, as far as its agenda had been sent."""
    meeting = (
        Meeting.objects.filter(relationship=viewer.relationship_id, state=MeetingState.HELD)
        .order_by("starts_at", "pk")
        .last()
    )
    agenda = Agenda.objects.filter(meeting=meeting).first() if meeting else None
    shown = agenda is not None and agenda.state in (AgendaState.SENT, AgendaState.APPROVED)
    written = [agenda.first_idea, agenda.second_idea] if agenda and shown else []
    return Ideas(meeting, [idea for idea in written if idea])


def open_questions(viewer: Member, now: datetime) -> list[Question]:
    """Return what others of the relationship hope to hear from the viewer, oldest first."""
    rows = Question.objects.filter(
        relationship=viewer.relationship_id, closed_at=None, asked_at__lte=now
    )
    return list(rows.exclude(asked_by=viewer).select_related("asked_by__person__unit"))


def question_for(viewer: Member, public_id: str) -> Question | None:
    """Return a question of the viewer’s relationship that somebody else asked."""
    rows = Question.objects.filter(relationship=viewer.relationship_id, public_id=public_id)
    return rows.exclude(asked_by=viewer).select_related("asked_by__person").first()


def _goal(row: Goal, viewer: Member) -> GoalShown:
    steps = list(row.steps.all())
    return GoalShown(
        goal=row,
        steps=steps,
        done=sum(step.done_at is not None for step in steps),
        mine=row.owner_id == viewer.pk,
        owner=row.owner,
    )
