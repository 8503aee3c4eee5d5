"""Writing an agenda: begin it, add and change points, order them, take a session plan into it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.relationships.actions.plans.agenda import (
    LONGEST,
    WITH_THE_MENTEE,
    UnableToPrepare,
    check,
    meeting_ahead,
    own_agenda,
)
from viceversa.relationships.actions.plans.ground import note_down, words
from viceversa.relationships.choices import (
    AgendaState,
    ExperimentState,
    Gives,
    ItemKind,
    MemberRole,
)
from viceversa.relationships.models import (
    Agenda,
    AgendaItem,
    Experiment,
    Meeting,
    Member,
    Question,
)
from viceversa.relationships.rules.plans import FIRST, Plan, fit, library

OPENING, QUESTION, CLOSING = 5, 10, 5  # minutes the product proposes for its own points
TITLE, IDEA = 120, 300  # characters
MOST = 240  # minutes of one point
MOST_ITEMS = 12


def begin_agenda(*, member: Member, meeting: Meeting, actor: Actor, now: datetime) -> Agenda:
    """Open the agenda of a meeting with what it always holds; once begun, return what is there.

    It opens with the last experiment, has room for the question to the mentee that is still open,
    and ends with the choice of the next experiment.
    """
    with transaction.atomic():
        agenda = _begun(member, meeting, now)
        note_down(Verb.AGENDA_CHANGED, member, actor, now)
    return agenda


def write_item(
    *,
    member: Member,
    meeting: Meeting,
    item: int | None,
    title: str,
    text: str,
    minutes: int,
    gives: str,
    actor: Actor,
    now: datetime,
) -> AgendaItem:
    """Add a point (`item` None) before the closing one, or change one by its key."""
    if not 1 <= minutes <= MOST:
        raise UnableToPrepare(_("A point takes 1 to %(most)s minutes.") % {"most": MOST})
    body = words(text, LONGEST, UnableToPrepare, may_be_empty=True)
    with transaction.atomic():
        agenda = _begun(member, meeting, now) if item is None else own_agenda(member, meeting)
        if item is None:
            found = AgendaItem(agenda=agenda, kind=ItemKind.PLAIN)
        else:
            found = _item(agenda, item)
        if found.kind == ItemKind.PLAIN:
            found.title = words(title, TITLE, UnableToPrepare)
        if found.kind in (ItemKind.PLAIN, ItemKind.ASKED):
            found.gives = Gives(gives)
        found.text, found.minutes = body, minutes
        if item is None:
            _insert(agenda, [found])
        else:
            found.save()
        _settle(agenda, member, actor, now)
    return found


def lift_item(*, member: Member, meeting: Meeting, item: int, actor: Actor, now: datetime) -> None:
    """Move a point one place up; the first stays where it is."""
    with transaction.atomic():
        agenda = own_agenda(member, meeting)
        _item(agenda, item)
        order = list(agenda.items.all())
        index = next(i for i, one in enumerate(order) if one.pk == item)
        if index:
            order[index - 1], order[index] = order[index], order[index - 1]
            _number(order)
            _settle(agenda, member, actor, now)


def drop_item(*, member: Member, meeting: Meeting, item: int, actor: Actor, now: datetime) -> None:
    """Take a point off the agenda."""
    with transaction.atomic():
        agenda = own_agenda(member, meeting)
        _item(agenda, item).delete()
        _number(list(agenda.items.all()))
        _settle(agenda, member, actor, now)


def use_plan(
    *, member: Member, meeting: Meeting, code: str, language: str, actor: Actor, now: datetime
) -> Agenda:
    """Take a session plan into the agenda, in one language, cut to the minutes that are left.

    A kit for the first meeting brings its own beginning and end. The plan’s two experiments become
    the ideas to choose from where none are written yet.
    """
    plan = library().get(code)
    if plan is None:
        raise UnableToPrepare(_("The library holds no such session plan."))
    with transaction.atomic():
        agenda = _begun(member, meeting, now)
        if plan.rung == FIRST:
            agenda.items.filter(kind__in=(ItemKind.EXPERIMENT, ItemKind.NEXT)).delete()
        taken = sum(item.minutes for item in agenda.items.all())
        minutes = fit([part.minutes for part in plan.parts], agenda.meeting.minutes - taken)
        if minutes is None:
            raise UnableToPrepare(
                _("Too few minutes are left for this plan. Take a point off the agenda first.")
            )
        _insert(agenda, _parts(agenda, plan, minutes, language))
        if not agenda.first_idea and not agenda.second_idea:
            agenda.first_idea, agenda.second_idea = (idea(language) for idea in plan.ideas)
            agenda.save(update_fields=["first_idea", "second_idea"])
        _settle(agenda, member, actor, now)
    return agenda


def write_ideas(
    *, member: Member, meeting: Meeting, first: str, second: str, actor: Actor, now: datetime
) -> Agenda:
    """Keep the two experiments the mentee may choose from at the end of the meeting."""
    one, other = (words(each, IDEA, UnableToPrepare, may_be_empty=True) for each in (first, second))
    with transaction.atomic():
        agenda = _begun(member, meeting, now)
        agenda.first_idea, agenda.second_idea = one, other
        agenda.save(update_fields=["first_idea", "second_idea"])
        _settle(agenda, member, actor, now)
    return agenda


def _begun(member: Member, meeting: Meeting, now: datetime) -> Agenda:
    """Return the agenda of a meeting to come, locked; the first time with its own points."""
    if member.role != MemberRole.MENTOR:
        raise UnableToPrepare(_("The mentor prepares the agenda; you confirm it or add a point."))
    found = meeting_ahead(member, meeting)
    agenda, fresh = Agenda.objects.select_for_update().get_or_create(
        meeting=found, defaults={"begun_at": now}
    )
    agenda.meeting = found
    # A reminder may have left an empty agenda behind: it has not been begun by anybody.
    unbegun = fresh or (agenda.state == AgendaState.EMPTY and not agenda.items.exists())
    if unbegun and not found.keep_alive:
        AgendaItem.objects.bulk_create(_own_points(agenda, member))
        agenda.state = AgendaState.DRAFTED
        agenda.save(update_fields=["state"])
    return agenda


def _own_points(agenda: Agenda, member: Member) -> list[AgendaItem]:
    experiments = Experiment.objects.filter(relationship=member.relationship_id)
    questions = Question.objects.filter(relationship=member.relationship_id, closed_at=None)
    points = [(ItemKind.NEXT, Gives.BOTH, CLOSING)]
    if questions.exists():
        points.insert(0, (ItemKind.QUESTION, Gives.MENTEE, QUESTION))
    if experiments.exclude(state=ExperimentState.SET_ASIDE).exists():
        points.insert(0, (ItemKind.EXPERIMENT, Gives.BOTH, OPENING))
    return [
        AgendaItem(agenda=agenda, position=position, kind=kind, gives=gives, minutes=minutes)
        for position, (kind, gives, minutes) in enumerate(points)
    ]


def _parts(agenda: Agenda, plan: Plan, minutes: tuple[int, ...], language: str) -> list[AgendaItem]:
    return [
        AgendaItem(
            agenda=agenda,
            gives=part.gives,
            minutes=length,
            title=part.title(language),
            text=part.text(language),
            plan=plan.code,
        )
        for part, length in zip(plan.parts, minutes, strict=True)
    ]


def _insert(agenda: Agenda, fresh: list[AgendaItem]) -> None:
    """Put points before the closing one, where there is one."""
    order = list(agenda.items.all())
    if len(order) + len(fresh) > MOST_ITEMS:
        raise UnableToPrepare(
            _("An agenda has %(most)s points at most. Take one off first.") % {"most": MOST_ITEMS}
        )
    place = len(order) - 1 if order and order[-1].kind == ItemKind.NEXT else len(order)
    order[place:place] = fresh
    for position, item in enumerate(order):
        item.position = position
        item.save()


def _number(order: list[AgendaItem]) -> None:
    for position, item in enumerate(order):
        item.position = position
    AgendaItem.objects.bulk_update(order, ["position"])


def _item(agenda: Agenda, key: int) -> AgendaItem:
    found = agenda.items.filter(pk=key).first()
    if found is None:
        raise UnableToPrepare(_("This point is not on the agenda any more."))
    return found


def _settle(agenda: Agenda, member: Member, actor: Actor, now: datetime) -> None:
    """Bring the state in line with a change: what was sent must still fit, and is asked again."""
    if agenda.state in WITH_THE_MENTEE:
        check(agenda)
        agenda.state, agenda.approved_at = AgendaState.SENT, None
    else:
        agenda.state = AgendaState.DRAFTED if agenda.items.exists() else AgendaState.EMPTY
    agenda.save(update_fields=["state", "approved_at"])
    note_down(Verb.AGENDA_CHANGED, member, actor, now)
