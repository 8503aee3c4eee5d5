"""Agreement: parts that all members write, the ink of what is not yet accepted, signed versions."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import DocumentLanguage, PartCode
from viceversa.relationships.models.relationship import Member, Relationship


class Agreement(Base):
    """The one agreement of a relationship, written in one language whatever its readers'.

    Its number is not kept but derived (`rules.numbering`): a text equal to the latest version is
    that version, with its signatures; any other text is the next one, which nobody has signed.
    """

    relationship = models.OneToOneField(
        Relationship, on_delete=models.CASCADE, related_name="agreement"
    )
    language = models.CharField(max_length=2, choices=DocumentLanguage.choices)
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=DocumentLanguage.values),
                name="relationships_agreement_language",
            )
        ]


class Part(models.Model):
    """One part: `text` as everybody has accepted it; revisions lie on top until accepted.

    `edition` counts every change, so that a second writer is told of the first.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parts")
    code = models.CharField(max_length=16, choices=PartCode.choices)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "code"], name="relationships_agreement_part_once"
            ),
            models.CheckConstraint(
                condition=Q(code__in=PartCode.values), name="relationships_part_code"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="relationships_part_has_words"),
        ]


class Revision(models.Model):
    """The whole part as a member wrote it anew; gone from the page once all have accepted it."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="revisions")
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="relationships_revision_has_words")
        ]


class Acceptance(models.Model):
    """A member's yes to the latest revision; the writer of that revision needs none."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="acceptances")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "member"], name="relationships_acceptance_once"
            )
        ]


class Version(models.Model):
    """The text as it stood: version 1 is the proposal, the others what somebody signed.

    `texts` maps part codes to words. `in_force_at` is the moment the last member signed.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    texts = models.JSONField()
    created_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "number"], name="relationships_version_number_once"
            )
        ]


class Signature(models.Model):
    """A member's signature: the name they typed and when."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="signatures")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "member"], name="relationships_signature_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="relationships_signature_has_name"),
        ]
