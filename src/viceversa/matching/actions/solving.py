"""Solving a round: asked for at a page, done by a job, written all at once or not at all.

A job carries a token. It writes only if the round still holds that token under the lock, so a job
that runs twice, was killed half-way, was cancelled or overtaken by a newer one does no harm.
"""

import logging
import time
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa import engine
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM, Actor
from viceversa.matching.actions.changing import (
    UnableToChange,
    ask_for_answer,
    changing,
    note_change,
)
from viceversa.matching.actions.keeping import keep_answer
from viceversa.matching.messages import failure_sentences
from viceversa.matching.models import Round
from viceversa.matching.queries.asking import question_of
from viceversa.matching.rules.question import Question

logger = logging.getLogger(__name__)

REPORT_EVERY = 0.4  # seconds between two looks at, and words to, the database


class UnableToSolve(UnableToChange):
    """The round has no answer; `details` says why."""


def request_solving(*, round: Round, version: int, actor: Actor, now: datetime) -> Round:
    """Ask for a new answer; whoever calls enqueues the job (`matching.tasks.then_solve`)."""
    with changing(round, version=version) as current:
        ask_for_answer(current, now)
        note_change(current, actor=actor, now=now, verb=Verb.ROUND_CHANGED, what="solving")
    return current


def solve_now(*, round: Round, actor: Actor, now: datetime) -> Round:
    """Ask for a new answer and wait for it; raises `UnableToSolve` where there is none."""
    asked = request_solving(round=round, version=round.version, actor=actor, now=now)
    run_solving(round_id=asked.pk, job=asked.job, now=now)
    asked.refresh_from_db()
    if asked.failures:
        raise UnableToSolve(_("The round could not be solved."), failure_sentences(asked.failures))
    return asked


def run_solving(*, round_id: int, job: str, now: datetime) -> None:
    """Solve a round and write the answer, if the round still waits for this job; else do nothing.

    The kinds of faults are kept in the round for its page, the log says whom they concern;
    anything unexpected is kept as such and raised again.
    """
    round = Round.objects.filter(pk=round_id, job=job).select_related("cohort").first()
    if round is None:
        return
    started = time.perf_counter()
    try:
        question = question_of(round)
        solution, free = _solve(question, _Watch(round_id, job))
    except engine.Cancelled:
        return
    except engine.ProblemError as error:
        logger.warning("Round %s has no answer. %s", round_id, error)
        _fail(round_id, job, sorted({fault.code for fault in error.faults}), now)
        return
    except Exception:
        _fail(round_id, job, ["unexpected"], now)
        raise
    seconds = time.perf_counter() - started
    with transaction.atomic():
        current = Round.objects.select_for_update().filter(pk=round_id, job=job).first()
        if current is None:
            return
        keep_answer(
            current,
            question,
            solution,
            free,
            asked_at=now,
            solved_at=now + timedelta(seconds=seconds),
            seconds=seconds,
        )


class _Watch:
    """What the engine reports to: keeps progress in the round, and sees when the token is gone."""

    def __init__(self, round_id: int, job: str) -> None:
        self._mine = Round.objects.filter(pk=round_id, job=job)
        self._looked = time.monotonic()
        self._gone = False

    def progress(self, progress: engine.Progress) -> None:
        """Keep what the engine says, now and then."""
        if self._due():
            self._gone = not self._mine.update(progress=progress_data(progress))

    def cancelled(self) -> bool:
        """Tell whether the round no longer waits for this job."""
        if not self._gone and self._due():
            self._gone = not self._mine.exists()
        return self._gone

    def _due(self) -> bool:
        now = time.monotonic()
        due = now - self._looked >= REPORT_EVERY
        if due:
            self._looked = now
        return due


def progress_data(progress: engine.Progress) -> dict[str, Any]:
    """The engine's progress as plain data."""
    return {
        "stage": progress.stage,
        "passes": progress.passes,
        "pairs": progress.pairs,
        "of": progress.of,
        "value": progress.value,
        "bound": progress.bound,
    }


def _solve(question: Question, watch: _Watch) -> tuple[engine.Solution, engine.Solution | None]:
    """Return the answer, and the answer without the coordinator's pins where there are any."""
    solution = engine.solve(question.problem, progress=watch.progress, cancelled=watch.cancelled)
    if not question.pins:
        return solution, None
    free = engine.solve(
        question.problem_without(pins=True), cancelled=watch.cancelled, start=solution
    )
    return solution, free


def _fail(round_id: int, job: str, codes: list[str], now: datetime) -> None:
    """Keep why there is no answer, if the round still waits for this job."""
    with transaction.atomic():
        current = Round.objects.select_for_update().filter(pk=round_id, job=job).first()
        if current is None:
            return
        current.job = ""
        current.progress = {}
        current.failures = codes
        current.version += 1
        note_change(
            current,
            actor=SYSTEM,
            now=now,
            verb=Verb.ROUND_FAILED,
            codes=codes,
        )
        current.save()
