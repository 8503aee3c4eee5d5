"""Two coordinators at the very same moment: the database lets one of them through."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import THEN
from tests.factories.matching import solved_round
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.models import Offer, Round


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_ask_people_once() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one connection; the run on PostgreSQL tries this.")
    round = solved_round(pairs=3)
    version, start = round.version, Barrier(2)

    def publish() -> bool:
        try:
            start.wait(timeout=20)
            actions.publish(
                round=Round.objects.get(pk=round.pk), version=version, looked=True,
                actor=OPERATOR, now=THEN,
            )  # fmt: skip
        except actions.UnableToChange:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(publish) for _ in range(2)]
        assert sorted(each.result(timeout=60) for each in done) == [False, True]
    assert Offer.objects.count() == 3
