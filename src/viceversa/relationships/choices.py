"""Closed lists of relationships."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Format(models.TextChoices):
    PAIR = "pair", _("Pair")
    DUO = "duo", _("Duo")
    CIRCLE = "circle", _("Circle")


class RelationshipState(models.TextChoices):
    OPENED = "opened", pgettext_lazy("relationship", "Opened")
    AGREED = "agreed", pgettext_lazy("relationship", "Agreed")
    ACTIVE = "active", pgettext_lazy("relationship", "Active")
    PAUSED = "paused", pgettext_lazy("relationship", "Paused")
    CLOSING = "closing", pgettext_lazy("relationship", "Closing")
    CLOSED = "closed", pgettext_lazy("relationship", "Closed")


class Origin(models.TextChoices):
    ROUND = "round", _("Matching round")
    HAND = "hand", _("Opened by hand")
    REQUEST = "request", _("Asked for by a participant")
    RENEWAL = "renewal", _("Renewed together")


class MemberRole(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")


class DocumentLanguage(models.TextChoices):
    EN = "en", "English"
    IT = "it", "Italiano"


class PartCode(models.TextChoices):
    """The parts of an agreement, in the order of the document."""

    PURPOSE = "purpose", _("Why we do this")
    TOPICS = "topics", _("What we talk about, and what we do not")
    RHYTHM = "rhythm", _("Rhythm, place and channels")
    MOVING = "moving", _("If we have to move a meeting")
    FEEDBACK = "feedback", _("How we tell each other things")
    CONFIDENTIALITY = "confidentiality", _("Confidentiality and its limits")
    NO_REPRISAL = "no-reprisal", _("No consequences at work")
    ENDING = "ending", _("If it does not work, and how we end")


class NoteScope(models.TextChoices):
    PRIVATE = "private", _("Private")
    SHARED = "shared", _("Shared")


class MeetingState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("meeting", "Proposed")
    AGREED = "agreed", pgettext_lazy("meeting", "Agreed")
    HELD = "held", pgettext_lazy("meeting", "Held")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Taken off")


class TapPurpose(models.TextChoices):
    """What a personal link in a mail about a meeting is for; each link is for one of them."""

    ACCEPT = "accept", _("Say yes to a time")
    MOVE = "move", _("Move a meeting")
    HELD = "held", _("Say that a meeting took place")


class DelegateMail(models.TextChoices):
    """Who gets the mails about times once a delegate is named."""

    BOTH = "both", _("Both of us")
    DELEGATE = "delegate", _("Only who looks after my dates")


class FeedResult(models.TextChoices):
    """What became of the last look at a subscribed calendar."""

    WAITING = "waiting", _("Not read yet")
    READ = "read", _("Read")
    REFUSED = "refused", _("The address may not be read from here")
    UNREACHABLE = "unreachable", _("The calendar did not answer")
    TOO_LARGE = "too-large", _("The calendar is too large")
    UNREADABLE = "unreadable", _("That is not a calendar")


class ConcernState(models.TextChoices):
    RAISED = "raised", pgettext_lazy("concern", "Raised")
    ACKNOWLEDGED = "acknowledged", pgettext_lazy("concern", "Being looked at")
    RESOLVED = "resolved", pgettext_lazy("concern", "Resolved")


class ConcernHelp(models.TextChoices):
    """What would help, as its author says when raising a concern."""

    TALK = "talk", _("I would like to talk")
    PAUSE = "pause", _("Pause our meetings meanwhile")
    RECORD = "record", _("I only want it to be on record")


class Signal(models.TextChoices):
    """Where a small push helps, the gravest first; `line` is found by matching, not by dates."""

    LINE = "line", _("One reporting line")
    MOVES = "moves", _("Moved several times in a row")
    FIRST_MEETING = "first-meeting", _("No first meeting yet")
    QUIET = "quiet", _("A while without a meeting")
    FIRST_CONTACT = "first-contact", _("No first contact yet")
    AGREEMENT = "agreement", _("Agreement not signed")
    AGENDA = "agenda", _("Empty agenda")


class Renewal(models.TextChoices):
    """What a member would like after a planned end."""

    CONTINUE = "continue", pgettext_lazy("renewal", "Continue together")
    TURN = "turn", pgettext_lazy("renewal", "Turn it round")
    REST = "rest", pgettext_lazy("renewal", "Stop here")


class ClosingOutcome(models.TextChoices):
    """What came of a planned end."""

    CONTINUED = "continued", pgettext_lazy("outcome", "Continued")
    TURNED = "turned", pgettext_lazy("outcome", "Turned round")
    CONCLUDED = "concluded", pgettext_lazy("outcome", "Concluded")


class AgendaState(models.TextChoices):
    """`empty → drafted → sent → approved`; a change after approval asks for it again."""

    EMPTY = "empty", pgettext_lazy("agenda", "Nothing on it yet")
    DRAFTED = "drafted", pgettext_lazy("agenda", "In preparation")
    SENT = "sent", pgettext_lazy("agenda", "Sent")
    APPROVED = "approved", pgettext_lazy("agenda", "Confirmed")


class Gives(models.TextChoices):
    """Who gives in a part of a meeting."""

    MENTOR = "mentor", _("The mentor gives")
    MENTEE = "mentee", _("The mentee gives")
    BOTH = "both", _("Both")


class ItemKind(models.TextChoices):
    """Plain items, and four that the product words in the reader’s language."""

    PLAIN = "plain", _("Item")
    EXPERIMENT = "experiment", _("How did the experiment go?")
    QUESTION = "question", _("A question to the mentee")
    ASKED = "asked", _("Added by the mentee")
    NEXT = "next", _("The next small experiment")


class ExperimentState(models.TextChoices):
    CHOSEN = "chosen", pgettext_lazy("experiment", "To be tried")
    TRIED = "tried", pgettext_lazy("experiment", "Tried")
    SET_ASIDE = "set-aside", pgettext_lazy("experiment", "Set aside")


class GoalState(models.TextChoices):
    OPEN = "open", pgettext_lazy("goal", "Under way")
    REACHED = "reached", pgettext_lazy("goal", "Reached")
    SET_ASIDE = "set-aside", pgettext_lazy("goal", "Set aside")


class Prompt(models.TextChoices):
    """What a reflection answers, both directions in view."""

    TOOK = "took", pgettext_lazy("reflection", "What do you take with you?")
    GAVE = "gave", pgettext_lazy("reflection", "What went the other way?")
    NEXT = "next", pgettext_lazy("reflection", "What will you go on doing?")
