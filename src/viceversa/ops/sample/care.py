"""What care leaves behind in the sample: a concern, pushes of several ages, hours that are shown.

Everything by the real actions at its own time; the guard looks on days it would have looked.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from viceversa.kernel.actor import Actor
from viceversa.ops.sample.clockwork import ROME, Clockwork, weekday
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.models import Person
from viceversa.relationships.actions.care import raise_concern, reply, share_hours
from viceversa.relationships.actions.meetings import accept, move, propose
from viceversa.relationships.actions.momentum import guard, say_on_it, send_response
from viceversa.relationships.choices import ConcernHelp, Format, RelationshipState
from viceversa.relationships.models import Concern, Meeting, Member, Nudge, Relationship
from viceversa.relationships.queries.meetings.reading import AHEAD

type Event = tuple[datetime, Callable[[], None]]

RAISED = Text(
    "Twice now a remark of mine came up in a meeting of the department, half joking. I do not "
    "think anybody meant harm, but I now weigh every word.",
    "Già due volte una mia frase è tornata in una riunione di reparto, mezza per scherzo. Non "
    "penso ci fosse cattiveria, ma adesso peso ogni parola.",
)
ANSWERED = Text(
    "Thank you for telling me. I have spoken to nobody. If you like we meet on Thursday over "
    "lunch, and you decide whether and how I raise it.",
    "Grazie per avermelo detto. Non ne ho parlato con nessuno. Se vuoi ci vediamo giovedì a "
    "pranzo, e decidi tu se e come ne parlo.",
)
A_WEEK, ELEVEN = timedelta(days=7), time(11)
LOOKS = (20, 13, 6, 1)  # days ago
SENT = 6  # the look after which the coordinator sends a response


def tell(clock: Clockwork, language: Language, coordinator: Actor) -> None:
    """Let all of it happen, in the order of time."""
    for _moment, happen in sorted(events(clock, language, coordinator), key=lambda one: one[0]):
        happen()


def events(clock: Clockwork, language: Language, coordinator: Actor) -> list[Event]:
    """Return what happens, each with its moment; what it needs is looked up when it happens."""
    found: list[Event] = [(clock.ago(days=14), partial(_plan, clock.ago(days=14)))]
    for weeks, days in ((3, 9), (5, 7)):
        found.append((clock.ago(days=days), partial(_put_off, clock.ago(days=days), weeks)))
    for days, hours in ((1, 30), (2, 5)):
        now = clock.ago(hours=hours)
        found.append((now, partial(_postpone, now, timedelta(days=days))))
    found += [(clock.ago(days=days), partial(_look, clock.ago(days=days))) for days in LOOKS]
    sent = clock.ago(days=SENT, hours=-1)
    found += [
        (clock.ago(days=12), partial(_show_hours, clock.ago(days=12))),
        (sent, partial(_send, sent, coordinator)),
        (clock.ago(days=4), partial(_raise, clock.ago(days=4), RAISED(language))),
        (clock.ago(days=3), partial(_answer, clock.ago(days=3), ANSWERED(language))),
        (clock.ago(hours=3), partial(_look, clock.ago(hours=3))),
        (clock.ago(hours=1), partial(_be_on_it, clock.ago(hours=1))),
    ]
    return found


def _look(now: datetime) -> None:
    guard(now=now)


def _running() -> list[Relationship]:
    found = Relationship.objects.filter(state=RelationshipState.ACTIVE, cohort__state="open")
    return list(found.filter(format=Format.PAIR).order_by("pk"))


def _members(pair: Relationship) -> list[Member]:
    return list(pair.members.select_related("person", "relationship__cohort__programme"))


def _plan(now: datetime) -> None:
    """A pair without a date agrees on one a week later."""
    pair = next((p for p in _running() if not p.meetings.filter(state__in=AHEAD).exists()), None)
    if pair is not None:
        first, *others = _members(pair)
        starts = _at_work(now + A_WEEK, like=datetime.combine(now, ELEVEN, ROME))
        meeting = propose(member=first, starts_at=starts, minutes=45, now=now)
        for other in others:
            accept(meeting=meeting, member=other, now=now)


def _put_off(now: datetime, weeks: int) -> None:
    """The date they agreed on a fortnight ago goes away, and away again."""
    ahead = Meeting.objects.filter(state__in=AHEAD, starts_at__gt=now, relationship__state="active")
    moved = ahead.filter(moves__isnull=False).first()
    meeting = moved or ahead.filter(state="agreed").order_by("agreed_at", "pk").first()
    if meeting is not None:
        _move(meeting, _at_work(meeting.proposed_at + A_WEEK * weeks, like=meeting.starts_at), now)


def _postpone(now: datetime, by: timedelta) -> None:
    """The date furthest away moves by a day, twice: too fresh for anybody but the two."""
    ahead = Meeting.objects.filter(state__in=AHEAD, series=None, starts_at__gt=now + A_WEEK)
    fresh = ahead.exclude(moves__at__lt=now - A_WEEK / 2)  # not the one that moved long ago
    meeting = fresh.order_by("-starts_at", "-pk").first()
    if meeting is not None:
        _move(meeting, _at_work(meeting.starts_at + by, like=meeting.starts_at), now)


def _at_work(moment: datetime, *, like: datetime) -> datetime:
    """Return the day of a moment, or the Monday after it, at the hour of another in Milano."""
    day = weekday(moment.astimezone(ROME).date())
    return datetime.combine(day, like.astimezone(ROME).time(), ROME)


def _move(meeting: Meeting, to: datetime, now: datetime) -> None:
    member = _members(meeting.relationship)[0]
    move(meeting=meeting, member=member, to=to, now=now)


def _send(now: datetime, coordinator: Actor) -> None:
    """The coordinator sends the response that has been ready for longest."""
    shown = Nudge.objects.filter(settled_at=None, shown_at__lte=now).exclude(signal="line")
    nudge = shown.order_by("since", "pk").first()
    if nudge is not None:
        send_response(nudge=nudge, actor=coordinator, now=now)


def _be_on_it(now: datetime) -> None:
    """One of the people of the freshest push is on it."""
    nudge = Nudge.objects.filter(settled_at=None, shown_at__gt=now).order_by("-pk").first()
    if nudge is not None:
        say_on_it(nudge=nudge, member=_members(nudge.relationship)[0], now=now)


def _raise(now: datetime, words: str) -> None:
    """A mentor of the cohort under way turns to Teresa."""
    pair = next((one for one in _running() if "Pavesi" not in _names(one)), None)
    if pair is not None:
        raise_concern(member=_members(pair)[0], help=ConcernHelp.TALK, text=words, now=now)


def _names(pair: Relationship) -> set[str]:
    return {member.person.last_name for member in _members(pair)}


def _answer(now: datetime, words: str) -> None:
    concern = Concern.objects.first()
    if concern is not None:
        reply(concern=concern, text=words, now=now)


def _show_hours(now: datetime) -> None:
    """Nicolò shows his hours to his line manager."""
    nicolo = Person.objects.filter(first_name="Nicolò", last_name="Pavesi").first()
    if nicolo is not None and nicolo.manager_id and Member.objects.filter(person=nicolo).exists():
        share_hours(person=nicolo, actor=Actor(kind="user", name=nicolo.name), now=now)
