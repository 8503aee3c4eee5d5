"""What care leaves behind in the sample: a concern, pushes of several ages, hours that are shown.

Everything by the real actions at its own time; the guard looks on the days it would have looked.
"""

from datetime import timedelta

from viceversa.kernel.actor import Actor
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.models import Person
from viceversa.relationships.actions.care import raise_concern, reply, share_hours
from viceversa.relationships.actions.momentum import guard, say_on_it, send_response
from viceversa.relationships.choices import ConcernHelp, RelationshipState
from viceversa.relationships.models import Member, Nudge

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
LOOKS = (20, 13, 6, 1)  # days ago


def tell(clock: Clockwork, language: Language, coordinator: Actor) -> None:
    """Add what the guard found in the last weeks, one concern under way, and shared hours."""
    for days in LOOKS:
        guard(now=clock.ago(days=days))
        _respond(clock, days, coordinator)
    guard(now=clock.ago(hours=3))
    _concern(clock, language)
    _hours(clock)


def _respond(clock: Clockwork, days: int, coordinator: Actor) -> None:
    """Let the coordinator send one response, and one pair say that they are on it."""
    shown = Nudge.objects.filter(settled_at=None, shown_at__lte=clock.ago(days=days))
    if days == LOOKS[-2] and (nudge := shown.exclude(signal="line").order_by("since").first()):
        send_response(nudge=nudge, actor=coordinator, now=clock.ago(days=days))
    private = Nudge.objects.filter(settled_at=None, shown_at__gt=clock.ago(days=days))
    if days == LOOKS[-1] and (nudge := private.order_by("-pk").first()):
        member = Member.objects.filter(relationship=nudge.relationship_id).first()
        if member is not None:
            say_on_it(nudge=nudge, member=member, now=clock.ago(hours=20))


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
