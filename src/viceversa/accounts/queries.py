"""What the doors ask about accounts."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings

from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance, Instance, User


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
