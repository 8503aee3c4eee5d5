"""A roster survives a journey through JSON unchanged: a round keeps what it was solved from."""

import json
from datetime import date

from viceversa.matching.rules.records import (
    PersonRecord,
    PlaceRecord,
    Roster,
    TopicRecord,
    read,
    write,
)


def test_a_roster_survives_json() -> None:
    roster = Roster(
        people=(
            PersonRecord("1", "Sofia D’Agnolo", "Sofia", unit=("Data", "Reports"), level=2,
                         languages=("it", "en"), manager="2", manager_known=False),
            PersonRecord("2", "Alberto Brambilla", time_zone="Asia/Kolkata"),
        ),
        places=(
            PlaceRecord("1", "mentor", wants=(("talk", 2),), offers=(("ai", 6),), maximum=0,
                        availability=((0, 540, 600),), excludes=("2",), style=0.25),
            PlaceRecord("2", "mentee", wants=(("ai", 3),), minimum=1, eligible=False),
        ),
        topics={"ai": TopicRecord("AI assistants", "Assistenti AI", "5.3")},
        on=date(2027, 2, 1),
        time_zone="Europe/Lisbon",
    )  # fmt: skip
    assert read(json.loads(json.dumps(write(roster)))) == roster


def test_a_topic_in_one_language_only_is_called_by_it() -> None:
    assert TopicRecord("Podcasts", "").name("it") == "Podcasts"
    assert TopicRecord("", "Brevetti").name("en") == "Brevetti"
