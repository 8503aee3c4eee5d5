"""Whether mail leaves this instance at all."""

from django.db import models


class Postbox(models.Model):
    """The single row that says how messages leave.

    `keeps_all` holds for the sample company: everything ends in the mail folder, whatever mail
    server is set. `organisation` is the name messages are signed with where no setting gives one.
    """

    keeps_all = models.BooleanField(default=False)
    organisation = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="notifications_postbox_single")
        ]
