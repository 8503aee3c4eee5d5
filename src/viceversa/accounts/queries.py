"""What the doors ask about accounts."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Q

from viceversa.accounts.choices import Part, Role
from viceversa.accounts.models import Entrance, Grant, Instance, User

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class About:
    """This installation: is it the sample company, and whose name do the pages bear."""

    sample: bool
    organisation: str


def about() -> About:
    """Return what the pages say of this installation; the setting's name wins. One query."""
    row = Instance.objects.filter(pk=1).values_list("sample", "organisation").first()
    sample, organisation = row or (False, "")
    return About(sample, settings.ORGANISATION or organisation)


def is_sample() -> bool:
    """Tell whether this instance is the sample company."""
    return about().sample


def needs_set_up() -> bool:
    """Tell whether there is nobody yet who could sign in."""
    return not User.objects.exists()


def entrances() -> list[Entrance]:
    """Return whom one may enter as, in the order of the parts, users loaded."""
    order = {part: place for place, part in enumerate(Part.values)}
    rows = Entrance.objects.select_related("user")
    return sorted(rows, key=lambda row: order[row.part])


def has_proved_address(user: User) -> bool:
    """Tell whether the user's own address is known to be theirs."""
    mine = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True)
    return bool(mine.exists())


def users(
    *, role: str = "", everybody: bool = False, search: str = "", number: int = 1
) -> Page[User]:
    """Return page `number` of who can sign in, by name, grants loaded; three queries.

    Without `everybody` only those with a role of office; `role` narrows to one of these.
    """
    found = User.objects.order_by("name", "email", "pk").prefetch_related("grants")
    if role in Role.values:
        found = found.filter(grants__role=role)
    elif not everybody:
        found = found.filter(grants__isnull=False).distinct()
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return Paginator(found, PER_PAGE).get_page(number)


def user(public_id: str) -> User | None:
    """Return a user by address, grants loaded, or None."""
    return User.objects.prefetch_related("grants").filter(public_id=public_id).first()


def officers() -> frozenset[int]:
    """Return the private keys of everybody with a role of office."""
    return frozenset(Grant.objects.values_list("user_id", flat=True))
