"""The closed catalogue of verbs: one that is not here, with its label, cannot be recorded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """Past tense, `noun.verb`, in the order of the nouns."""

    USER_CREATED = "user.created", _("User created")
    USER_CHANGED = "user.changed", _("Own account changed")
    USER_CLOSED = "user.closed", _("Access closed")
    USER_OPENED = "user.opened", _("Access opened again")
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
    ENROLMENT_APPLIED = "enrolment.applied", _("Applied")
    ENROLMENT_CHANGED = "enrolment.changed", _("Enrolment changed")
    ENROLMENT_WITHDRAWN = "enrolment.withdrawn", _("Enrolment withdrawn")
    ENROLMENT_PAUSED = "enrolment.paused", _("Paused")
    ENROLMENT_RESUMED = "enrolment.resumed", _("Pause ended")
    INVITATION_ANSWERED = "invitation.answered", _("Invitation answered")
    INVITATION_REVOKED = "invitation.revoked", _("Invitation taken back")
    INVITATION_SENT = "invitation.sent", _("Invitations sent")
    INVITATIONS_CHANGED = "invitations.changed", _("Way of inviting changed")
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
    PROPOSAL_OFFERED = "proposal.offered", _("Pair asked")
    PROPOSAL_ACCEPTED = "proposal.accepted", _("Proposal accepted")
    PROPOSAL_DECLINED = "proposal.declined", _("Proposal declined")
    PROPOSAL_LAPSED = "proposal.lapsed", _("Proposal lapsed")
    PARTNER_REQUESTED = "partner.requested", _("Partner asked for")
    RELATIONSHIP_OPENED = "relationship.opened", _("Relationship opened")
    RELATIONSHIP_OVERRIDDEN = "relationship.overridden", _("Rule overridden for a relationship")
    RELATIONSHIP_MOVED = "relationship.moved", _("Relationship moved on")
    RELATIONSHIP_CLOSED = "relationship.closed", _("Relationship closed")
    AGREEMENT_BEGUN = "agreement.begun", _("Agreement begun")
    AGREEMENT_CHANGED = "agreement.changed", _("Words of an agreement changed")
    AGREEMENT_ACCEPTED = "agreement.accepted", _("Words of an agreement accepted")
    AGREEMENT_SIGNED = "agreement.signed", _("Agreement signed")
    AGREEMENT_IN_FORCE = "agreement.in-force", _("Agreement signed by everybody")
    NOTE_WRITTEN = "note.written", _("Note written")
    NOTE_CHANGED = "note.changed", _("Note changed")
    NOTE_DELETED = "note.deleted", _("Note deleted")
    NOTE_KEYS_RENEWED = "note-keys.renewed", _("Keys of private notes renewed")
    MEETING_PROPOSED = "meeting.proposed", _("Meeting proposed")
    MEETING_AGREED = "meeting.agreed", _("Meeting agreed")
    MEETING_MOVED = "meeting.moved", _("Meeting moved")
    MEETING_CANCELLED = "meeting.cancelled", _("Meeting taken off")
    MEETING_HELD = "meeting.held", _("Meeting kept")
    CALENDAR_CHANGED = "calendar.changed", _("Calendar addresses changed")
    DELEGATE_NAMED = "delegate.named", _("Delegate named")
    DELEGATE_REVOKED = "delegate.revoked", _("Delegate removed")
    AGENDA_CHANGED = "agenda.changed", _("Agenda changed")
    AGENDA_SENT = "agenda.sent", _("Agenda sent")
    AGENDA_APPROVED = "agenda.approved", _("Agenda approved")
    EXPERIMENT_CHANGED = "experiment.changed", _("Experiment changed")
    GOAL_CHANGED = "goal.changed", _("Goal changed")
    CONVERSATION_WRITTEN = "conversation.written", _("Message to a partner")
    SELF_CHECK_CHANGED = "self-check.changed", _("Self-check changed")
    SELF_CHECK_SHARED = "self-check.shared", _("Self-check shared or taken back")
    BRIEFING_COMPLETED = "briefing.completed", _("Briefing completed")
    SUPERVISION_CHANGED = "supervision.changed", _("Supervision circle changed")
    CONCERN_RAISED = "concern.raised", _("Concern raised")
    CONCERN_ACKNOWLEDGED = "concern.acknowledged", _("Concern acknowledged")
    CONCERN_RESOLVED = "concern.resolved", _("Concern resolved")
    HOURS_SHARED = "hours.shared", _("Hours shared or taken back")
    MOMENTUM_CHANGED = "momentum.changed", _("Momentum settings changed")
    NUDGE_SENT = "nudge.sent", _("Nudge sent")
    NUDGE_SETTLED = "nudge.settled", _("Nudge put off or done")
    LINE_FLAGGED = "relationship.flagged", _("Pair found in one reporting line")
    RELATIONSHIP_PAUSED = "relationship.paused", _("Relationship paused")
    RELATIONSHIP_RESUMED = "relationship.resumed", _("Pause of a relationship ended")
    REFLECTION_WRITTEN = "reflection.written", _("Reflection written")
    THANKS_SENT = "thanks.sent", _("Thanks sent")
    RENEWAL_CHOSEN = "renewal.chosen", _("Renewal chosen")
    LETTER_ISSUED = "letter.issued", _("Recognition letter issued")
    CHAMPION_CHANGED = "champion.changed", _("Appearance as a champion changed")
    RETENTION_APPLIED = "retention.applied", _("Deleted after its time")


# The nouns of the verbs by area, for reading; every noun stands in one, but for what nobody reads:
# that somebody raised a concern is between them and the counsellor.
UNREAD = frozenset({"concern"})
AREAS = {
    "access": (_("Users and roles"), ("user", "role", "sample")),
    "directory": (_("Directory"), ("person", "import")),
    "programmes": (
        _("Programmes and enrolment"),
        ("programme", "charter", "topic", "cohort", "policy", "enrolment", "invitation",
         "invitations", "briefing", "supervision"),
    ),
    "matching": (_("Matching"), ("round", "pair", "pairs", "proposal", "partner")),
    "relationships": (
        _("Relationships"),
        ("relationship", "agreement", "note", "note-keys", "meeting", "calendar", "delegate",
         "agenda", "experiment", "goal", "conversation", "self-check", "reflection", "thanks",
         "renewal", "letter", "champion"),
    ),
    "care": (_("Care and retention"), ("hours", "momentum", "nudge", "retention")),
}  # fmt: skip

# Acts of a role of office, of the command line or of the program: read with name and subject. All
# others are what people do for themselves, read without either.
OF_OFFICE = frozenset(
    {
        Verb.USER_CREATED,
        Verb.USER_CLOSED,
        Verb.USER_OPENED,
        Verb.ROLE_GRANTED,
        Verb.ROLE_REVOKED,
        Verb.SAMPLE_LOADED,
        Verb.IMPORT_UPLOADED,
        Verb.IMPORT_CONFIRMED,
        Verb.IMPORT_APPLIED,
        Verb.IMPORT_DISCARDED,
        Verb.IMPORT_FAILED,
        Verb.PROGRAMME_CREATED,
        Verb.CHARTER_CHANGED,
        Verb.TOPIC_CHANGED,
        Verb.COHORT_CREATED,
        Verb.COHORT_CHANGED,
        Verb.COHORT_OPENED,
        Verb.COHORT_CLOSED,
        Verb.POLICY_CHANGED,
        Verb.ENROLMENT_ADDED,
        Verb.INVITATION_SENT,
        Verb.INVITATION_REVOKED,
        Verb.INVITATIONS_CHANGED,
        Verb.ROUND_PREPARED,
        Verb.ROUND_SOLVED,
        Verb.ROUND_FAILED,
        Verb.ROUND_CHANGED,
        Verb.ROUND_PUBLISHED,
        Verb.ROUND_DISCARDED,
        Verb.PAIR_PINNED,
        Verb.PAIR_FORBIDDEN,
        Verb.PAIR_RELEASED,
        Verb.PAIRS_IMPORTED,
        Verb.PAIRS_EXPORTED,
        Verb.NOTE_KEYS_RENEWED,
        Verb.MOMENTUM_CHANGED,
        Verb.RETENTION_APPLIED,
    }
)
