"""The link between a person of the directory and the user who signs in with their address."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower

from viceversa.accounts.actions import close_access, create_user, move_address, open_access
from viceversa.accounts.models import User
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person


@transaction.atomic
def link(*, actor: Actor, now: datetime, person: Person, user: User) -> None:
    """Link a person to a user, taking the user from whomever they were linked to before."""
    if person.user_id == user.pk:
        return
    Person.objects.filter(user=user).update(user=None)
    Person.objects.filter(pk=person.pk).update(user=user)
    person.user = user
    record(
        actor=actor,
        now=now,
        verb=Verb.PERSON_LINKED,
        subject=f"person:{person.public_id}",
        user=user.public_id,
    )


@transaction.atomic
def link_by_email(*, actor: Actor, now: datetime, user: User) -> Person | None:
    """Link the user to the person with the same address, and return the person or None.

    The caller vouches that the user has proved the address. Whoever left the organisation is not
    linked; a link that exists stays, also when the directory changes the person's address later.
    """
    linked = Person.objects.filter(user=user).first()
    if linked is not None:
        return linked
    person = (
        Person.objects.filter(email__iexact=user.email, user=None)
        .exclude(status=PersonStatus.LEFT)
        .first()
    )
    if person is not None:
        link(actor=actor, now=now, person=person, user=user)
    return person


@transaction.atomic
def let_in(*, actor: Actor, now: datetime, person: Person) -> User | None:
    """Return the user of a person, made with the directory's address where there is none yet.

    They sign in with a code sent to that address. None for who left, or has no address of their
    own: a user who is linked to somebody else already is not taken away.
    """
    if person.user_id:
        return User.objects.get(pk=person.user_id)
    if person.status == PersonStatus.LEFT or not person.email:
        return None
    user = User.objects.filter(email__iexact=person.email).first() or create_user(
        actor=actor, now=now, email=person.email, name=person.name
    )
    if Person.objects.filter(user=user).exists():
        return None
    link(actor=actor, now=now, person=person, user=user)
    return user


@transaction.atomic
def follow_directory(*, actor: Actor, now: datetime) -> None:
    """Note since when somebody is gone; close their access, and open it for whoever is back.

    Whoever does this stays in: a file without their own row must not lock them out of mending it.
    """
    Person.objects.filter(status=PersonStatus.LEFT, left_on=None).update(left_on=now.date())
    Person.objects.exclude(status=PersonStatus.LEFT).exclude(left_on=None).update(left_on=None)
    linked = Person.objects.exclude(user=None).select_related("user")
    gone = linked.filter(status=PersonStatus.LEFT, user__is_active=True)
    back = linked.exclude(status=PersonStatus.LEFT).filter(user__is_active=False)
    for person in gone.exclude(user=actor.user_id) if actor.user_id else gone:
        assert person.user is not None  # filtered for
        close_access(actor=actor, now=now, user=person.user)
    for person in back:
        assert person.user is not None  # filtered for
        open_access(actor=actor, now=now, user=person.user)
    _give_addresses_on(actor, now)


def _give_addresses_on(actor: Actor, now: datetime) -> None:
    """Let nobody sign in as somebody else with an address that the directory has given on to them.

    The former user takes the person's new address, or one that no mail reaches.
    """
    # In the words of the index of addresses: this is asked of every sign-in at each import.
    others = (
        Person.objects.exclude(email="")
        .alias(address=Lower("email"))
        .filter(address=Lower(OuterRef("user__email")))
        .exclude(pk=OuterRef("pk"))
    )
    linked = Person.objects.exclude(user=None).select_related("user")
    for person in linked.filter(Exists(others)):
        assert person.user is not None  # filtered for
        free = person.email and not User.objects.filter(email__iexact=person.email).exists()
        nowhere = f"{person.user.public_id}@nobody.invalid"
        email = person.email if free else nowhere
        move_address(actor=actor, now=now, user=person.user, email=email)


def let_in_by_email(*, actor: Actor, now: datetime, email: str) -> User | None:
    """Make the user of the person with this address; None where there is one, or nobody."""
    if User.objects.filter(email__iexact=email).exists():
        return None
    person = Person.objects.filter(email__iexact=email, user=None).first()
    return let_in(actor=actor, now=now, person=person) if person else None
