"""Import: one people file on its way into the directory, what it would change and what it did."""

from django.db import models
from django.dispatch import Signal

from viceversa.kernel.models import Base
from viceversa.people.choices import ChangeKind, ImportState
from viceversa.people.models.person import Person

# Sent inside the transaction that wrote a people file: packages above tie their own looks to it.
directory_written = Signal()


class Import(Base):
    """A people file: how it was read, what it would change, whether it was written.

    `options` is how the file is to be read, in the shape of `rules.options.Options`; `decisions`
    maps a line of the file to what someone decided about that row; `report` sums up the dry run,
    `plan` is the digest of its changes, so that what is written is what was confirmed. `stale` says
    that options or decisions have changed since the dry run.
    """

    state = models.CharField(
        max_length=12, choices=ImportState.choices, default=ImportState.UPLOADED
    )
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    content_hash = models.CharField(max_length=64, db_index=True)
    options = models.JSONField(default=dict)
    deactivate_missing = models.BooleanField(default=False)
    decisions = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    plan = models.CharField(max_length=64, blank=True)
    stale = models.BooleanField(default=False)
    progress = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=ImportState.values), name="people_import_state"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportChange(models.Model):
    """One person as an import would change them, or has changed them.

    `fields` is a list of `[field, before, after]` in display form; `effects` are codes of
    `rules.effects`; `position` is the order on the page: effects first, then the line of the file.
    """

    file = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    position = models.PositiveIntegerField()
    line = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=250)
    fields = models.JSONField(default=list)
    effects = models.JSONField(default=list)
    has_effects = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "position"], name="people_import_change_position_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=ChangeKind.values), name="people_import_change_kind"
            ),
        ]


class ImportProblem(Base):
    """One thing in the file to look at, in the shape of `rules.problems.Problem`.

    `decided` is what someone chose, None while nobody has: `{"leave_out": [lines]}` or
    `{"cells": {column: text}}`.
    """

    file = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="problems")
    position = models.PositiveIntegerField()
    severity = models.CharField(max_length=8)
    line = models.PositiveIntegerField(default=0)
    content = models.JSONField()
    decided = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "position"], name="people_import_problem_position_once"
            )
        ]


class Directory(models.Model):
    """One row that counts how often the directory was written: two writers take turns on it."""

    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="people_directory_single_row")
        ]
