"""The pages of rounds answer in every state, in a constant number of queries."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_coordinator
from tests.factories.matching import pair, prepared_round, solved_round
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.models import Decision, Offer, Proposal, Round
from viceversa.matching.queries.explanation import address
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(make_coordinator())
    return client


def url(round: Round, page: str = "") -> str:
    return f"/rounds/{round.public_id}/{page}"


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_prepared_round_says_who_is_in(coordinator: Client) -> None:
    round = prepared_round(pairs=3)
    page = text(coordinator, url(round))
    assert "who is in" in page
    assert "Solve" in page


def test_the_star_screen_shows_pairs_reasons_and_proof(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    page = text(coordinator, url(round))
    assert "4 pairs proposed, nobody told yet" in page
    assert "Sofia D’Agnolo" in page
    assert "Why this pair" in page
    assert "Rules checked" in page
    assert "Proven." in page


@pytest.mark.parametrize(
    "path",
    [
        "",
        "?show=check",
        "?order=name&q=sofia",
        "rows/?page=1",
        "left-out/",
        "left-out/?role=mentor&q=zzz",
        "weights/",
        "comparison/",
        "publish/",
        "pairs-file/",
        "progress/",
        "problem.json",
        "answer.json",
        "export/pairs.csv",
        "export/pairs.xlsx",
        "export/left-out.csv",
        "export/left-out.xlsx",
    ],
)
def test_every_page_of_a_solved_round_answers(coordinator: Client, path: str) -> None:
    round = solved_round(pairs=4)
    assert coordinator.get(url(round, path)).status_code == 200


def test_any_pair_can_be_looked_at(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    for mentor_name in ("Sofia", "Matteo", "Yasmine", "Ionuț"):
        both = pair(round, mentor_name, "Alberto")
        page = text(coordinator, url(round, f"?pair={address(*both)}"))
        assert f"{both[0].person.name}, mentor to Alberto Brambilla" in page
        assert (
            coordinator.get(url(round, f"alternatives/?pair={address(*both)}")).status_code == 200
        )


def test_pin_forbid_and_lift(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    both = pair(round, "Matteo", "Alberto")
    where = {"pair": address(*both)}
    coordinator.post(url(round, "swap/"), {**where, "version": round.version})
    assert Proposal.objects.get(round=round, mentee=both[1]).mentor == both[0]
    round.refresh_from_db()
    coordinator.post(url(round, "lift/"), {**where, "version": round.version})
    assert not Decision.objects.exists()
    round.refresh_from_db()
    response = coordinator.post(
        url(round, "forbid/"), {**where, "version": round.version, "reason": "Same tender"}
    )
    assert response.status_code == 302
    assert not Proposal.objects.filter(round=round, mentor=both[0], mentee=both[1]).exists()
    assert "Same tender" in text(coordinator, response["Location"].split("#")[0])


def test_a_stale_page_changes_nothing_and_says_why(coordinator: Client) -> None:
    round = solved_round(pairs=2)
    seen = round.version
    actions.write_note(round=round, version=seen, text="Hello", actor=OPERATOR, now=THEN)
    response = coordinator.post(url(round, "discard/"), {"version": seen}, follow=True)
    assert "The round changed after your page was drawn" in response.content.decode()
    round.refresh_from_db()
    assert round.state == "solved"


def test_publishing_from_the_page(coordinator: Client) -> None:
    round = solved_round(pairs=3)
    response = coordinator.post(
        url(round, "publish/"), {"version": round.version, "looked": "1"}, follow=True
    )
    assert Offer.objects.count() == 3
    assert not Relationship.objects.exists()
    assert "the mentees of 3 pairs are asked now" in response.content.decode()
    assert "3 pairs published" in text(coordinator, url(round))


def test_weights_change_and_the_answers_stand_side_by_side(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    page = coordinator.get(url(round, "weights/"))
    data = {name: field.initial for name, field in page.context["form"].fields.items()}
    form = page.context["form"]
    data = {name: form.get_initial_for_field(f, name) for name, f in form.fields.items()}
    data = {
        name: ("on" if value is True else value)
        for name, value in data.items()
        if value is not False
    }
    data |= {"weight_topics": "low", "weight_mixing": "high", "version": round.version}
    response = coordinator.post(url(round, "weights/"), data)
    assert response.status_code == 302
    comparison = text(coordinator, url(round, "comparison/"))
    assert "Settings that changed" in comparison


def test_the_list_costs_the_same_for_one_round_and_three(
    coordinator: Client, django_assert_num_queries: object
) -> None:
    round = solved_round(pairs=2)
    with django_assert_num_queries(8):
        coordinator.get("/rounds/")
    for _number in range(2):
        actions.discard(round=round, version=round.version, actor=OPERATOR, now=THEN)
        round = actions.prepare(cohort=round.cohort, actor=OPERATOR, now=THEN)
    with django_assert_num_queries(8):
        coordinator.get("/rounds/")


@pytest.mark.parametrize("pairs", [2, 5])
def test_the_star_screen_costs_the_same_for_two_pairs_and_five(
    coordinator: Client, pairs: int, django_assert_max_num_queries: object
) -> None:
    round = solved_round(pairs=pairs)
    coordinator.get(url(round))  # the answer is brought back to life once
    with django_assert_max_num_queries(34):
        coordinator.get(url(round))


def test_htmx_gets_the_pair_alone_and_the_two_rows_that_change(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    first, second = Proposal.objects.filter(round=round).order_by("-score", "pk")[:2]
    wanted = address(second.mentor, second.mentee)
    page = coordinator.get(
        url(round, f"?pair={wanted}"),
        headers={"HX-Request": "true", "HX-Target": "pair", "HX-Current-URL": url(round)},
    ).content.decode()
    assert "<html" not in page
    assert page.count('hx-swap-oob="true"') == 2
    assert f"row-{first.mentor.public_id}-{first.mentee.public_id}" in page


def test_a_search_answers_with_rows_alone(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    page = coordinator.get(
        url(round, "rows/?q=sofia"), headers={"HX-Request": "true", "HX-Target": "rows"}
    ).content.decode()
    assert "Sofia D’Agnolo" in page
    assert "Rows 1 to 1 of 1" in page


def test_italian_pages_are_italian(coordinator: Client) -> None:
    round = solved_round(pairs=4)
    page = coordinator.get(url(round), headers={"accept-language": "it"}).content.decode()
    assert "4 coppie proposte, ancora nessuno lo sa" in page
    assert "Perché questa coppia" in page


def test_a_failed_solving_names_the_pair_that_a_reorganisation_forbids(
    coordinator: Client,
) -> None:
    round = solved_round(pairs=3)
    proposal = Proposal.objects.filter(round=round).select_related("mentor__person")[0]
    report = proposal.mentor.person
    report.manager = proposal.mentee.person
    report.save()
    Round.objects.filter(pk=round.pk).update(failures=["pinned"])
    page = text(coordinator, url(round))
    assert f"{report.name} and {proposal.mentee.person.name}: In the same reporting line" in page
    assert "Not ready to publish." in page
    assert "Ready to publish." not in page
