"""From the inputs to the files of an answer, all in memory: nothing is written here."""

from collections.abc import Callable
from typing import Any

from viceversa import __version__
from viceversa.matching.rules import answer
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import Language
from viceversa.matching.rules.sentences import Teller
from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.folder import CERTIFICATE
from viceversa.ops.matching_files.inputs import Inputs
from viceversa.ops.matching_files.reporting import Progress, report_of
from viceversa.ops.matching_report import render
from viceversa.ops.words import Words

type Solving = Callable[[answer.Progress], None]


def ask(inputs: Inputs, words: Words) -> answer.Problem:
    """The question; raises `Refused` with every fault the engine finds in it."""
    try:
        return build(inputs.roster, inputs.policy)
    except answer.ProblemError as error:
        raise Refused(words("problem"), [str(fault) for fault in error.faults]) from error


def refuse_matrix(problem: answer.Problem, words: Words) -> None:
    """Raise `Misused` where the full matrix would be too large to write."""
    mentees, mentors = problem.shape
    if max(mentees, mentors) > answer.MOST_IN_MATRIX:
        most = answer.MOST_IN_MATRIX
        raise Misused(words("matrix.size", most=most, mentees=mentees, mentors=mentors))


def solved(
    problem: answer.Problem, words: Words, progress: Solving, cluster: str | None = None
) -> answer.Solution:
    """The proven answer, worked out here or on the cluster at an address.

    Raises `Refused` where demands cannot be met together, or no cluster answers.
    """
    try:
        with answer.scheduler(cluster) as where:
            return answer.solve(problem, progress=progress, scheduler=where)
    except answer.ProblemError as error:
        raise Refused(words("problem"), [str(fault) for fault in error.faults]) from error
    except answer.Infeasible as error:
        raise Refused(words("minimums", why=str(error).rstrip("."))) from error
    except answer.EngineError as error:
        raise Refused(str(error)) from error


def files_of(
    inputs: Inputs, problem: answer.Problem, solution: answer.Solution, language: Language,
    command: str, progress: Progress, *, matrix: bool,
) -> tuple[dict[str, bytes], dict[str, Any]]:  # fmt: skip
    """The files by name, and the certificate as data."""
    teller = Teller(inputs.roster, inputs.policy, language)
    left = answer.left_out(solution, teller)
    files = {
        "pairs.csv": answer.pairs_csv(solution),
        "unmatched.csv": answer.unmatched_csv(left),
    }
    if matrix:
        files["scores.npz"] = answer.scores_npz(problem)
    report = report_of(inputs, problem, solution, left, teller, command, progress)
    files["report.html"] = render(report).encode()
    document = certificate(inputs, problem, solution, language, files)
    files[CERTIFICATE] = answer.certificate_json(document)
    return files, document


def certificate(
    inputs: Inputs, problem: answer.Problem, solution: answer.Solution, language: Language,
    files: dict[str, bytes],
) -> dict[str, Any]:  # fmt: skip
    """The certificate file: figures, what was read, what was written, and the engine's proof."""
    total = answer.total_of(solution)
    mentees, mentors = problem.shape
    sources = {"people": inputs.people, "policy": inputs.rules}
    document = {
        "format": answer.FORMAT,
        "viceversa": __version__,
        "value": round(total.value, 6),
        "bound": round(total.bound, 6),
        "gap": total.gap,
        "counts": {
            "people": len(inputs.roster.people),
            "mentees": mentees,
            "mentors": mentors,
            "possible": mentees * mentors,
            "allowed": answer.feasible(problem),
            "pairs": len(solution.pairs),
            "unmatched": len(solution.unmatched),
        },
        "read_on": inputs.roster.on.isoformat(),
        "time_zone": inputs.roster.time_zone,
        "language": language,
        "sources": {
            name: {"name": source.name, "sha256": source.sha256} if source else None
            for name, source in sources.items()
        },
        "files": {name: answer.sha256(content) for name, content in files.items()},
        "proof": solution.certificate(),
    }
    return answer.sealed(document)
