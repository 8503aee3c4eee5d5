"""Coming to an end and resting: closing, reflections, thanks, what next, letters, pauses."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.kernel.sealing import Sealed
from viceversa.relationships.choices import (
    ClosingOutcome,
    DocumentLanguage,
    NoteScope,
    RelationshipState,
    Renewal,
)
from viceversa.relationships.models.note import NOTES
from viceversa.relationships.models.relationship import Member, Relationship


class Closing(models.Model):
    """The weeks of a planned end: begun, due, and what came of it.

    `outcome` is empty until it is settled. `following` is the period that was opened in its place.
    """

    relationship = models.OneToOneField(
        Relationship, on_delete=models.CASCADE, related_name="closing"
    )
    begun_at = models.DateTimeField()
    due_on = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=ClosingOutcome.choices, blank=True)
    following = models.OneToOneField(
        Relationship, null=True, on_delete=models.SET_NULL, related_name="preceded_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["", *ClosingOutcome.values]),
                name="relationships_closing_outcome",
            )
        ]


class Reflection(Sealed):
    """What a member looks back on, in answers to a few prompts; shared, or sealed for its author.

    `answers` maps prompt codes to words where it is shared; `sealed` is a token of the same as
    JSON where only its author may read it. Never both.
    """

    RING, SEALED_WITH = NOTES, ("author__person",)

    author = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="reflection")
    scope = models.CharField(max_length=8, choices=NoteScope.choices)
    answers = models.JSONField(default=dict)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(scope=NoteScope.SHARED, sealed="") & ~Q(answers={})
                | Q(scope=NoteScope.PRIVATE, answers={}) & ~Q(sealed=""),
                name="relationships_reflection_sealed_when_private",
            )
        ]

    def sealed_for(self) -> str:
        """Return the author: nobody else opens it."""
        return self.author.person.public_id


class Thanks(models.Model):
    """What a member thanks the others for; sent once, then kept as it was sent."""

    author = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="thanks")
    text = models.TextField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="relationships_thanks_has_words")
        ]


class RenewalAnswer(models.Model):
    """What a member would like next; it has consequences only where all want the same."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="renewal")
    choice = models.CharField(max_length=10, choices=Renewal.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(choice__in=Renewal.values), name="relationships_renewal_choice"
            )
        ]


class Nomination(Base):
    """A colleague a member would pass the place on to; the coordinator sees who is named."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="nomination")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()


class Letter(Base):
    """A letter as it was issued: `facts` are all it says, so that it reads the same next year."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="letters")
    number = models.CharField(max_length=20, unique=True)
    language = models.CharField(max_length=2, choices=DocumentLanguage.choices)
    facts = models.JSONField()
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["-issued_at", "-id"]


class Rest(models.Model):
    """A relationship that pauses until a day; `former` is the state it comes back to."""

    relationship = models.OneToOneField(Relationship, on_delete=models.CASCADE, related_name="rest")
    former = models.CharField(max_length=10, choices=RelationshipState.choices)
    since = models.DateTimeField()
    until = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    former__in=[
                        RelationshipState.OPENED,
                        RelationshipState.AGREED,
                        RelationshipState.ACTIVE,
                    ]
                ),
                name="relationships_rest_comes_back",
            )
        ]
