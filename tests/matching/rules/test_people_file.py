"""The rows of a file become the same records that the database would give."""

from datetime import date

from viceversa.matching.rules.people_file import Remark, roster_of
from viceversa.matching.rules.records import Roster
from viceversa.people.rules.reading import read

HEADER = (
    "id,email,first_name,last_name,level,manager,role,wants,offers,gives_back,wants_back,"
    "capacity,availability,prefers,excludes,previous,status\n"
)
ADA = "1,ada@ditta.example,Ada,Rossi,7,,both,AI:3; Short-video,Talks:8,Career talk,AI,,,,,,\n"
BRUNO = "2,bruno@ditta.example,Bruno,Verdi,5,1,,,,,,,,,,,\n"
CARLA = (
    "3,carla@ditta.example,Carla,Neri,2,2,mentor,,ai; Short  Video:7,,career talk:3,2,"
    "Mon 9-11,ADA@ditta.example,2,9; 3,leave\n"
)


def roster(*lines: str) -> tuple[Roster, tuple[Remark, ...]]:
    reading = read((HEADER + "".join(lines)).encode(), "people.csv")
    assert reading.faults == [] and reading.problems == []
    return roster_of(reading.rows, date(2026, 11, 23), "Europe/Rome")


def test_everyone_is_known_and_only_those_with_a_role_take_a_place() -> None:
    found, _ = roster(ADA, BRUNO, CARLA)
    assert list(found.person) == ["1", "2", "3"]
    assert found.person["3"].manager == "2"
    assert list(found.place) == [("1", "mentor"), ("1", "mentee"), ("3", "mentor")]


def test_each_role_takes_its_own_columns() -> None:
    found, _ = roster(ADA, BRUNO, CARLA)
    mentee, mentor = found.place["1", "mentee"], found.place["1", "mentor"]
    assert mentee.wants == (("ai", 3), ("short video", 2))  # 2 where no weight is written
    assert mentee.offers == (("career talk", 5),)  # 5 where no level is written
    assert mentor.wants == (("ai", 2),) and mentor.offers == (("talks", 8),)


def test_the_same_words_are_the_same_topic_across_columns_and_rows() -> None:
    found, _ = roster(ADA, BRUNO, CARLA)
    assert found.place["3", "mentor"].offers == (("ai", 5), ("short video", 7))
    assert found.topics["short video"].name("en") == "Short-video"


def test_people_are_named_by_id_or_e_mail_and_names_that_lead_nowhere_are_remarked() -> None:
    found, remarks = roster(ADA, BRUNO, CARLA)
    carla = found.place["3", "mentor"]
    assert (carla.prefers, carla.excludes, carla.previous) == (("1",), ("2",), ())
    assert remarks == (
        Remark(4, "previous", "9", "unknown-person"),
        Remark(4, "previous", "3", "own-name"),
    )


def test_whoever_is_on_leave_keeps_the_place_but_is_not_eligible() -> None:
    found, _ = roster(ADA, BRUNO, CARLA)
    assert not found.place["3", "mentor"].eligible
    assert found.place["3", "mentor"].maximum == 2
    assert found.place["1", "mentee"].eligible
