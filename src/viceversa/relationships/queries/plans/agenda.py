"""The agenda of a meeting as one of its members sees it."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    Format,
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
from viceversa.relationships.rules.plans import (
    Plan,
    Slice,
    due_at,
    faults,
    library,
    minutes_by_giver,
    suggest,
    turn_to_strategy,
)

WITH_THE_MENTEE = (AgendaState.SENT, AgendaState.APPROVED)
SUGGESTED = 4


@dataclass(frozen=True, slots=True)
class ItemShown:
    """A point; `title` is empty where its kind gives it one, `role` where both give."""

    key: int
    kind: str
    gives: str
    minutes: int
    title: str
    text: str
    first: bool
    asked_by: str

    @property
    def role(self) -> str:
        """The giver’s role, for the mark before the title."""
        return "" if self.gives == "both" else self.gives


@dataclass(frozen=True, slots=True)
class AgendaShown:
    """The agenda of `meeting` for `viewer`; `items` is empty where it may not be seen yet.

    `experiment` is the one the meeting opens with, `question` what the mentor hopes to hear.
    `upwards` holds plans of rung three where it is time to suggest them.
    """

    meeting: Meeting
    viewer: Member
    state: str
    number: int
    due_at: datetime
    late: bool
    items: list[ItemShown]
    used: int
    mentor_minutes: int
    mentee_minutes: int
    faults: tuple[str, ...]
    experiment: Experiment | None
    question: Question | None
    first_idea: str
    second_idea: str
    sent_at: datetime | None
    may_edit: bool
    may_answer: bool
    suggested: list[Plan]
    upwards: list[Plan]

    @property
    def minutes(self) -> int:
        """Minutes of the meeting."""
        return self.meeting.minutes

    @property
    def left(self) -> int:
        """Minutes not planned yet, negative where there are too many."""
        return self.meeting.minutes - self.used

    @property
    def slices(self) -> list[tuple[int, str]]:
        """(minutes, who gives) of each point, for the bar."""
        return [(item.minutes, item.gives) for item in self.items]

    @property
    def hidden(self) -> bool:
        """Tell whether the mentor is still preparing what the viewer will see once it is sent."""
        return self.viewer.role != MemberRole.MENTOR and self.state not in WITH_THE_MENTEE

    @property
    def sent(self) -> bool:
        """Tell whether it is with the mentee, confirmed or not."""
        return self.state in WITH_THE_MENTEE


def agenda_state(meeting: Meeting) -> str:
    """Return `empty`, `drafted`, `sent` or `approved`; one query unless the agenda is loaded."""
    agenda = getattr(meeting, "agenda", None)
    return agenda.state if agenda else AgendaState.EMPTY.value


def agenda_of(viewer: Member, meeting: Meeting, number: int, now: datetime) -> AgendaShown:
    """Return the agenda of a meeting of the viewer’s relationship; a constant few queries."""
    agenda = Agenda.objects.filter(meeting=meeting).first()
    state = agenda.state if agenda else AgendaState.EMPTY.value
    mentor = viewer.role == MemberRole.MENTOR
    rows = _rows(agenda) if agenda and (mentor or state in WITH_THE_MENTEE) else []
    slices = [Slice(row.minutes, row.gives) for row in rows]
    given = minutes_by_giver(slices)
    ahead = meeting.state in (MeetingState.PROPOSED, MeetingState.AGREED)
    open_ = ahead and viewer.relationship.state != RelationshipState.CLOSED
    question = _question(viewer)
    suggested, upwards = _plans(viewer, number) if mentor and open_ else ([], [])
    circle = viewer.relationship.format == Format.CIRCLE
    return AgendaShown(
        meeting=meeting,
        viewer=viewer,
        state=state,
        number=number,
        due_at=due_at(meeting.starts_at),
        late=now > due_at(meeting.starts_at) and state not in WITH_THE_MENTEE,
        items=[_item(row, index, question) for index, row in enumerate(rows)],
        used=sum(given.values()),
        mentor_minutes=given["mentor"],
        mentee_minutes=given["mentee"],
        faults=faults(slices, meeting.minutes, circle=circle, keep_alive=meeting.keep_alive),
        experiment=_experiment(viewer, meeting),
        question=question,
        first_idea=agenda.first_idea if agenda else "",
        second_idea=agenda.second_idea if agenda else "",
        sent_at=agenda.sent_at if agenda else None,
        may_edit=mentor and open_,
        may_answer=not mentor and open_ and state in WITH_THE_MENTEE,
        suggested=suggested,
        upwards=upwards,
    )


def _rows(agenda: Agenda) -> list[AgendaItem]:
    return list(agenda.items.select_related("asked_by__person"))


def _item(row: AgendaItem, index: int, question: Question | None) -> ItemShown:
    text = row.text
    if row.kind == ItemKind.QUESTION and not text and question:
        text = question.text
    return ItemShown(
        key=row.pk,
        kind=row.kind,
        gives=row.gives,
        minutes=row.minutes,
        title=row.title,
        text=text,
        first=index == 0,
        asked_by=row.asked_by.person.first_name if row.asked_by else "",
    )


def _question(viewer: Member) -> Question | None:
    """Return the question that is open in the relationship, the viewer’s own before another’s."""
    found = Question.objects.filter(relationship=viewer.relationship_id, closed_at=None)
    rows = sorted(found.select_related("asked_by__person"), key=lambda q: q.asked_by != viewer)
    return rows[0] if rows else None


def _experiment(viewer: Member, meeting: Meeting) -> Experiment | None:
    """Return the latest experiment not set aside that was chosen before this meeting ended."""
    return (
        Experiment.objects.filter(
            relationship=viewer.relationship_id, chosen_at__lte=meeting.starts_at
        )
        .exclude(state=ExperimentState.SET_ASIDE)
        .exclude(meeting=meeting)
        .select_related("member__person")
        .last()
    )


def _plans(viewer: Member, number: int) -> tuple[list[Plan], list[Plan]]:
    """Return plans to suggest, kits first at the first meeting, and those of rung three."""
    items = AgendaItem.objects.filter(agenda__meeting__relationship=viewer.relationship_id)
    used = set(items.exclude(plan="").values_list("plan", flat=True).distinct())
    exchange = viewer.relationship.exchange
    topics = [*exchange.get("mentor", []), *exchange.get("mentee", [])]
    rungs = {library()[code].rung for code in used if code in library()}
    upwards = (
        suggest(topics, used=used, rung="strategy", most=2)
        if turn_to_strategy(number, rungs)
        else []
    )
    circle = viewer.relationship.format == Format.CIRCLE
    kits = [plan for plan in library().values() if plan.rung == "first" and plan.code not in used]
    first = [k for k in kits if (k.code == "a-circle-begins") == circle] if number == 1 else []
    return [*first, *suggest(topics, used=used, most=SUGGESTED)][:SUGGESTED], upwards
