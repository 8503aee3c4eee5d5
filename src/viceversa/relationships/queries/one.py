"""One relationship as a coordinator may see it: people, origin, exchange, dates; never content."""

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from viceversa.people.models import Person
from viceversa.programmes.models import Topic
from viceversa.relationships.models import Member, Relationship, Step
from viceversa.relationships.queries.listing import TONES


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of a relationship; `gives` and `returns` are topic names in the page's language."""

    relationship: Relationship
    mentors: list[Member]
    mentees: list[Member]
    gives: list[str]
    returns: list[str]
    steps: list[Step]

    @property
    def title(self) -> str:
        """The people's names, mentors first: “Davide Okafor and Lucia Bonfanti”."""
        names = [member.person.name for member in (*self.mentors, *self.mentees)]
        return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}

    @property
    def tone(self) -> str:
        """How the state looks."""
        return TONES[self.relationship.state]


def present(path: str = "members") -> "Prefetch[str]":
    """Return how members are loaded with a relationship: with person, unit and enrolment."""
    return Prefetch(path, Member.objects.select_related("person__unit", "enrolment"))


def one(public_id: str) -> Shown | None:
    """Return a relationship by its public id, or None where there is none."""
    found = Relationship.objects.filter(public_id=public_id)
    relationship = found.select_related("cohort__programme").first()
    return shown(relationship) if relationship else None


def shown(relationship: Relationship) -> Shown:
    """Return the page of a relationship that comes with its cohort and programme.

    Members and steps are read where they are not loaded yet.
    """
    prefetch_related_objects([relationship], present(), "steps")
    members = list(relationship.members.all())
    mentor_codes = relationship.exchange.get("mentor", [])
    mentee_codes = relationship.exchange.get("mentee", [])
    names = {
        topic.code: topic.name
        for topic in Topic.objects.filter(code__in=[*mentor_codes, *mentee_codes])
    }
    return Shown(
        relationship=relationship,
        mentors=[m for m in members if m.role == "mentor"],
        mentees=[m for m in members if m.role == "mentee"],
        gives=[names.get(code, code) for code in mentor_codes],
        returns=[names.get(code, code) for code in mentee_codes],
        steps=list(relationship.steps.all()),
    )


def relationships_of_person(person: Person) -> list[Relationship]:
    """Return a person's relationships, newest first, members and their people loaded."""
    return list(
        Relationship.objects.filter(
            pk__in=Member.objects.filter(person=person).values("relationship")
        )
        .select_related("cohort", "cohort__programme__counsellor")
        .prefetch_related(present())
        .order_by("-opened_at", "-pk")
    )
