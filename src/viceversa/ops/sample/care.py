"""What care leaves behind in the sample: a concern, pushes of several ages, hours that are shown.

Everything by the real actions at its own time; the guard looks on the days it would have looked.
"""

from datetime import timedelta

from viceversa.kernel.actor import Actor
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.models import Person
from viceversa.relationships.actions.care import raise_concern, reply, share_hours
from viceversa.relationships.actions.meetings import accept, move, propose
from viceversa.relationships.actions.momentum import guard, say_on_it, send_response
from viceversa.relationships.choices import ConcernHelp, RelationshipState
from viceversa.relationships.models import Member, Nudge, Relationship
from viceversa.relationships.queries.meetings import next_meeting
from viceversa.relationships.queries.meetings.reading import AHEAD

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
A_WEEK = timedelta(days=7)
LOOKS = (20, 13, 6, 1)  # days ago


def tell(clock: Clockwork, language: Language, coordinator: Actor) -> None:
    """Add what the guard found in the last weeks, one concern under way, and shared hours."""
    _restless(clock)
    for days in LOOKS:
        guard(now=clock.ago(days=days))
        _respond(clock, days, coordinator)
    guard(now=clock.ago(hours=3))
    fresh = Nudge.objects.filter(settled_at=None, shown_at__gt=clock.now).order_by("-pk").first()
    if fresh and (member := Member.objects.filter(relationship=fresh.relationship_id).first()):
        say_on_it(nudge=fresh, member=member, now=clock.ago(hours=1))
    _concern(clock, language)
    _hours(clock)


def _restless(clock: Clockwork) -> None:
    """Let dates move more than once: long enough ago for the list, and only yesterday."""
    pairs = Relationship.objects.filter(state=RelationshipState.ACTIVE, cohort__state="open")
    without = pairs.exclude(meetings__state__in=AHEAD).order_by("pk").first()
    if without is not None:
        first, *others = without.members.select_related("person", "relationship__cohort__programme")
        starts = clock.at(clock.today - timedelta(days=14), 9)
        meeting = propose(member=first, starts_at=starts + A_WEEK, minutes=45, now=starts)
        for other in others:
            meeting = accept(meeting=meeting, member=other, now=starts + timedelta(hours=5))
        for weeks, days in ((2, 9), (5, 7)):  # away, and away again
            to = starts + A_WEEK * weeks
            meeting = move(meeting=meeting, member=first, to=to, now=clock.ago(days=days))
    soon = pairs.filter(meetings__state="agreed", meetings__starts_at__gt=clock.now + A_WEEK)
    last = soon.order_by("-pk").first()
    meeting = next_meeting(last, clock.now) if last else None
    if last is not None and meeting is not None:
        member = last.members.select_related("person", "relationship__cohort__programme").first()
        for later, hours in ((1, 30), (2, 5)):
            if member is not None:
                to = meeting.starts_at + timedelta(days=later)
                meeting = move(meeting=meeting, member=member, to=to, now=clock.ago(hours=hours))


def _respond(clock: Clockwork, days: int, coordinator: Actor) -> None:
    """Let the coordinator send one response."""
    shown = Nudge.objects.filter(settled_at=None, shown_at__lte=clock.ago(days=days))
    if days == LOOKS[-2] and (nudge := shown.exclude(signal="line").order_by("since").first()):
        send_response(nudge=nudge, actor=coordinator, now=clock.ago(days=days))


def _concern(clock: Clockwork, language: Language) -> None:
    """Let somebody of the cohort under way raise a concern, and Teresa answer the next morning."""
    author = (
        Member.objects.filter(
            relationship__state=RelationshipState.ACTIVE,
            role="mentor",
            relationship__cohort__programme__counsellor__isnull=False,
        )
        .exclude(person__last_name="Pavesi")
        .select_related("person", "relationship__cohort__programme__counsellor")
        .order_by("pk")
        .first()
    )
    if author is None:
        return
    raised = clock.ago(days=4)
    concern = raise_concern(member=author, help=ConcernHelp.TALK, text=RAISED(language), now=raised)
    reply(concern=concern, text=ANSWERED(language), now=raised + timedelta(hours=19))


def _hours(clock: Clockwork) -> None:
    """Nicolò shows his hours to his line manager."""
    nicolo = Person.objects.filter(first_name="Nicolò", last_name="Pavesi").first()
    if nicolo is not None and nicolo.manager_id and Member.objects.filter(person=nicolo).exists():
        actor = Actor(kind="user", name=nicolo.name)
        share_hours(person=nicolo, actor=actor, now=clock.ago(days=12))
