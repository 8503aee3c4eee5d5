"""Ink: nothing of what was agreed or written is lost, and every word has the right hand."""

from hypothesis import given
from hypothesis import strategies as st

from viceversa.relationships.rules.ink import ink

TEXTS = st.lists(st.sampled_from(["one", "two", "three", "four", "\n"]), max_size=12).map(" ".join)
REVISIONS = st.lists(st.tuples(st.integers(1, 4), TEXTS), max_size=5)


@given(TEXTS, REVISIONS)
def test_what_is_not_removed_is_the_last_text(
    agreed: str, revisions: list[tuple[int, str]]
) -> None:
    spans = ink(agreed, revisions)
    last = revisions[-1][1] if revisions else agreed
    assert "".join(span.text for span in spans if span.kind != "removed") == last


@given(TEXTS, REVISIONS)
def test_what_nobody_added_is_the_agreed_text(
    agreed: str, revisions: list[tuple[int, str]]
) -> None:
    spans = ink(agreed, revisions)
    assert "".join(span.text for span in spans if span.kind != "added") == agreed


@given(TEXTS, REVISIONS)
def test_ink_belongs_to_somebody_who_wrote(agreed: str, revisions: list[tuple[int, str]]) -> None:
    writers = {author for author, _ in revisions}
    for span in ink(agreed, revisions):
        assert (span.author is None) == (span.kind == "kept")
        assert span.author is None or span.author in writers


def test_two_hands_in_one_sentence() -> None:
    spans = ink("six meetings", [(1, "seven meetings"), (2, "seven short meetings")])
    assert [(span.text, span.kind, span.author) for span in spans] == [
        ("six", "removed", 1),
        ("seven", "added", 1),
        (" ", "kept", None),
        ("short ", "added", 2),
        ("meetings", "kept", None),
    ]


def test_taking_out_anothers_addition_leaves_no_trace() -> None:
    [span] = ink("six meetings", [(1, "six long meetings"), (2, "six meetings")])
    assert (span.text, span.kind) == ("six meetings", "kept")
