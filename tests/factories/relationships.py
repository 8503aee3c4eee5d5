"""A relationship with its users, for the tests of what its members share."""

from dataclasses import dataclass, field
from datetime import datetime

from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_user
from tests.factories.programmes import a_cohort, a_person
from viceversa.accounts.models import User
from viceversa.kernel.actor import OPERATOR, Actor
from viceversa.people.actions.sign_ins import link
from viceversa.people.models import Person
from viceversa.relationships.actions import (
    Opening,
    Seat,
    begin_agreement,
    open_relationship,
    sign_agreement,
)
from viceversa.relationships.choices import Format, MemberRole, Origin
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.queries import document

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass
class Bond:
    """A relationship and its members, mentors first, each with somebody signed in."""

    relationship: Relationship
    members: list[Member]
    users: dict[int, User] = field(default_factory=dict)

    def client(self, index: int, language: str = "en") -> Client:
        """Return a browser of member number `index`."""
        return signed_in(self.users[self.members[index].pk], language)

    def actor(self, index: int) -> Actor:
        user = self.users[self.members[index].pk]
        return Actor(kind="user", name=str(user), user_id=user.pk)

    def path(self, rest: str = "") -> str:
        return f"/together/{self.relationship.public_id}/{rest}"

    def begin(self, language: str = "en", now: datetime = THEN) -> None:
        begin_agreement(member=self.members[0], language=language, actor=self.actor(0), now=now)

    def sign(self, index: int, now: datetime = THEN) -> None:
        """Let a member sign the words as they are."""
        member = self.members[index]
        pact = document(member)
        assert pact is not None
        sign_agreement(
            member=member,
            name=member.person.name,
            digest=pact.digest,
            actor=self.actor(index),
            now=now,
        )


def a_bond(mentors: int = 1, mentees: int = 1, *, circle: bool = False) -> Bond:
    """Open a relationship between Nicolò (and others) and Francesca (and others)."""
    names = ("Nicolò Pavesi", "Amina Diallo", "Davide Okafor", "Emma Tosi")
    tops = ("Francesca Dell’Orto", "Stefano Arrighi", "Antonio Neri")
    people = [(a_person(name, level=2), MemberRole.MENTOR) for name in names[:mentors]]
    people += [(a_person(name, level=7), MemberRole.MENTEE) for name in tops[:mentees]]
    relationship = open_relationship(
        cohort=a_cohort(preset="circle" if circle else "standard"),
        opening=Opening(
            seats=[Seat(person, role) for person, role in people],
            exchange={}
            if circle
            else {"mentor": ["ai-assistants"], "mentee": ["how-decisions-are-made"]},
            format=Format.CIRCLE if circle else None,
        ),
        origin=Origin.HAND,
        actor=OPERATOR,
        now=THEN,
    )
    members = list(relationship.members.select_related("person", "relationship"))
    return Bond(relationship, members, {m.pk: user_of(m.person) for m in members})


def user_of(person: Person) -> User:
    """Create the user of a person and link them."""
    user = make_user(name=person.name)
    link(actor=OPERATOR, now=THEN, person=person, user=user)
    return user


def signed_in(user: User, language: str = "en") -> Client:
    """Return a browser in which a user is signed in."""
    client = Client(headers={"Accept-Language": language})
    client.force_login(user, backend=BACKEND)
    return client
