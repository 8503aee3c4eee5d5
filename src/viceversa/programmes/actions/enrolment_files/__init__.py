"""Enrolling from the columns of a people file: try, answer its doubts, write all or nothing."""

from viceversa.programmes.actions.enrolment_files.life import (
    answer,
    confirm,
    discard,
    expect_trying,
    fail,
    tell_progress,
    upload,
)
from viceversa.programmes.actions.enrolment_files.outcome import UnableToUseFile
from viceversa.programmes.actions.enrolment_files.trying import try_file
from viceversa.programmes.actions.enrolment_files.writing import Tally, enrol_from_content, write

__all__ = [
    "Tally",
    "UnableToUseFile",
    "answer",
    "confirm",
    "discard",
    "enrol_from_content",
    "expect_trying",
    "fail",
    "tell_progress",
    "try_file",
    "upload",
    "write",
]
