"""Closed lists of programmes, cohorts and enrolments."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")


class CohortState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("cohort", "Draft")
    OPEN = "open", pgettext_lazy("cohort", "Open")
    CLOSED = "closed", pgettext_lazy("cohort", "Closed")


class Preset(models.TextChoices):
    STANDARD = "standard", pgettext_lazy("preset", "Standard")
    LIGHT = "light", pgettext_lazy("preset", "Light")
    EXTENDED = "extended", pgettext_lazy("preset", "Extended")
    DUO = "duo", pgettext_lazy("preset", "Duo")
    CIRCLE = "circle", pgettext_lazy("preset", "Circle")


class EnrolmentState(models.TextChoices):
    INVITED = "invited", pgettext_lazy("enrolment", "Invited")
    APPLIED = "applied", pgettext_lazy("enrolment", "Applied")
    ADMITTED = "admitted", pgettext_lazy("enrolment", "Admitted")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")


class Rung(models.TextChoices):
    """The three rungs of the catalogue, and what seniors give back."""

    TOOLS = "tools", _("Tools")
    AUDIENCE = "audience", _("Media and audience")
    STRATEGY = "strategy", _("Strategy, culture, talent")
    GIVES_BACK = "gives-back", _("What seniors give back")


class WishKind(models.TextChoices):
    WANTS = "wants", _("Wants to learn")
    OFFERS = "offers", _("Can share")
    GIVES_BACK = "gives-back", _("Gives back")
    WANTS_BACK = "wants-back", _("Hopes for in return")


class PreferenceKind(models.TextChoices):
    PREFERS = "prefers", _("Prefers")
    EXCLUDES = "excludes", _("Excludes")
    PREVIOUS = "previous", _("Earlier partner")


class EnrolmentFileState(models.TextChoices):
    """`reading → read → writing → written`, or `discarded`, or `failed`."""

    READING = "reading", pgettext_lazy("file", "Being tried")
    READ = "read", pgettext_lazy("file", "Tried, not written")
    WRITING = "writing", pgettext_lazy("file", "Being written")
    WRITTEN = "written", pgettext_lazy("file", "Written")
    DISCARDED = "discarded", pgettext_lazy("file", "Discarded")
    FAILED = "failed", pgettext_lazy("file", "Broken off")


class Missing(models.TextChoices):
    """What an enrolment may still lack (`rules.completeness`)."""

    INACTIVE = "inactive", _("no longer active in the directory")
    TOPICS = "topics", _("topics")
    LEVEL = "level", _("seniority level")
    MANAGER = "manager", _("line manager")
    EXCHANGE = "exchange", _("what comes back")
    LANGUAGES = "languages", _("languages")
    AVAILABILITY = "availability", _("availability")


class Obstacle(models.TextChoices):
    """Why someone may not take part in a cohort (`rules.eligibility`)."""

    INACTIVE = "inactive", _("not active in the directory")
    LEVEL_UNKNOWN = "level-unknown", _("seniority level unknown")
    LEVEL_BELOW = "level-below", _("seniority below the limit")
    LEVEL_ABOVE = "level-above", _("seniority above the limit")
    UNIT = "unit", _("unit outside the cohort")
    SITE = "site", _("site outside the cohort")
    HIRED_UNKNOWN = "hired-unknown", _("hire date unknown")
    TENURE = "tenure", _("not yet long enough in the company")


class CharterGap(models.TextChoices):
    """What a charter still lacks before a cohort can open (`rules.charter`)."""

    PURPOSE = "purpose", _("Say in one or two sentences what the programme is for.")
    DRIVER = "driver", _("Name the strategic reason behind it.")
    OBJECTIVES = "objectives", _("Write one to five objectives.")
    MEASURES = "measures", _("Give every objective a measure.")
    SPONSOR = "sponsor", _("Choose the sponsor who answers for the purpose.")
    CO_LEAD = "co-lead", _("Choose the junior co-lead.")
    ANSWERS_OBSERVATIONS = (
        "answers-observations",
        _("Choose who answers what pairs tell leadership."),
    )
    COUNSELLOR = "counsellor", _("Choose the counsellor who receives concerns.")
    COUNSELLOR_APART = (
        "counsellor-apart",
        _("Choose a counsellor who is not the sponsor: concerns may be about the programme."),
    )


class StageCode(models.TextChoices):
    """The stops of a cohort’s timeline (`rules.timeline`)."""

    CHARTER = "charter", pgettext_lazy("stage", "Charter complete")
    OPENED = "opened", pgettext_lazy("stage", "Cohort opened")
    INVITATIONS = "invitations", pgettext_lazy("stage", "Enrolment")
    MATCHING = "matching", pgettext_lazy("stage", "Matching")
    FIRST_MEETINGS = "first-meetings", pgettext_lazy("stage", "First meetings")
    MIDPOINT = "midpoint", pgettext_lazy("stage", "Midpoint review")
    CLOSING = "closing", pgettext_lazy("stage", "Closing")
    FOLLOW_UP = "follow-up", pgettext_lazy("stage", "Follow-up")


class LinkPurpose(models.TextChoices):
    """What a personal link is for: one made for one purpose opens nothing of another."""

    ANSWER = "answer", pgettext_lazy("personal link", "Answering an invitation")
    PLACE = "place", pgettext_lazy("personal link", "Keeping one’s place up to date")


class Answer(models.TextChoices):
    """What somebody said to an invitation; `none` until they do."""

    NONE = "none", pgettext_lazy("invitation", "No answer yet")
    LATER = "later", pgettext_lazy("invitation", "Asks to be asked later")
    YES = "yes", pgettext_lazy("invitation", "Said yes")
    NO = "no", pgettext_lazy("invitation", "Declined")


class InvitationState(models.TextChoices):
    """Where an invitation stands: the answer, and what became of the letter without one."""

    NONE = "none", pgettext_lazy("invitation", "No answer yet")
    LATER = "later", pgettext_lazy("invitation", "Asks to be asked later")
    YES = "yes", pgettext_lazy("invitation", "Said yes")
    NO = "no", pgettext_lazy("invitation", "Declined")
    EXPIRED = "expired", pgettext_lazy("invitation", "Link run out")
    REVOKED = "revoked", pgettext_lazy("invitation", "Taken back")


class DeclineReason(models.TextChoices):
    """Why somebody may decline; counted, never kept with a name."""

    TIME = "time", _("Too little time this year")
    ELSEWHERE = "elsewhere", _("Already learning in another way")
    UNCLEAR = "unclear", _("The purpose is not clear to me")
    CONFIDENTIALITY = "confidentiality", _("I would want more confidentiality")
    OTHER = "other", pgettext_lazy("reason", "Something else")
