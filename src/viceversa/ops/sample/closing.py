"""How pairs end, rest, write to each other and are seen: by the same actions as the pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from viceversa.kernel.actor import Actor
from viceversa.ops.sample import closing_texts as texts
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.shape import Language
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.actions.champions import appear
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries.champions import stages
from viceversa.relationships.actions import closing, conversation
from viceversa.relationships.actions.meetings import log_held
from viceversa.relationships.choices import Format, NoteScope, RelationshipState, Renewal
from viceversa.relationships.models import Member, Relationship

type Event = tuple[datetime, Callable[[], None]]

PAUSED, CLOSING = RelationshipState.PAUSED, RelationshipState.CLOSING
CAST = ("Nicolò Pavesi", "Francesca Dell’Orto")
MEETINGS, EVERY = 6, timedelta(days=28)


def happen(
    pair: Relationship, to: RelationshipState, clock: Clockwork, language: Language, now: datetime
) -> None:
    """Let a pair pause, begin its last weeks, or end, at a moment of the story."""
    members = _members(pair)
    if to == PAUSED:
        until = clock.today + timedelta(days=19)
        closing.pause(member=members[0], until=until, today=now.date(), now=now)
    elif to == CLOSING:
        _met(members, now)
        closing.begin_closing(member=members[0], today=now.date(), now=now)
        _farewell(_members(pair), language, now)
    elif members[0].relationship.state == CLOSING:
        closing.settle(relationship=pair, now=now, overdue=True)
        _letters(_members(pair), language, now)
    else:
        closing.end_without_fault(member=members[-1], now=now)


def tell(clock: Clockwork, language: Language) -> None:
    """Bring one pair into its last weeks, let three write to each other, show two champions."""
    for _moment, happens in sorted(events(clock, language), key=lambda event: event[0]):
        happens()


def events(clock: Clockwork, language: Language) -> list[Event]:
    """Return what happens under way, each with its moment, for whoever puts it in order."""
    pairs = _under_way()
    cast = [pair for pair in pairs if _is_cast(pair)]
    talking = (cast + [pair for pair in pairs if pair not in cast])[:3]
    found = _champions(clock, language)
    for pair in talking:
        found += _talk(_members(pair), language, clock)
    if pairs:
        now, last = clock.ago(days=4), pairs[-1]
        found.append((now, lambda: _last_weeks(last, language, now)))
    return found


def _last_weeks(pair: Relationship, language: Language, now: datetime) -> None:
    closing.begin_closing(member=_members(pair)[0], today=now.date(), now=now)
    members = _members(pair)
    _farewell(members, language, now)
    colleagues = Person.objects.filter(unit=members[0].person.unit, status=PersonStatus.ACTIVE)
    taken = [member.person_id for member in members]
    colleague = colleagues.exclude(pk__in=taken).order_by("sort_name", "pk").first()
    if colleague:
        closing.nominate(member=members[-1], person=colleague, now=now)


def _met(members: list[Member], now: datetime) -> None:
    """Write down the meetings of a plan that went its whole way, the latest two weeks ago."""
    for number in range(MEETINGS, 0, -1):
        start = (now - timedelta(days=14) - EVERY * (number - 1)).replace(minute=0)
        if start > members[0].relationship.opened_at:
            log_held(member=members[-1], starts_at=start, minutes=45, now=now)


def _farewell(members: list[Member], language: Language, now: datetime) -> None:
    """Let the mentee look back for both and thank; each second mentor does, too."""
    mentor, mentee = members[0], members[-1]
    lot = mentor.relationship_id
    took, gave, following = texts.REFLECTIONS[lot % len(texts.REFLECTIONS)]
    closing.write_reflection(
        member=mentee,
        scope=NoteScope.SHARED,
        answers={"took": took(language), "gave": gave(language), "next": following(language)},
        actor=_as(mentee),
        now=now,
    )
    words = texts.THANKS[lot % len(texts.THANKS)](language)
    closing.send_thanks(member=mentee, text=words, actor=_as(mentee), now=now)
    closing.choose(member=mentee, choice=Renewal.REST, actor=_as(mentee), now=now)
    if lot % 2:
        back = texts.THANKS_BACK(language)
        closing.send_thanks(member=mentor, text=back, actor=_as(mentor), now=now)


def _letters(members: list[Member], language: Language, now: datetime) -> None:
    """Issue the mentor's letter, with topics for each second one."""
    mentor = members[0]
    closing.issue_letter(
        member=mentor,
        with_topics=bool(mentor.relationship_id % 2),
        language=language,
        today=now.date(),
        actor=_as(mentor),
        now=now,
    )


def _talk(members: list[Member], language: Language, clock: Clockwork) -> list[Event]:
    """Let two people write to each other over the last days; the latest message is unread."""
    mentor, mentee = members[0], members[-1]
    lot = 0 if _is_cast(mentor.relationship) else 1 + mentor.relationship_id % 2
    talk = texts.TALKS[lot]
    return [
        (
            clock.ago(days=days),
            partial(
                _write,
                mentor if mine else mentee,
                None if place == len(talk) - 1 else mentee if mine else mentor,
                words(language),
                clock.ago(days=days),
            ),
        )
        for place, (mine, days, words) in enumerate(talk)
    ]


def _write(author: Member, reader: Member | None, words: str, now: datetime) -> None:
    """Write a message, which its reader looks at where one is given."""
    entry = conversation.write(member=author, text=words, now=now)
    if reader:
        conversation.mark_read(member=reader, entry=entry)


def _champions(clock: Clockwork, language: Language) -> list[Event]:
    found: list[Event] = []
    for name, words in texts.CHAMPIONS:
        first, last = name.split(" ", 1)
        person = Person.objects.filter(first_name=first, last_name=last).first()
        if person is not None:
            now = clock.ago(days=40)
            found.append((now, partial(_appear, person, words(language), now)))
    return found


def _appear(person: Person, sentence: str, now: datetime) -> None:
    """Show somebody in every open cohort they take part in."""
    for cohort in _stages(person):
        appear(
            cohort=cohort,
            person=person,
            sentence=sentence,
            actor=Actor(kind="user", name=person.name),
            now=now,
        )


def _stages(person: Person) -> list[Cohort]:
    """Return the open cohorts in which a person may appear."""
    return [stage.cohort for stage in stages(person)]


def _under_way() -> list[Relationship]:
    found = Relationship.objects.filter(state=RelationshipState.ACTIVE, format=Format.PAIR)
    return list(found.order_by("pk"))


def _members(pair: Relationship) -> list[Member]:
    return list(
        Member.objects.filter(relationship=pair).select_related(
            "person", "relationship__cohort__programme__sponsor"
        )
    )


def _is_cast(pair: Relationship) -> bool:
    return {member.person.name for member in _members(pair)} == set(CAST)


def _as(member: Member) -> Actor:
    return Actor(kind="user", name=member.person.name)
