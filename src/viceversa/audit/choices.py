"""The closed catalogue of verbs: one that is not here, with its label, cannot be recorded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """Past tense, `noun.verb`, in the order of the nouns."""

    USER_CREATED = "user.created", _("User created")
    USER_CHANGED = "user.changed", _("Own account changed")
    USER_SIGNED_IN = "user.signed-in", _("Signed in")
    ROLE_GRANTED = "role.granted", _("Role given")
    ROLE_REVOKED = "role.revoked", _("Role taken back")
    SAMPLE_ENTERED = "sample.entered", _("Entered as a sample person")
    SAMPLE_LOADED = "sample.loaded", _("Sample company loaded")
    PERSON_LINKED = "person.linked", _("Person linked to a sign-in")
    IMPORT_UPLOADED = "import.uploaded", _("People file uploaded")
    IMPORT_CONFIRMED = "import.confirmed", _("Import confirmed")
    IMPORT_APPLIED = "import.applied", _("Import written")
    IMPORT_DISCARDED = "import.discarded", _("Import discarded")
    IMPORT_FAILED = "import.failed", _("Import failed")
    PROGRAMME_CREATED = "programme.created", _("Programme created")
    CHARTER_CHANGED = "charter.changed", _("Charter changed")
    TOPIC_CHANGED = "topic.changed", _("Topic catalogue changed")
    COHORT_CREATED = "cohort.created", _("Cohort created")
    COHORT_CHANGED = "cohort.changed", _("Cohort changed")
    COHORT_OPENED = "cohort.opened", _("Cohort opened")
    COHORT_CLOSED = "cohort.closed", _("Cohort closed")
    POLICY_CHANGED = "policy.changed", _("Matching policy changed")
    ENROLMENT_ADDED = "enrolment.added", _("Enrolled")
    ENROLMENT_CHANGED = "enrolment.changed", _("Enrolment changed")
    ENROLMENT_WITHDRAWN = "enrolment.withdrawn", _("Enrolment withdrawn")
    ROUND_PREPARED = "round.prepared", _("Round prepared")
    ROUND_SOLVED = "round.solved", _("Round solved")
    ROUND_FAILED = "round.failed", _("Round could not be solved")
    ROUND_CHANGED = "round.changed", _("Round changed")
    ROUND_PUBLISHED = "round.published", _("Round published")
    ROUND_DISCARDED = "round.discarded", _("Round discarded")
    PAIR_PINNED = "pair.pinned", _("Pair pinned")
    PAIR_FORBIDDEN = "pair.forbidden", _("Pair forbidden")
    PAIR_RELEASED = "pair.released", _("Pin or exclusion lifted")
    PAIRS_IMPORTED = "pairs.imported", _("Pair list imported")
    PAIRS_EXPORTED = "pairs.exported", _("Pairs exported")
    RELATIONSHIP_OPENED = "relationship.opened", _("Relationship opened")
    RELATIONSHIP_OVERRIDDEN = "relationship.overridden", _("Rule overridden for a relationship")
    RELATIONSHIP_MOVED = "relationship.moved", _("Relationship moved on")
    RELATIONSHIP_CLOSED = "relationship.closed", _("Relationship closed")
