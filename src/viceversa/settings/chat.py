"""Where chat goes, if anywhere: an address for each person, and one for those who coordinate."""

from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

from viceversa.settings import env

PLACES = ("{email}", "{email_name}")  # one of them makes an address the reader's own
INSTALL = "Install it (docs/administrator/chat.md), or take the setting away."


def personal() -> str:
    """Return the template of one person's address, empty where chat is off."""
    address = _address("CHAT_URL", env.text("CHAT_URL"))
    if address and not any(place in address for place in PLACES):
        raise ImproperlyConfigured(
            f"VICEVERSA_CHAT_URL would send everybody’s messages to one place: write "
            f"{' or '.join(PLACES)} where the reader’s address belongs. "
            "A channel of those who coordinate is VICEVERSA_CHAT_CHANNEL_URL."
        )
    return address


def channel() -> str:
    """Return the address of the coordinators' channel, empty where there is none."""
    address = _address("CHAT_CHANNEL_URL", env.text("CHAT_CHANNEL_URL"))
    if any(place in address for place in PLACES):
        raise ImproperlyConfigured(
            "VICEVERSA_CHAT_CHANNEL_URL names a person: a channel has one address for all."
        )
    return address


def _address(name: str, given: str) -> str:
    """Return a setting that looks like an address of apprise; it holds secrets: never repeat it."""
    value = given.strip()
    if not value:
        return ""
    if "://" not in value or any(letter.isspace() for letter in value):
        raise ImproperlyConfigured(
            f"VICEVERSA_{name} is not one address such as slack://token/{{email}}."
        )
    if find_spec("apprise") is None:
        raise ImproperlyConfigured(
            f"VICEVERSA_{name} is set, but the extra “chat” is not installed. {INSTALL}"
        )
    return value
