"""How a recipient wants their messages."""

from viceversa.notifications.choices import ALWAYS, STANDING, Kind, Standing, Wish
from viceversa.notifications.models import Address, ChatWish, Hours, Preference
from viceversa.notifications.rules.timing import Quiet

# What one can choose about; the digest is how “once a week” arrives, not a choice beside it.
CHOOSABLE = tuple(
    kind for kind in Kind if STANDING[kind] is Standing.OPTIONAL and kind is not Kind.DIGEST
)


def wish(recipient_key: str, kind: Kind) -> Wish:
    """Return how a recipient wants a kind; an essential one always comes as it happens."""
    if kind not in CHOOSABLE:
        return Wish.EACH
    return wishes(recipient_key)[kind]


def wishes(recipient_key: str) -> dict[Kind, Wish]:
    """Return the wish for each kind one can choose about; one query."""
    rows = Preference.objects.filter(recipient_key=recipient_key).values_list("kind", "wish")
    said = dict(rows)
    return {kind: Wish(said.get(kind.value, Wish.EACH)) for kind in CHOOSABLE}


def chat_wishes(recipient_key: str) -> frozenset[str]:
    """Return the kinds of which a recipient wants a word in the chat, `ALWAYS` among them."""
    rows = ChatWish.objects.filter(recipient_key=recipient_key)
    return frozenset(rows.values_list("kind", flat=True))


def rings(recipient_key: str, kind: Kind) -> bool:
    """Tell whether a word in the chat goes with this kind; with a digest, if with any at all."""
    if kind in {Kind.TEST, Kind.INVITATION}:  # nobody has chosen anything yet
        return False
    wanted = chat_wishes(recipient_key)
    if kind is Kind.DIGEST:
        return bool(wanted - {ALWAYS})
    return (kind.value if kind in CHOOSABLE else ALWAYS) in wanted


def quiet_hours(recipient_key: str) -> Quiet:
    """Return a recipient's quiet hours, or the usual ones."""
    rows = Hours.objects.filter(recipient_key=recipient_key)
    row = rows.values_list("quiet_start", "quiet_end").first()
    return Quiet(*row) if row else Quiet()


def is_reachable(email: str) -> bool:
    """Tell whether mail to this address has not come back for good."""
    return not Address.objects.filter(email__iexact=email).exists()


def declined(recipient_key: str, kind: Kind) -> bool:
    """Tell whether a kind is no longer sent; of the digest, whether nothing would come in it."""
    chosen = wishes(recipient_key)
    if kind in CHOOSABLE:
        return chosen[kind] == Wish.NEVER
    return Wish.WEEKLY not in chosen.values()
