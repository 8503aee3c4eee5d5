"""What the doors ask about accounts."""

from allauth.account.models import EmailAddress

from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance, Instance, User


def is_sample() -> bool:
    """Tell whether this instance is the sample company."""
    return Instance.objects.filter(pk=1, sample=True).exists()


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
    return EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()
