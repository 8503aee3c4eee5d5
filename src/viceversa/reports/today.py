"""The few things worth doing today, in order: for a mentee at most three, two minutes in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import prefetch_related_objects
from django.utils import timezone

from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    GoalState,
    MeetingState,
    MemberRole,
    RelationshipState,
)
from viceversa.relationships.models import (
    Experiment,
    Goal,
    Meeting,
    Member,
    Question,
    Takeaway,
)
from viceversa.relationships.queries.awaited import awaited
from viceversa.relationships.queries.meetings.block import Block, Shown
from viceversa.relationships.queries.plans import agenda_state
from viceversa.relationships.rules.plans import due_at, next_reminder
from viceversa.reports.story import last_held, may_choose

MOST = 3
SOON = timedelta(days=2)  # before its 48 hours, an agenda is worth a thought
FRESH = timedelta(days=14)  # how long after a meeting one is asked what one took away
RESTING = (RelationshipState.PAUSED, RelationshipState.CLOSED)
# What comes first; the same in every relationship.
ORDER = (
    *("confirm", "answer", "yes", "begin", "sign", "agenda"),
    *("approve", "choose", "experiment", "question", "propose", "took", "goal"),
)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do, in one relationship; `kind` is one of ORDER.

    `names` are the others' first names; `on` is a day to be reminded or to answer.
    """

    kind: str
    viewer: Member
    names: str
    block: Block
    shown: Shown | None = None
    meeting: Meeting | None = None
    experiment: Experiment | None = None
    question: Question | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the relationships of one person hold, read in a constant number of queries.

    Experiments and questions are there where the person is the mentee, whose turn they are.
    """

    steps: dict[int, str]
    agendas: dict[int, str]
    experiments: dict[int, list[Experiment]]
    questions: dict[int, list[Question]]
    taken: set[int]
    aiming: set[int]


def read(viewers: Sequence[Member], blocks: dict[int, Block]) -> Facts:
    """Read the facts of the viewer's places, which come with relationship and cohort loaded."""
    mentees = [viewer for viewer in viewers if viewer.role == MemberRole.MENTEE]
    coming = [shown.meeting for block in blocks.values() for shown in block.ahead]
    prefetch_related_objects(coming, "agenda")
    experiments: dict[int, list[Experiment]] = {}
    rows = Experiment.objects.filter(member__in=mentees)
    for experiment in rows.exclude(state=ExperimentState.SET_ASIDE):
        experiments.setdefault(experiment.member_id, []).append(experiment)
    questions: dict[int, list[Question]] = {}
    asked = Question.objects.filter(
        relationship__members__in=mentees, closed_at=None, promised_at=None
    )
    for question in asked.select_related("asked_by__person__unit"):
        questions.setdefault(question.relationship_id, []).append(question)
    mine = [viewer.pk for viewer in viewers]
    return Facts(
        steps=awaited(viewers),
        agendas={meeting.pk: agenda_state(meeting) for meeting in coming},
        experiments=experiments,
        questions=questions,
        taken=set(Takeaway.objects.filter(member__in=mine).values_list("meeting", flat=True)),
        aiming=set(
            Goal.objects.filter(owner__in=mine)
            .exclude(state=GoalState.SET_ASIDE)
            .values_list("owner", flat=True)
        ),
    )


def things(
    places: Sequence[tuple[Member, str]],
    blocks: dict[int, Block],
    facts: Facts,
    now: datetime,
    today: date,
    *,
    leaving_out: int | None = None,
) -> list[Thing]:
    """Return what is worth doing, the weightiest first, at most three.

    `places` are (the viewer's place, the others' first names); `leaving_out` is the key of a
    meeting that the page shows anyway, with its agenda.
    """
    found: list[Thing] = []
    for viewer, names in places:
        if viewer.relationship.state in RESTING:
            continue
        found += [
            thing
            for thing in _of_one(viewer, names, blocks[viewer.pk], facts, now, today)
            if not _stands_above(thing, leaving_out)
        ]
    return sorted(found, key=lambda thing: ORDER.index(thing.kind))[:MOST]


def _stands_above(thing: Thing, meeting: int | None) -> bool:
    """Tell whether the page shows it anyway, with the mentor's next meeting."""
    if thing.kind not in ("agenda", "answer") or thing.shown is None:
        return False
    return thing.shown.meeting.pk == meeting


def _of_one(
    viewer: Member, names: str, block: Block, facts: Facts, now: datetime, today: date
) -> list[Thing]:
    found = [Thing("confirm", viewer, names, block, shown) for shown in block.to_confirm[:1]]
    found += [Thing("answer", viewer, names, block, s) for s in block.ahead if s.asks_me][:1]
    step = facts.steps.get(viewer.pk, "")
    if viewer.relationship.state == RelationshipState.CLOSING:
        return found  # the last weeks have a card of their own
    if step:
        found.append(Thing(step, viewer, names, block))
    found += _agendas(viewer, names, block, facts, now)
    if viewer.role == MemberRole.MENTEE:
        found += _tries(viewer, names, block, facts, now, today)
    if not block.ahead and not block.to_confirm:
        found.append(Thing("propose", viewer, names, block))
    last = last_held(block)
    if last and last.pk not in facts.taken and now - last.starts_at < FRESH:
        found.append(Thing("took", viewer, names, block, meeting=last))
    if last and viewer.pk not in facts.aiming:
        found.append(Thing("goal", viewer, names, block))
    return found


def _agendas(viewer: Member, names: str, block: Block, facts: Facts, now: datetime) -> list[Thing]:
    """Return the next agenda, if it waits for the viewer: to be written or to be confirmed."""
    if not block.ahead or block.ahead[0].meeting.state != MeetingState.AGREED:
        return []
    shown = block.ahead[0]
    state = facts.agendas.get(shown.meeting.pk, AgendaState.EMPTY.value)
    if viewer.role == MemberRole.MENTEE:
        waits = state == AgendaState.SENT
        return [Thing("approve", viewer, names, block, shown)] if waits else []
    written = state in (AgendaState.SENT, AgendaState.APPROVED) or shown.meeting.keep_alive
    near = due_at(shown.meeting.starts_at) - now < SOON
    return [Thing("agenda", viewer, names, block, shown)] if near and not written else []


def _tries(
    viewer: Member, names: str, block: Block, facts: Facts, now: datetime, today: date
) -> list[Thing]:
    """Return the experiment to choose or to try, and what the mentor hopes to hear."""
    mine = facts.experiments.get(viewer.pk, [])
    trying = next((one for one in mine if one.state == ExperimentState.CHOSEN), None)
    ahead = block.ahead[0].meeting if block.ahead else None
    meeting_on = timezone.localdate(ahead.starts_at) if ahead else None
    found = []
    last = last_held(block)
    if may_choose(viewer, last, mine, now):
        found.append(Thing("choose", viewer, names, block, meeting=last))
    elif trying:
        on = trying.remind_on or next_reminder(today, meeting_on)
        found.append(Thing("experiment", viewer, names, block, experiment=trying, on=on))
    asked = facts.questions.get(viewer.relationship_id, [])
    found += [
        Thing("question", viewer, names, block, question=one, meeting=ahead)
        for one in asked
        if one.asked_by_id != viewer.pk
    ][:1]
    return found
