"""The pages beyond the proposals: audit, other aims, remedies."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_coordinator
from tests.factories.matching import enrol, make_cohort, make_company, pair, solved_round
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.models import Answer, LeftOut, Round
from viceversa.matching.queries import horizon as horizons
from viceversa.programmes.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(make_coordinator())
    return client


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def crowded() -> Round:
    """Three mentees want the two places there are."""
    cohort = make_cohort()
    seniors, juniors = make_company()
    for senior in seniors[:3]:
        enrol(cohort, senior, Role.MENTEE)
    for junior in juniors[:2]:
        enrol(cohort, junior, Role.MENTOR)
    round = actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)
    return actions.solve_now(round=round, actor=OPERATOR, now=THEN)


@pytest.mark.parametrize("grouping", ["site", "unit", "level", "country", "nonsense"])
def test_the_audit_hides_small_groups(coordinator: Client, grouping: str) -> None:
    round = solved_round(pairs=6)
    page = text(coordinator, f"/rounds/{round.public_id}/audit/?by={grouping}")
    assert "Fairness audit" in page
    if grouping == "site":
        assert "Fewer than five people" in page


def test_other_aims_stand_side_by_side(coordinator: Client) -> None:
    round = solved_round(pairs=5)
    page = text(coordinator, f"/rounds/{round.public_id}/horizon/")
    assert "What each aim costs the others" in page
    assert "Best fit, even if someone waits" in page
    assert "of the pairs stay the same" in page


def test_a_large_round_is_examined_by_a_job(
    coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(horizons, "AT_ONCE", 0)
    round = solved_round(pairs=3)
    address = f"/rounds/{round.public_id}/horizon/"
    assert "Not worked out yet" in text(coordinator, address)
    waiting = text(coordinator, f"{address}?asked")
    assert "Being worked out" in waiting
    assert 'hx-trigger="every 3s"' in waiting
    assert coordinator.post(address).headers["Location"] == f"{address}?asked"
    assert "horizon" in Answer.objects.get(round=round).figures
    done = text(coordinator, f"{address}?asked")
    assert "How firm these pairs are" in done
    assert "every 3s" not in done


def test_somebody_left_out_is_told_what_would_help(coordinator: Client) -> None:
    round = crowded()
    [left] = LeftOut.objects.filter(round=round)
    page = text(coordinator, f"/rounds/{round.public_id}/help/?who={left.enrolment.public_id}")
    assert left.enrolment.person.name in page
    assert "One more place" in page or "place at" in page


def test_who_is_paired_has_no_such_page(coordinator: Client) -> None:
    round = solved_round(pairs=3)
    mentor, _mentee = pair(round, "Sofia", "Alberto")
    response = coordinator.get(f"/rounds/{round.public_id}/help/?who={mentor.public_id}")
    assert response.status_code == 404


def test_those_left_out_gain_priority_when_a_round_is_published(coordinator: Client) -> None:
    round = crowded()
    [left] = LeftOut.objects.filter(round=round).select_related("enrolment")
    actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)
    left.enrolment.refresh_from_db()
    assert left.enrolment.waiting == 1
