"""What a mail server sends back: delivery status notifications (RFC 3464), read with care."""

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import default

# Enhanced status codes (RFC 3463) after which the address itself is at fault.
GONE = ("5.1.", "5.2.1", "5.4.4")


@dataclass(frozen=True, slots=True)
class Returned:
    """One recipient's failure: of which message, with which status, and is the address gone."""

    message_id: str
    email: str
    status: str

    @property
    def gone(self) -> bool:
        """Tell whether another message to this address would come back as well."""
        return self.status.startswith(GONE)


def read(content: bytes) -> list[Returned]:
    """Return the failures a mail reports; none where it is anything else, or only a delay."""
    mail = BytesParser(policy=default).parsebytes(content)
    if mail.get_content_type() != "multipart/report":
        return []
    parts = list(mail.walk())
    message_id = next(filter(None, map(_original, parts)), "")
    if not message_id:
        return []
    found = []
    for part in parts:
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.get_payload():
            failure = _failure(block, message_id)
            if failure:
                found.append(failure)
    return found


def _original(part: Message) -> str:
    """Return the Message-ID of the mail that came back, if this part quotes it."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload(0)
        return str(inner["Message-ID"] or "").strip() if isinstance(inner, Message) else ""
    if kind == "text/rfc822-headers":
        headers = part.get_payload(decode=True)
        if isinstance(headers, bytes):
            quoted = BytesParser(policy=default).parsebytes(headers, headersonly=True)
            return str(quoted["Message-ID"] or "").strip()
    return ""


def _failure(block: object, message_id: str) -> Returned | None:
    if not isinstance(block, Message) or str(block["Action"] or "").strip().lower() != "failed":
        return None
    written = str(block["Original-Recipient"] or block["Final-Recipient"] or "")
    address = written.partition(";")[2].strip().strip("<>").lower()
    status = str(block["Status"] or "").strip().split(" ")[0]
    return Returned(message_id, address, status) if status.startswith("5") else None
