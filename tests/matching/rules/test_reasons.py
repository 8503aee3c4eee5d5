"""The reasons say what the two people wrote, in both languages."""

from datetime import date

import pytest

from tests.matching.rules.couple import teller, told


def test_the_heaviest_criterion_comes_first_and_what_does_not_count_is_left_out() -> None:
    parts = {"language": (0.1, 0.1), "topics": (0.4, 0.3), "style": (0.0, 0.0)}
    reasons = teller().reasons("S", "A", parts)
    assert [reason.criterion for reason in reasons] == ["topics", "language"]
    assert (reasons[0].weight, reasons[0].earned) == (0.4, 0.3)


def test_titles_name_the_person_they_are_about() -> None:
    parts = {"topics": (0.5, 0.5), "reciprocity": (0.5, 0.5)}
    assert [r.title for r in teller().reasons("S", "A", parts)] == [
        "What Alberto is curious about",
        "What Sofia would like in return",
    ]
    assert [r.title for r in teller("it").reasons("S", "A", parts)] == [
        "Che cosa incuriosisce Alberto",
        "Che cosa vorrebbe Sofia in cambio",
    ]


def test_the_first_topic_is_the_one_with_most_weight() -> None:
    assert told("topics") == (
        "Alberto’s first topic is “AI assistants”: Sofia guides colleagues on it (DigComp 5.3,"
        " level 6 of 8). Sofia also covers “Charts”. Level 8 throughout would have earned the rest."
    )
    assert told("topics", "it").startswith(
        "Il primo argomento di Alberto è «Assistenti AI»: Sofia può fare da guida (DigComp 5.3,"
    )


def test_a_topic_below_the_level_of_a_guide_is_for_someone_else() -> None:
    text = told("topics", shares={"offers": (("charts", 8), ("ai", 4))})
    assert text == "Sofia guides colleagues on “Charts”. “AI assistants” would be for someone else."


def test_what_the_mentee_already_does_better_is_not_covered() -> None:
    text = told("topics", learns={"wants": (("ai", 3),), "offers": (("ai", 7),)})
    assert text == "Alberto would like “AI assistants”; Sofia guides colleagues on other topics."


def test_no_topics_yet() -> None:
    assert "not chosen topics yet" in told("topics", learns={"wants": ()})


def test_everything_hoped_for_comes_back() -> None:
    assert told("reciprocity") == (
        "Sofia asked for “How decisions are made” and “Negotiation”,"
        " and Alberto offers all of this."
    )


def test_part_of_what_is_hoped_for_comes_back() -> None:
    text = told("reciprocity", "it", learns={"offers": (("talk", 5),)})
    assert text == (
        "Sofia vorrebbe «Negoziazione»: è proprio ciò che Alberto offre."
        " «Come si decide» dovrebbe arrivare da un’altra parte."
    )


@pytest.mark.parametrize(
    ("mentor", "mentee", "text"),
    [
        (("it", "en"), ("it",), "Italian comes first for both."),
        (("fr", "it"), ("en", "it"), "They share Italian. Sofia’s first language is French."
                                     " Alberto’s first language is English."),
        (("fr",), ("it",), "Sofia and Alberto declare no language in common."),
        ((), ("it",), "No language declared for Sofia, so this counts half."),
    ],
)  # fmt: skip
def test_language(mentor: tuple[str, ...], mentee: tuple[str, ...], text: str) -> None:
    assert told("language", mentor={"languages": mentor}, mentee={"languages": mentee}) == text


def test_languages_of_the_enrolment_win_over_those_of_the_directory() -> None:
    assert told("language", learns={"languages": ("en",)}).startswith("They share English.")


def test_shared_windows_are_told_in_the_weeks_order() -> None:
    assert told("availability") == (
        "They share Monday 17:00–18:00 and Wednesday 8:30–9:30: 2 h a week."
        " Four hours a week in common would have earned the rest."
    )


def test_times_are_the_mentees_and_say_so_where_clocks_differ() -> None:
    text = told("availability", mentor={"time_zone": "Europe/Lisbon"})
    assert "Wednesday 9:30–9:30" not in text
    assert "These are Alberto’s hours (Europe/Rome)." in text


def test_the_season_in_which_common_time_changes_is_told() -> None:
    text = told(
        "availability",
        mentor={"time_zone": "Asia/Kolkata"},
        shares={"availability": ((0, 21 * 60 + 30, 22 * 60 + 30),)},
        learns={"availability": ((0, 17 * 60, 18 * 60),)},
        on=date(2027, 1, 11),
    )
    assert text.endswith(
        "From 28 March 2027, when the clocks change at one end only, they share no time."
    )


def test_time_not_declared_counts_half() -> None:
    text = told("availability", "it", learns={"availability": ()})
    assert text == "Ancora nessun orario libero indicato per Alberto: qui conta la metà."


@pytest.mark.parametrize(
    ("mentor", "text"),
    [
        ({}, "Different function and different site (Torino and Brescia), so neither works in the"
             " other’s daily shadow."),
        ({"site": "Brescia"},
         "Different functions: Technology and Operations. Same site: Brescia."),
        ({"unit": ("Operations", "Logistics")},
         "Same function (Operations), different teams. Different sites: Torino and Brescia."),
        ({"unit": (), "site": ""},
         "The unit is not known for both. The site is not known for both."),
    ],
)  # fmt: skip
def test_mixing(mentor: dict[str, object], text: str) -> None:
    assert told("mixing", mentor=mentor) == text


def test_preferences() -> None:
    assert told("preferences") == "Neither Sofia nor Alberto named anyone in particular."
    both = told("preferences", shares={"prefers": ("A",)}, learns={"prefers": ("S",)})
    assert both == "Alberto named Sofia, and Sofia named Alberto."
    other = told("preferences", shares={"prefers": ("A",)}, learns={"prefers": ("L",)})
    assert other == "Sofia named Alberto. Alberto named other people."


def test_the_sixth_name_does_not_count() -> None:
    names = ("V", "W", "X", "Y", "Z", "S")
    assert told("preferences", learns={"prefers": names}) == "Alberto named other people."


def test_waiting() -> None:
    assert told("waiting") == "Nobody has waited before this round."
    assert told("waiting", learns={"waiting": 2}) == "Alberto has waited 2 rounds."
    assert told("waiting", "it", shares={"waiting": 1}) == "Sofia attende da 1 tornata."


@pytest.mark.parametrize(
    ("styles", "word"),
    [
        ((0.1, 0.9), "Clear"),
        ((0.2, 0.6), "Some"),
        ((0.5, 0.5), "Similar"),
        ((None, 0.5), "not known"),
    ],
)
def test_style(styles: tuple[float | None, float | None], word: str) -> None:
    assert word in told("style", shares={"style": styles[0]}, learns={"style": styles[1]})


def test_the_exchange_shows_what_was_asked_for() -> None:
    flows = teller().exchange("S", "A")
    assert flows.gives == ("AI assistants", "Charts")
    assert flows.gets == ("How decisions are made", "Negotiation")
    assert flows.gives_asked and flows.gets_asked


def test_an_exchange_nobody_asked_for_shows_what_is_offered() -> None:
    flows = teller(learns={"wants": (("video", 3),), "offers": (("talk", 5),)}).exchange("S", "A")
    assert flows.gives == ("Charts", "AI assistants") and not flows.gives_asked
    assert flows.gets == ("Negotiation",) and flows.gets_asked
