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
