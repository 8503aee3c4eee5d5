"""The tables of programmes, cohorts, topics and enrolments."""

from viceversa.programmes.models.briefing import Briefing
from viceversa.programmes.models.champion import Champion, ChampionPicture
from viceversa.programmes.models.cohort import Cohort
from viceversa.programmes.models.enrolment import Enrolment, Preference, Wish
from viceversa.programmes.models.enrolment_file import EnrolmentFile
from viceversa.programmes.models.invitation import (
    DeclineTally,
    Invitation,
    InvitationPlan,
    Pause,
    PersonalLink,
)
from viceversa.programmes.models.programme import Objective, Programme
from viceversa.programmes.models.supervision import Supervision, SupervisionSeat
from viceversa.programmes.models.topic import Topic

__all__ = [
    "Briefing",
    "Champion",
    "ChampionPicture",
    "Cohort",
    "DeclineTally",
    "Enrolment",
    "EnrolmentFile",
    "Invitation",
    "InvitationPlan",
    "Objective",
    "Pause",
    "PersonalLink",
    "Preference",
    "Programme",
    "Supervision",
    "SupervisionSeat",
    "Topic",
    "Wish",
]
