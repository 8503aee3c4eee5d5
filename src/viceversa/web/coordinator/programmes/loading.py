"""Finding what an address means, or answering that there is no such page."""

from django.http import Http404

from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile, Programme, Topic
from viceversa.programmes.queries import cohorts, enrolment_files, enrolments, programmes, topics


def _found[T](thing: T | None) -> T:
    if thing is None:
        raise Http404
    return thing


def programme_or_404(public_id: str) -> Programme:
    """Return the programme of an address, with its people and objectives."""
    return _found(programmes.by_public_id(public_id))


def cohort_or_404(public_id: str) -> Cohort:
    """Return the cohort of an address, with its programme."""
    return _found(cohorts.by_public_id(public_id))


def enrolment_or_404(public_id: str) -> Enrolment:
    """Return the enrolment of an address, with person and cohort."""
    return _found(enrolments.by_public_id(public_id))


def file_or_404(public_id: str) -> EnrolmentFile:
    """Return the enrolment file of an address, without its content."""
    return _found(enrolment_files.by_public_id(public_id))


def topic_or_404(code: str) -> Topic:
    """Return the topic of an address."""
    return _found(topics.by_code(code))
