"""The proposed agreement says what was promised, in both languages, for any number of people."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.relationships.rules.agreement_words import Facts, propose

NAMES = st.lists(st.text(ascii_lowercase, min_size=1, max_size=12), min_size=1, max_size=4)
TOPICS = st.lists(st.sampled_from(["AI assistants", "Digital identity", "Cybersecurity"]))
FACTS = st.builds(
    Facts,
    mentors=NAMES.map(tuple),
    mentees=NAMES.map(tuple),
    gives=TOPICS.map(tuple),
    returns=TOPICS.map(tuple),
    meetings=st.integers(1, 12),
    months=st.integers(1, 12),
    minutes=st.sampled_from([(30, 30), (45, 60)]),
    counsellor=st.sampled_from(["", "Teresa Moroni"]),
    circle=st.booleans(),
)
PARTS = [
    "purpose", "topics", "rhythm", "moving", "feedback", "confidentiality", "no-reprisal", "ending",
]  # fmt: skip
# Words that would belittle a senior, or shout.
NEVER = ("gap", "deficit", "lacuna", "carenza", "divario", "!", "{", "  ")
PAIR = Facts(("Nicolò",), ("Francesca",), ("AI",), (), 6, 6, (45, 60), "Teresa Moroni")


@given(FACTS, st.sampled_from(["en", "it"]))
def test_every_part_has_decent_words_of_a_decent_length(facts: Facts, language: str) -> None:
    words = propose(language, facts)
    assert list(words) == PARTS
    for code, text in words.items():
        assert 80 < len(text) <= 2000, code
        assert text.endswith(".")
        assert not [never for never in NEVER if never in text]


@pytest.mark.parametrize(
    ("language", "sayings"),
    [
        (
            "en",
            {
                "topics": "“AI”; in return comes what we ask for at the first meeting",
                "rhythm": "6 meetings of 45 to 60 minutes over 6 months, about every 4 weeks",
                "no-reprisal": "Nothing of this enters anybody’s appraisal, pay or promotion",
                "confidentiality": "Whoever coordinates sees dates and states, never content",
                "ending": "without giving a reason",
            },
        ),
        (
            "it",
            {
                "topics": "«AI»; in cambio arriva ciò che chiediamo al primo incontro",
                "rhythm": "mai nell’ufficio di Francesca",
                "no-reprisal": "Niente di questo percorso entra in valutazioni, premi o carriera",
                "confidentiality": "Chi coordina vede date e stati, mai i contenuti",
                "ending": "Teresa Moroni",
            },
        ),
    ],
)
def test_what_must_be_promised_is(language: str, sayings: dict[str, str]) -> None:
    words = propose(language, PAIR)
    for code, saying in sayings.items():
        assert saying in words[code]
