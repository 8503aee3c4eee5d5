"""Import: one people file on its way into the directory, and what it did."""

from django.db import models

from viceversa.kernel.models import Base
from viceversa.people.choices import ImportState


class Import(Base):
    """A people file: how it was read, what it would change, whether it was written.

    `options` is how the file is to be read (encoding, separator, date order, mapping, level source),
    detected first and corrected by the coordinator; `report` is the outcome of the dry run.
    """

    state = models.CharField(
        max_length=12, choices=ImportState.choices, default=ImportState.UPLOADED
    )
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    content_hash = models.CharField(max_length=64, db_index=True)
    options = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=ImportState.values), name="people_import_state"
            )
        ]
