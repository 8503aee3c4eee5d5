"""Delegation: who looks after an executive's dates, and nothing else of their relationships."""

from django.db import models
from django.db.models import F, Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import DelegateMail


class Delegation(Base):
    """A person of the directory handles times and places for another, until revoked."""

    principal = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    delegate = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    mail = models.CharField(max_length=8, choices=DelegateMail.choices, default=DelegateMail.BOTH)
    named_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["principal"],
                condition=Q(revoked_at__isnull=True),
                name="relationships_one_delegate_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(principal=F("delegate")), name="relationships_delegate_is_another"
            ),
            models.CheckConstraint(
                condition=Q(mail__in=DelegateMail.values), name="relationships_delegate_mail"
            ),
        ]
