"""On a cluster the answer is the same bit for bit, also when a worker dies half-way."""

import os
import signal
from typing import Any

import pytest

from viceversa.engine import Problem, Progress, solve, verify
from viceversa.engine.cluster import DaskScheduler
from viceversa.engine.problem import EngineError
from viceversa.engine.sweep import people as people_sweep
from viceversa.engine.synthetic import organisation


@pytest.mark.filterwarnings("ignore")  # Dask's own, about its shutdown
def test_a_worker_that_dies_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client, LocalCluster

    company = organisation(90, 80, seed=6)
    problem = Problem.build(company.people, company.participants)
    usual = solve(problem).certificate()
    monkeypatch.setattr(people_sweep, "SMALL", 0)
    monkeypatch.setattr(people_sweep, "COMPILED_BLOCK", 800)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        victims = list(client.run(os.getpid).values())

        def kill_once(step: Progress) -> None:
            if victims and step.stage == "pricing" and step.pairs:
                os.kill(victims[0], signal.SIGKILL)
                victims.clear()

        scheduler = DaskScheduler(client=client)
        answer: dict[str, Any] = solve(
            problem, scheduler=scheduler, progress=kill_once
        ).certificate()
        assert not victims
        assert answer == usual
        assert verify(problem, answer, scheduler).ok


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_does_not_answer_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import dask
    import distributed  # noqa: F401  (brings its defaults before they are set aside and restored)

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "200ms"}),
        pytest.raises(EngineError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"),
    ):
        DaskScheduler("tcp://127.0.0.1:9")
