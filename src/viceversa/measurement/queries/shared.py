"""What the members of a relationship may know of each other: curiosity, and what was shared."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from viceversa.measurement.models import Curiosity, SelfCheck, Share
from viceversa.measurement.queries.sealed import opened
from viceversa.measurement.rules.answers import Answer
from viceversa.measurement.rules.competences import by_code
from viceversa.measurement.rules.waves import ORDER
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.queries.one import present


@dataclass(frozen=True, slots=True)
class Partner:
    """A member as the others may see them: what they are curious about, what they shared.

    `sheets` are (self-check, answers) the earliest moment first; empty where nothing is shared.
    """

    member: Member
    curious: list[str]
    sheets: list[tuple[SelfCheck, dict[str, Answer]]]

    @property
    def curious_titles(self) -> list[str]:
        """What they are curious about, in the language of the page."""
        language = get_language() or "en"
        return [by_code()[code].title.in_(language) for code in self.curious if code in by_code()]

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.curious or self.sheets)


def partners_of(viewer: Member) -> list[Partner]:
    """Return the other members of the viewer’s relationship; nothing of them once it is closed."""
    if viewer.relationship.state == RelationshipState.CLOSED:
        return []
    prefetch_related_objects([viewer.relationship], present())
    others = [member for member in viewer.relationship.members.all() if member.pk != viewer.pk]
    people = [member.person_id for member in others]
    curious = list(Curiosity.objects.filter(person__in=people))
    shared = list(
        SelfCheck.objects.filter(
            person__in=people, shares__relationship=viewer.relationship_id
        ).select_related("person")
    )
    shared.sort(key=lambda each: ORDER.index(each.wave))
    return [
        Partner(
            member=member,
            curious=[each.competence for each in curious if each.person_id == member.person_id],
            sheets=[
                (row, opened(row) or {}) for row in shared if row.person_id == member.person_id
            ],
        )
        for member in others
    ]


@dataclass(frozen=True, slots=True)
class Listener:
    """A relationship in which a self-check can be shared; `with_` names the others in it."""

    relationship: Relationship
    with_: str
    shared: bool


def listeners(self_check: SelfCheck) -> list[Listener]:
    """Return the relationships of a self-check’s author that are not closed."""
    seats = list(
        Member.objects.filter(person=self_check.person_id)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .select_related("relationship")
        .order_by("-relationship__opened_at")
    )
    told = set(Share.objects.filter(self_check=self_check).values_list("relationship", flat=True))
    others = list(
        Member.objects.filter(relationship__in=[seat.relationship_id for seat in seats])
        .exclude(person=self_check.person_id)
        .select_related("person")
    )
    return [
        Listener(
            relationship=seat.relationship,
            with_=", ".join(
                m.person.first_name for m in others if m.relationship_id == seat.relationship_id
            ),
            shared=seat.relationship_id in told,
        )
        for seat in seats
    ]
