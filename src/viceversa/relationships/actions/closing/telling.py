"""Telling members what concerns them all, each in their own language, nobody by way of another."""

from collections.abc import Iterable
from datetime import datetime

from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.models import Member, Relationship


def present(relationship: Relationship) -> list[Member]:
    """Return the members, mentors first, with their people and enrolments."""
    return list(
        Member.objects.filter(relationship=relationship).select_related(
            "person", "enrolment__cohort"
        )
    )


def tell(
    *,
    kind: Kind,
    relationship: Relationship,
    readers: Iterable[Member],
    members: Iterable[Member],
    path: str,
    now: datetime,
    **facts: object,
) -> None:
    """Write one message to each of `readers` about the relationship with `members`.

    A template knows `others` (names, the reader's left out), `role`, `programme`, `cohort`, `path`.
    """
    everybody = list(members)
    for reader in readers:
        recipient = recipient_of(reader.person)
        if recipient is None:
            continue
        others = [one.person.name for one in everybody if one.pk != reader.pk]
        enqueue(
            kind=kind,
            recipient=recipient,
            context={
                "others": others,
                "role": reader.role,
                "circle": relationship.format == "circle",
                "programme": relationship.cohort.programme.name,
                "cohort": relationship.cohort.name,
                "path": path,
                **facts,
            },
            about=f"relationship:{relationship.public_id}",
            now=now,
        )


def locked(relationship_id: int) -> Relationship:
    """Return a relationship with its cohort, held against everybody else."""
    return (
        Relationship.objects.select_for_update(of=("self",))
        .select_related("cohort__programme")
        .get(pk=relationship_id)
    )


def page(relationship: Relationship, rest: str = "") -> str:
    """Return the path of a page of a relationship, for a letter."""
    return f"/together/{relationship.public_id}/{rest}"
