"""Opening relationships: people, roles and what each gives, written in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.relationships.choices import Format, MemberRole, Origin, RelationshipState
from viceversa.relationships.models import Member, Relationship, Step
from viceversa.relationships.rules import format_of, is_circle


class UnableToOpen(UnableTo):
    """A relationship cannot be opened with these people."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's place in a relationship about to open."""

    person: Person
    role: MemberRole
    enrolment: Enrolment | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened.

    `exchange` maps `mentor` and `mentee` to the topic codes each side gives. `overridden_rules`
    needs `override_reason`. `format` is guessed from the number of seats unless given.
    """

    seats: Sequence[Seat]
    exchange: Mapping[str, Sequence[str]] = field(default_factory=dict)
    overridden_rules: Sequence[str] = ()
    override_reason: str = ""
    format: Format | None = None


def open_relationship(
    *,
    cohort: Cohort,
    opening: Opening,
    origin: Origin,
    origin_id: str = "",
    actor: Actor,
    now: datetime,
) -> Relationship:
    """Open one relationship in state *opened*; raises `UnableToOpen` for seats that do not fit."""
    [relationship] = open_relationships(
        cohort=cohort,
        openings=[opening],
        origin=origin,
        origin_id=origin_id,
        actor=actor,
        now=now,
    )
    return relationship


def open_relationships(
    *,
    cohort: Cohort,
    openings: Sequence[Opening],
    origin: Origin,
    origin_id: str = "",
    actor: Actor,
    now: datetime,
) -> list[Relationship]:
    """Open many relationships, all or none, with one audit line each."""
    drafts = [_draft(cohort, opening, origin, origin_id, now) for opening in openings]
    with transaction.atomic():
        relationships = Relationship.objects.bulk_create(drafts, batch_size=500)
        Member.objects.bulk_create(
            [
                Member(
                    relationship=relationship,
                    person=seat.person,
                    enrolment=seat.enrolment,
                    role=seat.role,
                    position=position,
                )
                for relationship, opening in zip(relationships, openings, strict=True)
                for position, seat in enumerate(opening.seats)
            ],
            batch_size=500,
        )
        Step.objects.bulk_create(
            [Step(relationship=r, state=RelationshipState.OPENED, at=now) for r in relationships],
            batch_size=500,
        )
        for relationship in relationships:
            _record(relationship, actor=actor, now=now)
    return relationships


def _draft(
    cohort: Cohort, opening: Opening, origin: Origin, origin_id: str, now: datetime
) -> Relationship:
    """Check the seats and return the unsaved relationship."""
    people = [seat.person.pk for seat in opening.seats]
    if len(set(people)) < len(people):
        raise UnableToOpen(_("A person can have only one place in a relationship."))
    mentors = sum(seat.role == MemberRole.MENTOR for seat in opening.seats)
    guessed = format_of(mentors, len(people) - mentors)
    if opening.format == Format.CIRCLE:
        guessed = Format.CIRCLE if is_circle(len(people)) else None
    if guessed is None:
        raise UnableToOpen(
            _("A relationship needs a mentor and a mentee, and eight people at most.")
        )
    if opening.overridden_rules and not opening.override_reason.strip():
        raise UnableToOpen(_("Say why the rule is set aside; the reason is kept with the pair."))
    return Relationship(
        cohort=cohort,
        format=opening.format or guessed,
        origin=origin,
        origin_id=origin_id,
        exchange={side: list(topics) for side, topics in opening.exchange.items()},
        overridden_rules=list(opening.overridden_rules),
        override_reason=opening.override_reason.strip(),
        opened_at=now,
    )


def _record(relationship: Relationship, *, actor: Actor, now: datetime) -> None:
    """Write the audit line of an opening, and a second one where a rule was set aside."""
    subject = f"relationship:{relationship.public_id}"
    record(
        actor=actor,
        now=now,
        verb=Verb.RELATIONSHIP_OPENED,
        subject=subject,
        origin=relationship.origin,
        origin_id=relationship.origin_id,
        format=relationship.format,
    )
    if relationship.overridden_rules:
        record(
            actor=actor,
            now=now,
            verb=Verb.RELATIONSHIP_OVERRIDDEN,
            subject=subject,
            rules=relationship.overridden_rules,
        )
