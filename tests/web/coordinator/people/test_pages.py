"""The pages of the directory and of an import, as a coordinator uses them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import cast
from tests.factories.people import load, make_import, people_file, row
from viceversa.people.choices import ImportState
from viceversa.people.models import Import, Person

AS_RECOGNISED = dict.fromkeys(("encoding", "separator", "date_order", "level_from"), "auto")
pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(cast.user("coordinator"))
    return client


def text(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, people: int
) -> None:
    load([row(number) for number in range(people)])
    coordinator.get("/people/")
    # session, user, permissions, is-it-the-sample; count, keys, page; units, sites, levels
    with django_assert_num_queries(10):
        page = coordinator.get("/people/")
    assert len(page.context["page"].object_list) == people


def test_a_search_does_not_mind_case_or_accents(coordinator: Client) -> None:
    load([row(0, last_name="Dall’Ò"), row(1, last_name="Rossi")])
    found = coordinator.get("/people/", {"q": "DALL'O"}).context["page"].object_list
    assert [person.last_name for person in found] == ["Dall’Ò"]


def test_a_unit_holds_the_people_of_the_units_below(coordinator: Client) -> None:
    load([row(0, unit="Gruppo"), row(1, unit="Gruppo > Dati"), row(2, unit="Gruppo Due")])
    found = coordinator.get("/people/", {"unit": "Gruppo"}).context["page"].object_list
    assert {person.external_id for person in found} == {"0000", "0001"}


def test_a_person_page_shows_the_line_above_and_below(coordinator: Client) -> None:
    load([row(0), row(1, manager="0000"), row(2, manager="0001"), row(3, manager="0002")])
    middle = Person.objects.get(external_id="0001")
    page = coordinator.get(f"/people/{middle.public_id}/")
    assert [person.external_id for person in page.context["above"]] == ["0000"]
    below = page.context["below"]
    assert [person.external_id for person in below.reports] == ["0002"]
    assert below.everybody == 2


def test_an_upload_ends_on_its_dry_run_and_writes_nothing(coordinator: Client) -> None:
    file = SimpleUploadedFile("people.csv", people_file([row(0), row(1)]))
    page = coordinator.post("/people/imports/new/", {"file": file}, follow=True)
    assert page.status_code == 200
    assert "Import 2 people" in text(page)
    assert not Person.objects.exists()


def test_confirming_writes_and_a_second_time_writes_nothing_more(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0), row(1)]))
    address = f"/people/imports/{import_.public_id}/"
    coordinator.post(f"{address}confirm/")
    coordinator.post(f"{address}confirm/")
    assert Person.objects.count() == 2
    assert "The directory is up to date" in text(coordinator.get(address))
    again = make_import(people_file([row(0), row(1)]))
    assert "Nothing would change" in text(coordinator.get(f"/people/imports/{again.public_id}/"))


def test_a_fix_is_accepted_on_the_page_and_can_be_taken_back(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0), row(1, email="zoe@altavalle,example")]))
    address = f"/people/imports/{import_.public_id}/"
    assert "zoe@altavalle.example" in text(coordinator.get(address))
    problem = import_.problems.get(severity="problem")
    coordinator.post(f"{address}settle/", {"problem": problem.public_id, "choice": "fix"})
    import_.refresh_from_db()
    assert (import_.report["added"], import_.report["problem_rows"]) == (2, 0)
    coordinator.post(f"{address}take-back/", {"line": "3"})
    import_.refresh_from_db()
    assert (import_.report["added"], import_.report["problem_rows"]) == (1, 1)


def test_of_two_rows_with_one_id_the_second_can_be_kept(coordinator: Client) -> None:
    rows = [row(0, first_name="José"), row(1, id="0000", first_name="Jose")]
    import_ = make_import(people_file(rows))
    problem = import_.problems.get(severity="problem")
    address = f"/people/imports/{import_.public_id}/"
    coordinator.post(f"{address}settle/", {"problem": problem.public_id, "choice": "second"})
    coordinator.post(f"{address}confirm/")
    assert list(Person.objects.values_list("first_name", flat=True)) == ["Jose"]


def test_only_the_rows_with_problems_can_be_downloaded(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0), row(1, email="broken")]))
    file = coordinator.get(f"/people/imports/{import_.public_id}/problems.csv")
    lines = text(file).splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("0001;broken;")


def test_rows_to_correct_are_whole_without_formulas_and_can_be_imported_again(
    coordinator: Client,
) -> None:
    wishes = "|".join(f"topic {number}" for number in range(60))
    broken = row(1, email="broken", title="=1+1", site="-Bari", wants=wishes)
    import_ = make_import(people_file([row(0, wants=""), broken]))
    file = coordinator.get(f"/people/imports/{import_.public_id}/problems.csv")
    assert ";'=1+1;" in text(file)
    assert wishes in text(file)
    mended = text(file).replace("broken", "mended@altavalle.example").encode()
    again = make_import(mended)
    coordinator.post(f"/people/imports/{again.public_id}/confirm/")
    person = Person.objects.get(external_id="0001")
    assert (person.title, person.site) == ("=1+1", "-Bari")


def test_a_column_can_be_told_and_is_remembered(coordinator: Client) -> None:
    content = people_file([{"Kennung": "7", "name": "Rossi, Anna", "site": "Bari"}])
    import_ = make_import(content)
    address = f"/people/imports/{import_.public_id}/"
    assert "There is no column with the id or the e-mail" in text(coordinator.get(address))
    columns = {"column_0": "id", "column_1": "name", "column_2": "site"}
    coordinator.post(f"{address}options/", {**AS_RECOGNISED, **columns})
    coordinator.post(f"{address}confirm/")
    assert Person.objects.get().external_id == "7"
    assert make_import(content).report["faults"] == []


def test_grades_get_levels_in_a_small_table(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0, level="Q4"), row(1, level="Q4")]))
    address = f"/people/imports/{import_.public_id}/"
    form = coordinator.get(address).context["reading"]
    assert form.grades == ["Q4"]
    data = {f"column_{n}": h["column"] for n, h in enumerate(import_.report["headers"])}
    coordinator.post(f"{address}options/", {**AS_RECOGNISED, **data, "grade_0": "6"})
    coordinator.post(f"{address}confirm/")
    assert set(Person.objects.values_list("level", "grade")) == {(6, "Q4")}


def test_people_missing_from_the_file_leave_only_when_asked(coordinator: Client) -> None:
    load([row(0), row(1), row(2)])
    import_ = make_import(people_file([row(0), row(1, site="Bari")]))
    address = f"/people/imports/{import_.public_id}/"
    assert import_.report["leaving"] == 0
    coordinator.post(f"{address}options/", {"missing": "left"})
    coordinator.post(f"{address}confirm/")
    assert Person.objects.get(external_id="0002").status == "left"
    assert Person.objects.count() == 3


def test_a_discarded_import_keeps_no_file(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0)]))
    coordinator.post(f"/people/imports/{import_.public_id}/discard/")
    import_.refresh_from_db()
    assert import_.state == ImportState.DISCARDED
    assert bytes(import_.content) == b""
    assert not import_.changes.exists()
    page = coordinator.get(f"/people/imports/{import_.public_id}/")
    assert "thrown away" in text(page)


def test_the_page_of_a_reading_says_how_far_it_is(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0)]))
    Import.objects.filter(pk=import_.pk).update(
        state=ImportState.READING, progress={"stage": "reading", "done": 40, "total": 100}
    )
    page = coordinator.get(f"/people/imports/{import_.public_id}/")
    assert "Reading the rows" in text(page)
    Import.objects.filter(pk=import_.pk).update(state=ImportState.READY)
    done = coordinator.get(
        f"/people/imports/{import_.public_id}/?watching", headers={"HX-Request": "true"}
    )
    assert done.headers["HX-Refresh"] == "true"


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_page_renders_in_both_languages(coordinator: Client, language: str) -> None:
    load([row(0), row(1, manager="0000")])
    rows = [row(0, site="Lione"), row(1, manager="9999"), row(2, email="x"), row(3, id="0002")]
    import_ = make_import(people_file(rows))
    person = Person.objects.first()
    assert person
    for address in (
        "/people/",
        "/people/?q=nessuno",
        f"/people/{person.public_id}/",
        "/people/imports/",
        "/people/imports/new/",
        "/people/imports/template.csv",
        f"/people/imports/{import_.public_id}/",
        f"/people/imports/{import_.public_id}/?show=all&problems=all",
    ):
        page = coordinator.get(address, headers={"Accept-Language": language})
        assert page.status_code == 200, address


def test_a_participant_may_not_see_the_directory(client: Client) -> None:
    client.force_login(cast.user("participant"))
    assert client.get("/people/").status_code == 403
    assert client.get("/people/imports/").status_code == 403


@pytest.mark.parametrize("name", ["q", "unit", "site", "status", "sort", "page"])
def test_a_mark_that_no_database_can_look_for_is_refused(coordinator: Client, name: str) -> None:
    load([row(0)])
    assert coordinator.get("/people/", {name: "\x00"}).status_code == 400


def test_a_line_number_beyond_any_file_takes_nothing_back(coordinator: Client) -> None:
    import_ = make_import(people_file([row(0)]))
    address = f"/people/imports/{import_.public_id}/"
    assert coordinator.post(f"{address}take-back/", {"line": "9" * 5000}).status_code == 302
    sent = {"problem": "x", "choice": "write", "text": "a\x00b"}
    assert coordinator.post(f"{address}settle/", sent).status_code == 400
