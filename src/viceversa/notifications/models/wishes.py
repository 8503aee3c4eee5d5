"""What recipients want, and which addresses answer no more."""

from django.db import models
from django.db.models.functions import Lower

from viceversa.notifications.choices import Wish


class Preference(models.Model):
    """How one recipient wants one optional kind; without a row, as it happens."""

    recipient_key = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    wish = models.CharField(max_length=10, choices=Wish.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient_key", "kind"], name="notifications_preference_once"
            ),
            models.CheckConstraint(
                condition=models.Q(wish__in=Wish.values), name="notifications_known_wish"
            ),
        ]


class ChatWish(models.Model):
    """One kind of which one recipient wants a word in the chat as well; without a row, no word."""

    recipient_key = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)  # or `choices.ALWAYS`

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient_key", "kind"], name="notifications_chat_wish_once"
            )
        ]


class Hours(models.Model):
    """One recipient's quiet hours, 0 to 23; without a row, the usual ones."""

    recipient_key = models.CharField(max_length=80, unique=True)
    quiet_start = models.PositiveSmallIntegerField()
    quiet_end = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_start__lte=23, quiet_end__lte=23),
                name="notifications_hours_of_a_day",
            )
        ]


class Address(models.Model):
    """An e-mail address from which messages came back for good; nothing more is sent to it."""

    email = models.EmailField(max_length=254)
    status = models.CharField(max_length=20, blank=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="notifications_address_once")]
