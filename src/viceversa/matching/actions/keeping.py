"""Writing an answer down: proposals, who is left out, the figures, the question and the proof."""

from datetime import datetime
from statistics import median
from typing import Any

from viceversa import engine
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.matching.actions.changing import note_change
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Answer, Decision, LeftOut, Proposal, Round
from viceversa.matching.queries.exchange import exchange_codes
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.attention import Facts, flags
from viceversa.matching.rules.openings import openings
from viceversa.matching.rules.question import Question, pack, squeeze
from viceversa.matching.rules.sentences import leftout

COUNTED = 4_000_000  # possible pairs up to which the allowed ones are counted for the page
KEPT = 2  # answers of a round: the current one and the one to compare it with


def keep_answer(
    round: Round,
    question: Question,
    solution: engine.Solution,
    free: engine.Solution | None,
    *,
    asked_at: datetime,
    solved_at: datetime,
    seconds: float,
) -> Answer:
    """Replace what a locked round proposes by a new answer; the caller holds the transaction.

    `free` is the answer without the coordinator's pins, where there are any: what they cost.
    """
    before = Answer.objects.filter(round=round).first()
    answer = Answer.objects.create(
        round=round,
        number=before.number + 1 if before else 1,
        job=round.job,
        policy=question.policy.write(),
        problem=pack(question),
        certificate=squeeze(solution.certificate()),
        figures=_figures(question, solution, free, seconds),
        pairs=[[*_keys(question, pair), pair.score] for pair in solution.pairs],
        asked_at=asked_at,
        solved_at=solved_at,
    )
    Answer.objects.filter(round=round, number__lte=answer.number - KEPT).delete()
    _write_proposals(round, question, solution, before)
    _write_left_out(round, question, solution)
    _settle(round, answer)
    return answer


def _settle(round: Round, answer: Answer) -> None:
    """Bring the round to *solved*, with the audit line."""
    round.state = RoundState.SOLVED
    round.solved_at = answer.solved_at
    round.job = ""
    round.progress = {}
    round.failures = []
    round.version += 1
    note_change(
        round,
        actor=SYSTEM,
        now=answer.solved_at,
        verb=Verb.ROUND_SOLVED,
        answer=answer.number,
        pairs=len(answer.pairs),
    )
    round.save()


def _keys(question: Question, pair: engine.Pair) -> tuple[int, int]:
    """The enrolments of a pair."""
    places = question.enrolments
    return places[pair.mentor, "mentor"], places[pair.mentee, "mentee"]


def _write_proposals(
    round: Round, question: Question, solution: engine.Solution, before: Answer | None
) -> None:
    known = {(mentor, mentee) for mentor, mentee, _ in before.pairs} if before else None
    middle = median([pair.score for pair in solution.pairs] or [0])
    broken = {
        (decision.mentor_id, decision.mentee_id): decision.rules
        for decision in Decision.objects.filter(round=round)
    }
    teller = teller_of(question)
    rows = []
    for pair in solution.pairs:
        mentor, mentee = _keys(question, pair)
        codes = exchange_codes(question, pair.mentor, pair.mentee, teller)
        facts = Facts(
            pair.score, codes.asked_gives, codes.asked_gets, broken.get((mentor, mentee), ())
        )
        found = flags(facts, middle)
        rows.append(
            Proposal(
                round=round,
                mentor_id=mentor,
                mentee_id=mentee,
                score=min(max(pair.score, 0.0), 1.0),
                exchange=codes.as_json(),
                flags=found,
                to_check=bool(found),
                pinned=(pair.mentor, pair.mentee) in question.pins,
                changed=known is not None and (mentor, mentee) not in known,
            )
        )
    Proposal.objects.filter(round=round).delete()
    Proposal.objects.bulk_create(rows, batch_size=500)


def _write_left_out(round: Round, question: Question, solution: engine.Solution) -> None:
    LeftOut.objects.filter(round=round).delete()
    hours = openings(question.roster, question.policy, solution.unmatched)
    LeftOut.objects.bulk_create(
        [
            LeftOut(
                round=round,
                enrolment_id=question.enrolments[someone.person, someone.role],
                reason=someone.reason,
                facts=leftout.facts_of(someone, hours.get((someone.person, someone.role))),
            )
            for someone in solution.unmatched
        ],
        batch_size=500,
    )


def _figures(
    question: Question,
    solution: engine.Solution,
    free: engine.Solution | None,
    seconds: float,
) -> dict[str, Any]:
    """What the pages say about the answer as a whole, as plain data."""
    certificate = solution.certificate()
    scale = certificate["scale"]
    total = float(solution.objective["total"] or 0)
    return {
        "mentors": len(question.problem.mentors),
        "mentees": len(question.problem.mentees),
        "pairs": len(solution.pairs),
        "possible": solution.statistics["possible"],
        "feasible": _feasible(question),
        "total": total,
        "upper": total + solution.gap / scale,
        "value": solution.value,
        "bound": solution.bound,
        "gap": solution.gap,
        "free_total": float(free.objective["total"] or 0) if free else None,
        "free_pairs": len(free.pairs) if free else None,
        "pins": len(question.pins),
        "bans": len(question.bans),
        "passes": solution.statistics["passes"],
        "seconds": round_to(seconds, 2),
        "engine": certificate["engine"],
        "input_hash": question.problem.input_hash,
        "policy_hash": question.problem.policy_hash,
    }


def _feasible(question: Question) -> int | None:
    """How many pairs no rule forbids; None where counting them would need too large a table."""
    problem = question.problem
    if len(problem.mentors) * len(problem.mentees) > COUNTED:
        return None
    _mentors, _mentees, scores = engine.score_matrix(problem)
    return int((scores == scores).sum())  # a forbidden pair is NaN, which is not itself


def round_to(value: float, digits: int) -> float:
    """`round`, under a name that a parameter called `round` does not hide."""
    return float(f"{value:.{digits}f}")
