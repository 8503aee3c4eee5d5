"""What a relationship has been so far and what comes next, as one of its members reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from viceversa.programmes.rules.timeline import RHYTHMS, Rhythm
from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    ItemKind,
    MeetingState,
    MemberRole,
    RelationshipState,
)
from viceversa.relationships.models import (
    Agenda,
    AgendaItem,
    Experiment,
    Meeting,
    Member,
    Question,
)
from viceversa.relationships.queries.meetings.block import Block, Shown, block
from viceversa.relationships.queries.plans import GoalShown, TakeawayShown, goals, takeaways

STEPS = (RelationshipState.OPENED, RelationshipState.AGREED, RelationshipState.PAUSED)
RESTING = (RelationshipState.CLOSED, RelationshipState.PAUSED)
ANSWERS = 3  # the newest answers shown
FRESH = timedelta(days=21)  # how long after a meeting an experiment may still be chosen


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the story. `kind` is next, confirm, held, moved, off, or a state it entered.

    `headline` is the longest point of the agenda; `to_at` is where a moved meeting went.
    """

    kind: str
    at: datetime
    meeting: Meeting | None = None
    number: int = 0
    headline: str = ""
    agenda: str = ""
    took: Sequence[TakeawayShown] = ()
    mine_missing: bool = False
    experiments: Sequence[Experiment] = ()
    to_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the page of a relationship tells, the newest line first.

    `trying` is the viewer's own experiment, `may_choose` tells that one may be chosen now.
    """

    entries: list[Entry]
    block: Block
    rhythm: Rhythm
    trying: Experiment | None
    may_choose: bool
    question: Question | None
    own_question: Question | None
    answers: list[Question]
    goals: list[GoalShown]

    @property
    def next(self) -> Shown | None:
        """The next meeting to come."""
        return self.block.ahead[0] if self.block.ahead else None


def story(viewer: Member, now: datetime) -> Story:
    """Return the story of the viewer's relationship; a constant number of queries."""
    relationship = viewer.relationship
    meetings = block(viewer, now)
    experiments = list(
        Experiment.objects.filter(relationship=relationship)
        .exclude(state=ExperimentState.SET_ASIDE)
        .select_related("member__person")
    )
    questions = list(
        Question.objects.filter(relationship=relationship).select_related(
            "asked_by__person__unit", "answered_by__person"
        )
    )
    open_ = [question for question in questions if question.closed_at is None]
    return Story(
        entries=_entries(viewer, meetings, experiments),
        block=meetings,
        rhythm=RHYTHMS[relationship.cohort.preset],
        trying=next((e for e in experiments if _mine(e, viewer) and e.state == "chosen"), None),
        may_choose=may_choose(viewer, last_held(meetings), experiments, now),
        question=next((q for q in open_ if q.asked_by_id != viewer.pk), None),
        own_question=next((q for q in open_ if q.asked_by_id == viewer.pk), None),
        answers=[question for question in reversed(questions) if question.answer][:ANSWERS],
        goals=goals(viewer),
    )


def last_held(meetings: Block) -> Meeting | None:
    """Return the latest meeting that took place."""
    held = (row.meeting for row in meetings.rows if not row.moved)
    return next((meeting for meeting in held if meeting.state == MeetingState.HELD), None)


def may_choose(
    viewer: Member, last: Meeting | None, experiments: Sequence[Experiment], now: datetime
) -> bool:
    """Tell whether the viewer, a mentee, has met and chosen nothing to try since."""
    if viewer.role != MemberRole.MENTEE or last is None or now - last.starts_at > FRESH:
        return False
    if viewer.relationship.state in RESTING:
        return False
    return not any(_mine(e, viewer) and e.meeting_id == last.pk for e in experiments)


def _entries(viewer: Member, meetings: Block, experiments: list[Experiment]) -> list[Entry]:
    keys = [row.meeting.pk for row in meetings.rows]
    took, headlines = takeaways(viewer), _headlines(keys)
    agendas = dict(Agenda.objects.filter(meeting__in=keys).values_list("meeting", "state"))
    confirm = {shown.meeting.pk for shown in meetings.to_confirm}
    coming = {shown.meeting.pk for shown in meetings.ahead[:1]}
    lines = []
    for row in meetings.rows:
        meeting, number = row.meeting, row.number or 0
        if row.moved:
            lines.append(Entry("moved" if row.moved_to else "off", row.at, to_at=row.moved_to))
        elif meeting.state == MeetingState.HELD:
            said = took.get(meeting.pk, [])
            lines.append(
                Entry(
                    kind="held",
                    at=row.at,
                    meeting=meeting,
                    number=number,
                    headline=headlines.get(meeting.pk, ""),
                    took=said,
                    mine_missing=not any(one.mine for one in said),
                    experiments=[e for e in experiments if e.meeting_id == meeting.pk],
                )
            )
        elif meeting.pk in confirm:
            lines.append(Entry("confirm", row.at, meeting, number))
        elif meeting.pk in coming:
            state = agendas.get(meeting.pk, AgendaState.EMPTY.value)
            lines.append(Entry("next", row.at, meeting, number, agenda=state))
    steps = viewer.relationship.steps.all()
    lines += [Entry(step.state, step.at) for step in steps if step.state in STEPS]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _headlines(keys: list[int]) -> dict[int, str]:
    """Return the title of the longest point of each agenda that was sent, by its meeting."""
    found: dict[int, str] = {}
    items = AgendaItem.objects.filter(
        agenda__meeting__in=keys,
        agenda__state__in=(AgendaState.SENT, AgendaState.APPROVED),
        kind=ItemKind.PLAIN,
    ).order_by("-minutes", "position")
    for meeting, title in items.values_list("agenda__meeting", "title"):
        found.setdefault(meeting, title)
    return found


def _mine(experiment: Experiment, viewer: Member) -> bool:
    return experiment.member_id == viewer.pk
