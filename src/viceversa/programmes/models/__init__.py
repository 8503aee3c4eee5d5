"""The tables of programmes, cohorts, topics and enrolments."""

from viceversa.programmes.models.cohort import Cohort
from viceversa.programmes.models.enrolment import Enrolment, Preference, Wish
from viceversa.programmes.models.enrolment_file import EnrolmentFile
from viceversa.programmes.models.programme import Objective, Programme
from viceversa.programmes.models.topic import Topic

__all__ = [
    "Cohort",
    "Enrolment",
    "EnrolmentFile",
    "Objective",
    "Preference",
    "Programme",
    "Topic",
    "Wish",
]
