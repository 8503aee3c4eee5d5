"""Public ids, errors for people, the clock."""

from datetime import timedelta

import pytest

from viceversa.kernel import clock
from viceversa.kernel.database import answers, pending_migrations
from viceversa.kernel.errors import UnableTo
from viceversa.kernel.public_id import ALPHABET, LENGTH, new_public_id


def test_ids_are_readable_aloud_and_do_not_repeat() -> None:
    ids = {new_public_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(one) == LENGTH and set(one) <= set(ALPHABET) for one in ids)
    assert not set("01ilo") & set(ALPHABET)


def test_an_error_reads_as_its_sentence_and_keeps_the_details() -> None:
    error = UnableTo("The cohort is closed.", ["It ended on 4 May."])
    assert str(error) == "The cohort is closed."
    assert error.details == ("It ended on 4 May.",)


def test_the_clock_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.django_db
def test_the_database_answers_and_the_tests_run_on_up_to_date_tables() -> None:
    assert answers()
    assert pending_migrations() == []
