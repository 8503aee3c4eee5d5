"""The outbox: one row a message, written in the transaction of what it tells."""

from django.db import models
from django.dispatch import Signal
from django.utils.translation import gettext as _

from viceversa.kernel.models import Base
from viceversa.notifications.choices import CHANNEL, DeliveryState, Kind, Road

# Sent with `message` inside the transaction that wrote it: `apps` ties the delivery job to it.
written = Signal()


class Message(Base):
    """One message to one recipient.

    `kind` has no constraint: a kind that a later version drops must not break old rows.
    `message_id` is the mail's own, made once, so that a repeat after a crash is seen as the same
    mail. Subject, text, html and calendar are emptied once the message has left: what stays is
    that it was sent. `interruptions` counts the tries that ended without an answer; `leased_until`
    is held while one is under way. What goes by chat is a row of its own, so that neither road
    waits for the other: its subject is a title that says nothing, its text a link.
    """

    road = models.CharField(max_length=4, choices=Road.choices, default=Road.MAIL)
    kind = models.CharField(max_length=40, db_index=True)
    about = models.CharField(max_length=80, blank=True, db_index=True)  # "enrolment:7k2m…"
    recipient_key = models.CharField(max_length=80, db_index=True)
    email = models.EmailField(max_length=254, blank=True)  # a channel has none
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=5)
    time_zone = models.CharField(max_length=64)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    calendar = models.BinaryField(null=True)
    calendar_method = models.CharField(max_length=16, blank=True)
    urgent = models.BooleanField(default=False)
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(
        max_length=12, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    reason = models.CharField(max_length=60, blank=True)  # a status code, never a server's words
    attempts = models.PositiveSmallIntegerField(default=0)
    interruptions = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(db_index=True)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    digest = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="gathered"
    )

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"], name="notifications_due")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=DeliveryState.values), name="notifications_state"
            ),
            models.CheckConstraint(
                condition=models.Q(road__in=Road.values), name="notifications_road"
            ),
            models.CheckConstraint(
                condition=~models.Q(email="") | models.Q(road=Road.CHAT),
                name="notifications_mail_has_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(state=DeliveryState.SENDING, leased_until__isnull=False)
                | ~models.Q(state=DeliveryState.SENDING) & models.Q(leased_until__isnull=True),
                name="notifications_lease_while_sending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.recipient_key}"

    @property
    def kind_label(self) -> str:
        """The kind in the reader's language; its code where this version no longer has it."""
        if self.kind == CHANNEL:
            return _("Coordinators’ list")
        return str(Kind(self.kind).label) if self.kind in Kind.values else self.kind
