"""The instance itself: is it the sample company, and who may set it up."""

from django.db import models

from viceversa.accounts.choices import Part
from viceversa.accounts.models.user import User


class Instance(models.Model):
    """The single row about this installation.

    `setup_code` is the SHA-256 of the code that the first coordinator needs, empty once used;
    `organisation` is the name the pages show where the setting gives none.
    """

    sample = models.BooleanField(default=False)
    organisation = models.CharField(max_length=120, blank=True)
    setup_code = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="accounts_instance_single")
        ]


class Entrance(models.Model):
    """In the sample company: the user whom “enter as” signs in for one part."""

    part = models.CharField(max_length=16, choices=Part.choices, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(part__in=Part.values), name="accounts_entrance_known_part"
            )
        ]
