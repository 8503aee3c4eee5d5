"""One message to one address, on the same way as every other: does mail leave this instance?"""

from viceversa.ops.checkup import Finding

SUBJECT = "test message"


def send(email: str) -> Finding:
    """Put a test message into the outbox, deliver it at once, and say what became of it."""
    from django.conf import settings

    from viceversa.accounts.models import User
    from viceversa.kernel.clock import now
    from viceversa.notifications.actions import BadRecipient, Kind, Recipient, deliver, enqueue
    from viceversa.notifications.choices import DeliveryState

    user = User.objects.filter(email__iexact=email).first()
    try:
        recipient = Recipient(
            key=f"user:{user.public_id}" if user else "trial",
            email=email,
            name=user.name if user else "",
            language="it" if user and user.language == "it" else "en",
            time_zone=settings.ORGANISATION_TIME_ZONE,
        )
    except BadRecipient as error:
        return Finding(SUBJECT, "problem", f"{error}.", "Write one address: name@company.example")
    context = {"by": "viceversa check"}
    message = enqueue(kind=Kind.TEST, recipient=recipient, context=context, now=now(), urgent=True)
    if message.state == DeliveryState.WAITING:
        deliver(message_id=message.pk, now=now())  # unless a worker has it already
    message.refresh_from_db()
    return _finding(message.state, message.reason, email)


def _finding(state: str, reason: str, email: str) -> Finding:
    from viceversa.notifications.choices import DeliveryState

    if state == DeliveryState.SENT:
        return Finding(SUBJECT, "ok", _where(email))
    if state == DeliveryState.SENDING:
        return Finding(SUBJECT, "ok", f"a worker is sending it to {email} at this moment")
    if state == DeliveryState.UNREACHABLE:
        remedy = "If it is right after all: Messages, Addresses that cannot be reached, Try again."
        return Finding(SUBJECT, "problem", f"mail to {email} came back before", remedy)
    answered = "did not answer" if reason == "unanswered" else f"answered {reason}"
    text = f"the mail server {answered}; nothing reached {email}"
    if state == DeliveryState.WAITING:
        text += " yet, a worker tries again"
    return Finding(SUBJECT, "problem", text, "Check VICEVERSA_SMTP_… and VICEVERSA_MAIL_FROM.")


def _where(email: str) -> str:
    """Say where the message went: to the mail server, or into the folder."""
    from django.conf import settings

    from viceversa.notifications.queries.sent import keeps_all

    folder = settings.MAILERS["folder"].get("OPTIONS", {}).get("file_path", "memory")
    if keeps_all():
        return f"the sample company sends nothing: it is the newest file in {folder}"
    if settings.MAILERS["default"] == settings.MAILERS["folder"]:
        return f"no mail server is set: it is the newest file in {folder}"
    return f"the mail server took it for {email}"
