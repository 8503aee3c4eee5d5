"""Closed lists: the kinds of message, which of them may be declined, and what became of one."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Every kind there is. Each has a folder of this name under `templates/notifications/`."""

    TEST = "test", _("Test message")
    DIGEST = "digest", _("Weekly digest")
    INVITATION = "invitation", _("Invitation")
    INVITATION_REMINDER = "invitation-reminder", _("Reminder of an invitation")
    ENROLMENT_CONFIRMED = "enrolment-confirmed", _("Place confirmed")
    MEETING_PROPOSED = "meeting-proposed", _("Time proposed")
    MEETING_AGREED = "meeting-agreed", _("Meeting agreed")
    MEETING_MOVED = "meeting-moved", _("Meeting moved")
    MEETING_CANCELLED = "meeting-cancelled", _("Meeting taken off")
    MEETING_WANTED = "meeting-wanted", _("Another time wanted")
    MEETING_REMINDER = "meeting-reminder", _("Meeting tomorrow")
    MEETING_CONFIRM = "meeting-confirm", _("“Did you meet?”")
    MEETING_FIRST = "meeting-first", _("First word after a week")
    DELEGATE_NAMED = "delegate-named", _("Named as delegate")
    DELEGATE_ENDED = "delegate-ended", _("No longer delegate")
    AGENDA_SENT = "agenda-sent", _("Agenda sent")
    AGENDA_APPROVED = "agenda-approved", _("Agenda confirmed")
    AGENDA_QUESTION = "agenda-question", _("Point added to an agenda")
    AGENDA_ANSWER = "agenda-answer", _("Answer to a question")
    AGENDA_DUE = "agenda-due", _("Reminder of an agenda")
    EXPERIMENT_REMINDER = "experiment-reminder", _("Reminder of an experiment")
    CONCERN_WAITING = "concern-waiting", _("Something for the counsellor")
    CONCERN_ANSWER = "concern-answer", _("Something from the counsellor")
    NUDGE = "nudge", _("A private push")
    NUDGE_OFFER = "nudge-offer", _("A push offered by whoever coordinates")
    PARTNER_LEFT = "partner-left", _("A partner has left the organisation")
    PROPOSAL_ASKED = "proposal-asked", _("Question about a pair")
    PROPOSAL_REMINDER = "proposal-reminder", _("Reminder of a question about a pair")
    PROPOSAL_ON = "proposal-on", _("A relationship begins")
    PROPOSAL_OVER = "proposal-over", _("A pair did not come about")
    REQUEST_ASKED = "request-asked", _("Somebody asks for you")
    REQUEST_REMINDER = "request-reminder", _("Reminder that somebody asks for you")
    REQUEST_OVER = "request-over", _("A request did not come about")
    CLOSING_BEGUN = "closing-begun", _("The last weeks begin")
    CLOSING_REMINDER = "closing-reminder", _("Reminder of the last weeks")
    CLOSING_SETTLED = "closing-settled", _("What came of a conclusion")
    CLOSING_ENDED = "closing-ended", _("A relationship has ended")
    CLOSING_PAUSED = "closing-paused", _("A pause, or its end")
    THANKS = "thanks", _("Thanks from a partner")
    CONVERSATION_MESSAGE = "conversation-message", _("Message from a partner")
    BRIEFING_REMINDER = "briefing-reminder", _("Reminder of the briefing")
    SELF_CHECK_AGAIN = "self-check-again", _("Time for a second look")
    SUPERVISION_PLANNED = "supervision-planned", _("A mentors’ circle is planned")
    SUPERVISION_SEAT = "supervision-seat", _("Seat in a mentors’ circle")
    SUPERVISION_CANCELLED = "supervision-cancelled", _("No mentors’ circle")


# That one of these was sent is known to its reader alone: no list or count shows it.
PRIVATE: frozenset[Kind] = frozenset(
    {
        Kind.CONCERN_WAITING,
        Kind.CONCERN_ANSWER,
        Kind.NUDGE,
        Kind.PROPOSAL_ASKED,
        Kind.PROPOSAL_REMINDER,
        Kind.PROPOSAL_OVER,
        Kind.REQUEST_ASKED,
        Kind.REQUEST_REMINDER,
        Kind.REQUEST_OVER,
        Kind.CONVERSATION_MESSAGE,
        Kind.SELF_CHECK_AGAIN,
    }
)


class Standing(StrEnum):
    """Essential messages are always sent; optional ones can be gathered weekly or declined."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"


STANDING: dict[Kind, Standing] = {
    Kind.TEST: Standing.ESSENTIAL,
    Kind.DIGEST: Standing.OPTIONAL,
    Kind.INVITATION: Standing.ESSENTIAL,
    Kind.INVITATION_REMINDER: Standing.OPTIONAL,
    Kind.ENROLMENT_CONFIRMED: Standing.ESSENTIAL,
    Kind.AGENDA_SENT: Standing.ESSENTIAL,
    Kind.AGENDA_APPROVED: Standing.OPTIONAL,
    Kind.AGENDA_QUESTION: Standing.OPTIONAL,
    Kind.AGENDA_ANSWER: Standing.OPTIONAL,
    Kind.AGENDA_DUE: Standing.OPTIONAL,
    Kind.EXPERIMENT_REMINDER: Standing.ESSENTIAL,
    Kind.CONCERN_WAITING: Standing.ESSENTIAL,
    Kind.CONCERN_ANSWER: Standing.ESSENTIAL,
    Kind.NUDGE: Standing.OPTIONAL,
    Kind.NUDGE_OFFER: Standing.ESSENTIAL,
    Kind.PARTNER_LEFT: Standing.ESSENTIAL,
    Kind.MEETING_PROPOSED: Standing.ESSENTIAL,
    Kind.MEETING_AGREED: Standing.ESSENTIAL,
    Kind.MEETING_MOVED: Standing.ESSENTIAL,
    Kind.MEETING_CANCELLED: Standing.ESSENTIAL,
    Kind.MEETING_WANTED: Standing.ESSENTIAL,
    Kind.MEETING_REMINDER: Standing.OPTIONAL,
    Kind.MEETING_CONFIRM: Standing.OPTIONAL,
    Kind.MEETING_FIRST: Standing.OPTIONAL,
    Kind.DELEGATE_NAMED: Standing.ESSENTIAL,
    Kind.DELEGATE_ENDED: Standing.ESSENTIAL,
    Kind.PROPOSAL_ASKED: Standing.ESSENTIAL,
    Kind.PROPOSAL_REMINDER: Standing.OPTIONAL,
    Kind.PROPOSAL_ON: Standing.ESSENTIAL,
    Kind.PROPOSAL_OVER: Standing.ESSENTIAL,
    Kind.REQUEST_ASKED: Standing.ESSENTIAL,
    Kind.REQUEST_REMINDER: Standing.OPTIONAL,
    Kind.REQUEST_OVER: Standing.ESSENTIAL,
    Kind.CLOSING_BEGUN: Standing.ESSENTIAL,
    Kind.CLOSING_REMINDER: Standing.OPTIONAL,
    Kind.CLOSING_SETTLED: Standing.ESSENTIAL,
    Kind.CLOSING_ENDED: Standing.ESSENTIAL,
    Kind.CLOSING_PAUSED: Standing.ESSENTIAL,
    Kind.THANKS: Standing.ESSENTIAL,
    Kind.CONVERSATION_MESSAGE: Standing.OPTIONAL,
    Kind.BRIEFING_REMINDER: Standing.OPTIONAL,
    Kind.SELF_CHECK_AGAIN: Standing.OPTIONAL,
    Kind.SUPERVISION_PLANNED: Standing.OPTIONAL,
    Kind.SUPERVISION_SEAT: Standing.ESSENTIAL,
    Kind.SUPERVISION_CANCELLED: Standing.ESSENTIAL,
}


# Whose label a chat may show, where others may look at the screen: times, and what is to be read.
OPEN_IN_CHAT: frozenset[Kind] = frozenset(
    {
        Kind.DIGEST,
        Kind.MEETING_PROPOSED,
        Kind.MEETING_AGREED,
        Kind.MEETING_MOVED,
        Kind.MEETING_CANCELLED,
        Kind.MEETING_WANTED,
        Kind.MEETING_REMINDER,
        Kind.MEETING_CONFIRM,
        Kind.AGENDA_SENT,
        Kind.AGENDA_APPROVED,
        Kind.AGENDA_QUESTION,
        Kind.AGENDA_ANSWER,
        Kind.AGENDA_DUE,
        Kind.BRIEFING_REMINDER,
        Kind.SUPERVISION_PLANNED,
        Kind.SUPERVISION_SEAT,
        Kind.SUPERVISION_CANCELLED,
    }
)
ALWAYS = "always"  # in a chat wish: every kind that is always sent
CHANNEL = "coordinators-list"  # the kind of what goes to the coordinators' channel


class Road(models.TextChoices):
    """How a message reaches its reader: the mail itself, or a word in a chat that there is one."""

    MAIL = "mail", _("E-mail")
    CHAT = "chat", _("Chat")


class Wish(models.TextChoices):
    """How someone wants an optional kind."""

    EACH = "each", _("As it happens")
    WEEKLY = "weekly", _("Once a week, together")
    NEVER = "never", _("Not at all")


class DeliveryState(models.TextChoices):
    """`waiting → sending → sent → returned`; or gathered for the digest, declined, given up."""

    WAITING = "waiting", _("Waiting")
    GATHERED = "gathered", _("For the weekly digest")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    DIGESTED = "digested", _("Sent in the digest")
    RETURNED = "returned", _("Came back")
    FAILED = "failed", _("Not sent")
    UNREACHABLE = "unreachable", _("Address not reachable")
    DECLINED = "declined", _("Not wanted")
