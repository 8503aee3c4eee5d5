"""What a chat shows: that there is something, and where; never a name, never a personal link.

A chat stands open on shared screens and is kept by another company. So the title is the same for
everybody, and the link leads to the door, behind which each finds their own page.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from viceversa.notifications.choices import OPEN_IN_CHAT, Kind


@dataclass(frozen=True, slots=True)
class Bell:
    """One line and one address."""

    title: str
    link: str


def bell(kind: Kind, language: str) -> Bell:
    """Return what a chat shows of a kind, in the reader's language."""
    with translation.override(language):
        what = str(kind.label) if kind in OPEN_IN_CHAT else _("something new for you")
        return Bell(f"Viceversa: {what}", f"{settings.PUBLIC_URL}/")


def channel_bell() -> Bell:
    """Return what the coordinators' channel shows, in both languages: nobody reads it alone."""
    said = []
    for language in ("en", "it"):
        with translation.override(language):
            said.append(_("something new on the list"))
    return Bell(f"Viceversa: {' · '.join(said)}", f"{settings.PUBLIC_URL}/momentum/")


def trial_bell(language: str) -> Bell:
    """Return the test message of whoever runs this instance."""
    with translation.override(language):
        return Bell(_("A test message from Viceversa"), f"{settings.PUBLIC_URL}/")
