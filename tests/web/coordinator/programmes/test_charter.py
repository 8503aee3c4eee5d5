"""From nothing to a programme with a whole charter, with and without scripts."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.programmes import a_person, a_programme
from viceversa.programmes.models import Programme
from viceversa.programmes.queries.programmes import charter_of, gaps

pytestmark = pytest.mark.django_db
PEOPLE = ("sponsor", "co_lead", "answers_observations", "counsellor")


def the_form(programme: Programme, **more: object) -> dict[str, object]:
    """Return what the charter page sends when nothing is changed."""
    sent: dict[str, object] = {
        "name": programme.name,
        "purpose": programme.purpose,
        "driver": programme.driver,
    }
    lines = [(o.text, o.measure) for o in programme.objectives.all()] + [("", "")] * 5
    for i, (text, measure) in enumerate(lines[:5], start=1):
        sent |= {f"objective-{i}-text": text, f"objective-{i}-measure": measure}
    for name in PEOPLE:
        person = getattr(programme, name)
        sent |= {name: person.public_id if person else "", f"{name}_search": ""}
    return sent | more


def test_an_empty_instance_says_how_to_begin(coordinator: Client) -> None:
    page = coordinator.get(reverse("programmes:list")).content.decode()
    assert "No programme yet" in page
    assert reverse("people:list") in page


def test_founding_a_programme_leads_to_its_charter(coordinator: Client) -> None:
    answer = coordinator.post(reverse("programmes:create"), {"name": "Reverse mentoring"})
    programme = Programme.objects.get()
    assert answer["Location"] == reverse("programmes:charter", args=[programme.public_id])
    again = coordinator.post(reverse("programmes:create"), {"name": "reverse mentoring"})
    assert "already a programme called" in again.content.decode()


def test_a_charter_may_be_saved_half_written_and_says_what_is_missing(coordinator: Client) -> None:
    programme = a_programme(complete=False)
    url = reverse("programmes:charter", args=[programme.public_id])
    answer = coordinator.post(url, the_form(programme, purpose="Learn from the younger"))
    assert answer.status_code == 302
    programme.refresh_from_db()
    assert programme.purpose == "Learn from the younger"
    page = coordinator.get(url).content.decode()
    assert "Write one to five objectives." in page
    assert "Say in one or two sentences" not in page


def test_saving_a_charter_unchanged_changes_nothing(coordinator: Client) -> None:
    programme = a_programme()
    before = charter_of(programme)
    url = reverse("programmes:charter", args=[programme.public_id])
    assert coordinator.post(url, the_form(programme)).status_code == 302
    assert charter_of(Programme.objects.get(pk=programme.pk)) == before


def test_a_person_is_found_and_chosen_without_scripts(coordinator: Client) -> None:
    programme = a_programme(complete=False)
    chosen = a_person("Lucia Bonfanti")
    other = a_person("Ivo Bonfanti")
    url = reverse("programmes:charter", args=[programme.public_id])
    looking = the_form(programme, sponsor_search="bonfanti", find="sponsor", driver="Plan 2027")
    page = coordinator.post(url, looking)
    assert page.status_code == 200  # drawn again with the results, nothing saved
    text = page.content.decode()
    assert chosen.public_id in text
    assert other.public_id in text
    assert "Plan 2027" in text
    programme.refresh_from_db()
    assert programme.driver == ""
    picked = the_form(programme, sponsor_search="bonfanti", sponsor=chosen.public_id)
    assert coordinator.post(url, picked).status_code == 302
    programme.refresh_from_db()
    assert programme.sponsor == chosen


def test_a_name_left_in_the_search_is_not_silently_dropped(coordinator: Client) -> None:
    programme = a_programme(complete=False)
    a_person("Lucia Bonfanti")
    url = reverse("programmes:charter", args=[programme.public_id])
    page = coordinator.post(url, the_form(programme, sponsor_search="Bonfanti"))
    assert page.status_code == 200
    assert "Lucia Bonfanti" in page.content.decode()


def test_scripts_get_the_same_results_as_a_piece_of_page(coordinator: Client) -> None:
    person = a_person("Zoë Kovačević")
    url = reverse("programmes:people")
    found = coordinator.get(url, {"picker": "sponsor", "sponsor_search": "kovacevic zoe"})
    assert person.public_id in found.content.decode()
    nothing = coordinator.get(url, {"picker": "sponsor", "sponsor_search": "nobody"})
    assert "Nobody in the directory fits" in nothing.content.decode()
    assert coordinator.get(url, {"picker": "password"}).status_code == 404


def test_the_programme_page_shows_the_charter_as_it_reads(coordinator: Client) -> None:
    programme = a_programme()
    assert gaps(programme) == ()
    page = coordinator.get(reverse("programmes:programme", args=[programme.public_id]))
    text = page.content.decode()
    for part in ("Digital plan 2027", "Twenty pairs meet six times", "Teresa Moroni"):
        assert part in text
