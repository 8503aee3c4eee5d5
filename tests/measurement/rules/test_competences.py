"""The 21 competences are whole in both languages, and never speak of what somebody lacks."""

import re

from viceversa.measurement.rules.competences import Words, by_code, competences, starters

NEVER = {
    "en": {"gap", "gaps", "lack", "lacks", "low", "weak", "deficit", "old", "poor", "fail"},
    "it": {"lacuna", "lacune", "carenza", "carenze", "divario", "divari", "vecchio", "vecchia"},
}


def every_text() -> list[Words]:
    found: list[Words] = []
    for each in competences():
        found += [each.area, each.title, each.about, *([each.lens] if each.lens else [])]
        found += [words for band in each.bands for words in (band.does, band.example)]
    return found


def test_there_are_five_areas_and_twenty_one_competences_in_order() -> None:
    codes = [each.code for each in competences()]
    assert codes == sorted(codes)
    areas = [int(code[0]) for code in codes]
    assert [areas.count(number) for number in range(1, 6)] == [3, 6, 4, 4, 4]
    assert len({each.area.en for each in competences()}) == 5


def test_nine_come_first_each_with_a_sentence_on_ai_assistants() -> None:
    assert len(starters()) == 9
    assert [each.code for each in competences() if each.lens] == [e.code for e in starters()]
    assert starters()[4].code == "2.6"


def test_every_competence_has_four_bands_that_differ() -> None:
    for each in competences():
        for language in ("en", "it"):
            does = {band.does.in_(language) for band in each.bands}
            examples = {band.example.in_(language) for band in each.bands}
            assert len(does) == len(examples) == 4, each.code


def test_every_text_is_there_in_both_languages_and_ends_as_a_sentence() -> None:
    for words in every_text():
        assert words.en
        assert words.it
        assert words.en != words.it
        assert words.en[-1:] in ".?" or words.en in _titles(), words.en
        assert not re.search(r"[\"'!]", words.en + words.it), words


def test_no_text_speaks_of_what_somebody_lacks() -> None:
    for words in every_text():
        for language, never in NEVER.items():
            said = set(re.findall(r"\w+", words.in_(language).lower()))
            assert said & never == set(), words.in_(language)


def test_any_language_but_italian_is_english() -> None:
    title = by_code()["2.6"].title
    assert title.in_("it-ch") == "Gestire la propria identità digitale"
    assert title.in_("fr") == title.en


def _titles() -> set[str]:
    return {each.area.en for each in competences()} | {each.title.en for each in competences()}
