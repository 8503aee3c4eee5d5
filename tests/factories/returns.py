"""Mails that come back, as mail servers write them."""

RETURN = """\
From: MAILER-DAEMON@relay.example (Mail Delivery System)
To: viceversa@mentoring.company.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=-part"

--=-part
Content-Type: text/plain; charset=us-ascii

I could not deliver your message. It stands below.

--=-part
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
Arrival-Date: Mon, 7 Sep 2026 11:30:05 +0200

Final-Recipient: rfc822; {email}
Action: {action}
Status: {status}
Remote-MTA: dns; mx.altavalle.example
Diagnostic-Code: smtp; 550 {status} no such user here

--=-part
Content-Type: {quoting}

Message-ID: {message_id}
From: viceversa@mentoring.company.example
To: {email}
Subject: Invito

--=-part--
"""


def returned(
    message_id: str,
    email: str,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    quoting: str = "message/rfc822",
) -> bytes:
    """Return a delivery status notification about one mail to one address."""
    mail = RETURN.format(
        message_id=message_id, email=email, status=status, action=action, quoting=quoting
    )
    return mail.encode()
