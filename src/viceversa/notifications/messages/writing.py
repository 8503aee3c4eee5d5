"""From a kind, a recipient and plain facts to subject, text and HTML in the recipient's language.

Each kind has a folder `templates/notifications/<kind>/`: `subject.txt` is one line, `body.html`
extends the frame, `sample.toml` feeds the preview. The text part is made from the HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from viceversa.notifications.choices import STANDING, Kind, Standing
from viceversa.notifications.messages.links import unsubscribe_path
from viceversa.notifications.rules.plain import plain
from viceversa.notifications.rules.recipient import Recipient

LONGEST = 300  # characters of a subject


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one message; `subject` is one line."""

    subject: str
    text: str
    html: str


def compose(
    kind: Kind, recipient: Recipient, context: Mapping[str, object], *, organisation: str = ""
) -> Written:
    """Return the message; whatever people wrote arrives escaped in the HTML.

    Besides `context` a template knows `name`, `language`, `base` (the public address, without a
    slash at its end), `organisation`, and for an optional kind `unsubscribe` (a path).
    """
    optional = STANDING[kind] is Standing.OPTIONAL
    facts = {
        "organisation": settings.ORGANISATION or organisation,
        **context,
        "name": recipient.name,
        "language": recipient.language,
        "base": settings.PUBLIC_URL,
        "unsubscribe": unsubscribe_path(recipient.key, kind) if optional else "",
    }
    folder = f"notifications/{kind.value}"
    with translation.override(recipient.language), timezone.override(recipient.zone):
        # The template escapes; a subject is no HTML. Whatever breaks a line would break a header.
        subject = unescape(render_to_string(f"{folder}/subject.txt", facts))
        html = render_to_string(f"{folder}/body.html", facts)
    return Written(" ".join(subject.split())[:LONGEST], plain(html), html)
