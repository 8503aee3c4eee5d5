"""A champion's picture: put there, replaced, and gone with the words."""

import pytest

from tests.cast import THEN
from tests.factories.pictures import a_picture
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import Actor
from viceversa.people.models import Person
from viceversa.programmes.actions import champions, enrolments
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Champion, ChampionPicture, Cohort, Enrolment
from viceversa.programmes.queries.champions import champions as shown
from viceversa.programmes.queries.champions import picture, stages

pytestmark = pytest.mark.django_db
STEFANO = Actor(kind="user", name="Stefano Arrighi", user_id=7)


@pytest.fixture
def stage() -> tuple[Cohort, Person]:
    cohort, leader = a_cohort(), a_person("Stefano Arrighi", level=8)
    an_enrolment(cohort, "mentee", leader)
    return cohort, leader


def appear(stage: tuple[Cohort, Person], content: bytes | None) -> Champion:
    cohort, person = stage
    return champions.appear(
        cohort=cohort,
        person=person,
        sentence="I ask, too.",
        picture=content,
        actor=STEFANO,
        now=THEN,
    )


def test_a_picture_is_kept_in_two_sizes_under_a_name_of_its_own(
    stage: tuple[Cohort, Person],
) -> None:
    appear(stage, a_picture())
    [champion] = shown([stage[0]])
    small, large = (picture(champion.picture_name, size) for size in ("small", "large"))
    assert small and large and len(small) < len(large)
    assert picture("0" * 40, "small") is None
    appear(stage, None)  # other words: the picture stays
    assert shown([stage[0]])[0].picture_name == champion.picture_name
    appear(stage, a_picture(colour="navy"))
    assert picture(champion.picture_name, "small") is None
    assert ChampionPicture.objects.count() == 1


def test_what_is_no_picture_changes_nothing_at_all(stage: tuple[Cohort, Person]) -> None:
    with pytest.raises(champions.UnableToShowPicture, match="JPEG, PNG or WebP"):
        appear(stage, b"hello")
    assert not Champion.objects.exists()
    assert not Line.objects.filter(verb=Verb.CHAMPION_CHANGED).exists()


def test_it_is_deleted_alone_or_with_the_words(stage: tuple[Cohort, Person]) -> None:
    cohort, person = stage
    who = {"cohort": cohort, "person": person, "actor": STEFANO, "now": THEN}
    appear(stage, a_picture())
    champions.take_picture_back(**who)
    champions.take_picture_back(**who)
    lines = Line.objects.filter(verb=Verb.CHAMPION_CHANGED).order_by("pk")
    assert [line.facts["what"] for line in lines] == ["shown", "picture-shown", "picture-gone"]
    assert Champion.objects.get().sentence
    appear(stage, a_picture())
    champions.disappear(**who)
    assert not ChampionPicture.objects.exists()


def test_nobody_sees_it_while_it_is_taken_down_nor_keeps_it_after(
    stage: tuple[Cohort, Person],
) -> None:
    cohort, person = stage
    champion = appear(stage, a_picture())
    name = ChampionPicture.objects.get().name
    champions.take_down(champion=champion, actor=STEFANO, now=THEN)
    assert picture(name, "large") is None
    champions.put_back(champion=champion, actor=STEFANO, now=THEN)
    assert picture(name, "large")
    champions.take_down(champion=champion, actor=STEFANO, now=THEN)
    champions.disappear(cohort=cohort, person=person, actor=STEFANO, now=THEN)
    assert Champion.objects.exists()  # that it was taken down is remembered
    assert not ChampionPicture.objects.exists()


def test_who_gives_up_their_place_is_seen_no_more(stage: tuple[Cohort, Person]) -> None:
    appear(stage, a_picture())
    enrolments.withdraw(enrolment=Enrolment.objects.get(), actor=STEFANO, now=THEN)
    assert not Champion.objects.exists()
    assert not ChampionPicture.objects.exists()


def test_one_can_leave_after_the_end_of_a_cohort(stage: tuple[Cohort, Person]) -> None:
    cohort, person = stage
    appear(stage, None)
    Cohort.objects.update(state=CohortState.CLOSED)
    assert [one.shown for one in stages(person)] == [True]
    champions.disappear(cohort=cohort, person=person, actor=STEFANO, now=THEN)
    assert stages(person) == []
