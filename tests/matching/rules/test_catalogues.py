"""Both languages say everything, with the same fields, in the manner of the design."""

import re
from string import Formatter

import pytest

from viceversa.matching.rules.sentences import en, it
from viceversa.matching.rules.sentences.tongue import Tongue
from viceversa.ops.matching_files import words as terminal
from viceversa.ops.matching_report import words

PAIRS = [
    (en.SENTENCES, it.SENTENCES),
    (words.CATALOGUES["en"], words.CATALOGUES["it"]),
    (terminal.CATALOGUES["en"], terminal.CATALOGUES["it"]),
]
# Words that people of rank must never read about themselves (product.md §4, DESIGN.md §8).
NEVER = re.compile(
    r"\b(gap|lacks?|low|deficit|weak|old|lacuna|carenza|divario|debole|successfully|please note)\b",
    re.IGNORECASE,
)


def fields(template: str) -> set[str]:
    """The fields of a template; a singular may leave its number to the words (“un altro”)."""
    return {name for _, name, _, _ in Formatter().parse(template) if name and name != "count"}


@pytest.mark.parametrize(("english", "italian"), PAIRS)
def test_the_same_sentences_with_the_same_fields(
    english: dict[str, str], italian: dict[str, str]
) -> None:
    assert english.keys() == italian.keys()
    assert {k: fields(english[k]) for k in english} == {k: fields(italian[k]) for k in italian}


@pytest.mark.parametrize("catalogue", [c for pair in PAIRS for c in pair])
def test_the_manner_of_the_design(catalogue: dict[str, str]) -> None:
    for key, sentence in catalogue.items():
        bare = re.sub(r"\{[^}]*\}", "", sentence)
        assert not re.search(r"['\"!]", bare), key
        # The terminal's “gap” is a number of the proof, and no senior reads it about themselves.
        assert catalogue in terminal.CATALOGUES.values() or not NEVER.search(bare), key


@pytest.mark.parametrize("italian", [it.SENTENCES, words.CATALOGUES["it"]])
def test_italian_speaks_of_nobodys_gender(italian: dict[str, str]) -> None:
    agreeing = re.compile(r"\{(mentor|mentee|name|who)\} (è|sarà|resta) \w+(at|ut|it)[oa]\b")
    assert [key for key, text in italian.items() if agreeing.search(text)] == []
    assert [k for k, t in italian.items() if re.search(r"\b(entramb[ei]|lui|lei|loro)\b", t)] == []


def test_numbers_lists_and_times() -> None:
    en_, it_ = Tongue("en"), Tongue("it")
    assert (en_.decimal(1286.4), it_.decimal(1286.4)) == ("1,286.40", "1.286,40")
    assert (en_.signed(-0.03), en_.signed(-0.001)) == ("−0.03", "0.00")
    assert it_.signed(0.125, 3) == "+0,125"
    assert it_.listed(["a", "b", "c", "d", "e"], 3) == "a, b, c e altri 2"
    assert en_.listed(["a", "b", "c", "d"], 3) == "a, b, c and d"
    assert en_.window((4, 1425, 1440)) == "Friday 23:45–24:00"
    assert it_.window((6, 1410, 1470)) == "domenica 23:30–0:30"
    assert [it_.duration(m).replace("\u00a0", " ") for m in (0, 45, 60, 95)] == [
        "0 min",
        "45 min",
        "1 h",
        "1 h 35 min",
    ]
    assert (en_.tongue("it"), it_.tongue("it"), it_.tongue("xx")) == ("Italian", "italiano", "xx")
