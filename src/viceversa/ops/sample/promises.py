"""What the pairs promise each other and write down: agreements and notes, by the real actions."""

from datetime import datetime

from viceversa.kernel.actor import Actor
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.shape import Language, Text
from viceversa.relationships.actions import (
    accept_part,
    begin_agreement,
    sign_agreement,
    write_note,
    write_part,
)
from viceversa.relationships.choices import Format, NoteScope
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.queries import Document, document

SHARED = (
    Text(
        "Prompts that worked: “List the assumptions, then the two weakest.” “What would change "
        "your mind?”",
        "Richieste che hanno funzionato: «Elenca le ipotesi, poi le due più deboli.» «Che cosa ti "
        "farebbe cambiare idea?»",
    ),
    Text(
        "For next time: the same question to the assistant and to the analyst, then we compare.",
        "Per la prossima volta: la stessa domanda all’assistente e a chi fa le analisi, poi "
        "confrontiamo.",
    ),
    Text(
        "Who to ask about the customer panel: marketing in Bari, Thursdays.",
        "A chi chiedere del panel di clienti: il marketing di Bari, il giovedì.",
    ),
)
PRIVATE = (
    Text(
        "I talked too fast. Leave more silence, and ask before showing anything.",
        "Ho parlato troppo in fretta. Più silenzio, e chiedere prima di mostrare.",
    ),
    Text(
        "Try it alone on Friday, half an hour, door closed.",
        "Provare per conto mio venerdì, mezz’ora, porta chiusa.",
    ),
)
SHORTER = Text(" Forty-five minutes are enough for us.", " A noi bastano quarantacinque minuti.")
CALL = Text(
    " If it is the third move, we have a coffee in the canteen instead.",
    " Al terzo spostamento prendiamo un caffè in mensa.",
)


def agree(pair: Relationship, language: Language, now: datetime) -> None:
    """Let everybody sign; each third pair rewrites a part first."""
    members = _members(pair)
    begin_agreement(member=members[0], language=language, actor=_as(members[0]), now=now)
    if pair.pk % 3 == 0 or "Francesca" in {member.person.first_name for member in members}:
        edition = _add(members[-1], "rhythm", SHORTER(language), now)
        for member in members[:-1]:
            accept_part(member=member, code="rhythm", edition=edition, actor=_as(member), now=now)
    digest = _read(members[0]).digest  # the same words for everybody
    for member in members:
        sign_agreement(
            member=member,
            name=member.person.name,
            digest=digest,
            actor=_as(member),
            now=now,
        )


def look_back(pair: Relationship, language: Language, now: datetime) -> None:
    """Let half of the pairs write something down after the first meeting."""
    members = _members(pair)
    cast = "Francesca" in {member.person.first_name for member in members}
    if pair.pk % 2 and not cast:
        return
    first, last = members[0], members[-1]
    _note(last, NoteScope.SHARED, SHARED[pair.pk % len(SHARED)](language), now)
    _note(first, NoteScope.PRIVATE, PRIVATE[0](language), now)
    if cast:
        _note(first, NoteScope.SHARED, SHARED[(pair.pk + 1) % len(SHARED)](language), now)
        _note(last, NoteScope.PRIVATE, PRIVATE[1](language), now)


def lately(clock: Clockwork, language: Language) -> None:
    """Today Nicolò proposed new words to Francesca, and they wait for a yes."""
    found = Member.objects.filter(person__first_name="Nicolò", person__last_name="Pavesi")
    of_pairs = found.filter(relationship__format=Format.PAIR)
    for member in of_pairs.select_related("person", "relationship"):
        _add(member, "moving", CALL(language), clock.ago(hours=2))


def _members(pair: Relationship) -> list[Member]:
    return list(pair.members.select_related("person", "relationship"))


def _as(member: Member) -> Actor:
    return Actor(kind="user", name=member.person.name)


def _read(member: Member) -> Document:
    found = document(member)
    assert found is not None  # begun before
    return found


def _add(member: Member, code: str, words: str, now: datetime) -> int:
    """Add a sentence to a part and return the edition that the others read then."""
    part = next(part for part in _read(member).parts if part.code == code)
    write_part(
        member=member,
        code=code,
        text=part.text + words,
        edition=part.edition,
        actor=_as(member),
        now=now,
    )
    return part.edition + 1


def _note(member: Member, scope: NoteScope, text: str, now: datetime) -> None:
    write_note(member=member, scope=scope, text=text, actor=_as(member), now=now)
