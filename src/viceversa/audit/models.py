"""The audit table. Rows are added, never changed, and each carries the hash of the one before."""

from typing import Any, NoReturn

from django.db import models

from viceversa.audit.choices import Verb


class AppendOnly(Exception):
    """Someone tried to change or delete an audit line."""


class LineQuerySet(models.QuerySet["Line"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly("Audit lines are never changed.")

    def delete(self) -> NoReturn:
        raise AppendOnly("Audit lines are never deleted one by one; retention is a job of its own.")


class Line(models.Model):
    """One act: when, who, which verb, on what, with which plain facts (never personal content)."""

    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=16)
    actor_name = models.CharField(max_length=200)
    actor_user = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=40, choices=Verb.choices, db_index=True)
    subject = models.CharField(max_length=80, blank=True, db_index=True)  # "round:7k2m…"
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verb__in=Verb.values), name="audit_known_verb"
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnly("Audit lines are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("Audit lines are never deleted one by one; retention is a job of its own.")
