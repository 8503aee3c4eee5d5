"""Handing one message to the mail server, and reading its answer."""

import smtplib
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import Policy, default
from typing import Any, Literal

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from viceversa.notifications.choices import STANDING, Kind, Standing
from viceversa.notifications.messages import unsubscribe_path
from viceversa.notifications.models import Message
from viceversa.notifications.rules.headers import like

FOLDER, SERVER = "folder", "default"  # the two mailers of the settings


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one try; `gone` says that the address itself is at fault."""

    outcome: Literal["sent", "later", "never"]
    reason: str = ""
    gone: bool = False


class Mail(EmailMultiAlternatives):
    """A mail whose headers are written out by `rules.headers`."""

    def message(self, *, policy: "Policy[Any] | None" = None) -> EmailMessage:
        """Return the mail for a policy's line ends."""
        return super().message(policy=like(policy or default))


def post(message: Message, *, into_folder: bool) -> Answer:
    """Send a message and return the answer; a server's refusal is an answer, not an error."""
    try:
        mail_of(message).send(using=FOLDER if into_folder else SERVER)
    except smtplib.SMTPRecipientsRefused as error:
        return _refused(*next(iter(error.recipients.values())))
    except smtplib.SMTPDataError as error:
        return _refused(error.smtp_code, b"")
    except smtplib.SMTPResponseException as error:  # greeting, password, sender: ours to mend
        return Answer("later", str(error.smtp_code))
    except ValueError:  # also what no server here can encode
        return Answer("never", "unusable")
    except OSError:  # smtplib's other errors are of this family, too
        return Answer("later", "unanswered")
    return Answer("sent")


def mail_of(message: Message) -> Mail:
    """Return the mail of a message, the same at every try: its Message-ID is in the row."""
    user, _, domain = message.email.rpartition("@")
    mail = Mail(
        subject=message.subject,
        body=message.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[str(Address(message.name, user, domain))],
        headers=_headers(message),
    )
    mail.attach_alternative(message.html, "text/html")
    if message.calendar:
        content = bytes(message.calendar).decode()
        mail.attach_alternative(content, f"text/calendar; method={message.calendar_method}")
        mail.attach("invite.ics", content, "application/ics")
    return mail


def _headers(message: Message) -> dict[str, str]:
    headers = {
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
        "X-Auto-Response-Suppress": "All",  # the same, as Exchange wants it said
        "Content-Language": message.language,
    }
    kind = Kind(message.kind)
    if STANDING[kind] is Standing.OPTIONAL:
        link = f"{settings.PUBLIC_URL}{unsubscribe_path(message.recipient_key, kind)}"
        headers["List-Unsubscribe"] = f"<{link}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    return headers


def _refused(code: int, words: bytes) -> Answer:
    """Return the answer to a refusal: 4xx is for now, 5xx for good (RFC 5321)."""
    if code < 500:
        return Answer("later", str(code))
    gone = words.split(b" ", 1)[0].startswith(b"5.1.")
    return Answer("never", str(code), gone)
