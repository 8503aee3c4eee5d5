"""A kept answer comes back from its certificate; one that is of no use does not stop a page."""

import logging

import pytest

from tests.factories.matching import solved_round
from viceversa import engine
from viceversa.matching.models import Answer, Proposal, Round
from viceversa.matching.queries.solved import solved
from viceversa.matching.rules.question import squeeze, unsqueeze

pytestmark = pytest.mark.django_db


def told(round: Round) -> set[tuple[str, str]]:
    """The pairs of the round's answer, as brought back."""
    known = solved(round)
    assert known is not None
    return {(pair.mentor, pair.mentee) for pair in known.solution.pairs}


def kept(round: Round) -> set[tuple[str, str]]:
    """The pairs that the round proposes, by person id."""
    known = solved(round)
    assert known is not None
    rows = Proposal.objects.filter(round=round).values_list("mentor", "mentee")
    return {known.question.pair(mentor, mentee) for mentor, mentee in rows}


def test_a_kept_answer_is_not_solved_again(monkeypatch: pytest.MonkeyPatch) -> None:
    round = solved_round(pairs=4)
    monkeypatch.setattr(engine, "solve", None)
    assert len(told(round)) == 4
    assert told(round) == kept(round)


def test_an_answer_of_an_earlier_engine_is_found_anew(caplog: pytest.LogCaptureFixture) -> None:
    round = solved_round(pairs=3)
    answer = Answer.objects.get(round=round)
    certificate = unsqueeze(bytes(answer.certificate)) | {"engine": "0"}
    Answer.objects.filter(pk=answer.pk).update(certificate=squeeze(certificate))
    with caplog.at_level(logging.WARNING, logger="viceversa.matching"):
        assert told(round) == kept(round)
    assert "engine is '0'" in caplog.text
