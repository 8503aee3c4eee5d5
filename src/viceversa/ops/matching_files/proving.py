"""The answer of `match` proven again from its folder and the two files.

Nothing in the folder is believed. The files are read anew; the engine recomputes scores, rules
and prices of the certificate, and brings the answer back from it; its solver takes no part. Then
the tables are made again from the pairs so proven and compared line by line.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from viceversa.matching.rules import answer
from viceversa.matching.rules.records import Language
from viceversa.matching.rules.sentences import Teller
from viceversa.ops.matching_files import answering, inputs
from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.folder import CERTIFICATE
from viceversa.ops.matching_files.inputs import Inputs, Source
from viceversa.ops.words import Words

SHOWN = 12  # characters of a SHA-256
TABLES = ("pairs.csv", "unmatched.csv")
FIGURES = ("value", "bound", "gap", "counts", "language", "files", "sources")


def prove(folder: Path, people: Path, policy: Path | None, words: Words) -> dict[str, Any]:
    """The certificate's figures, once everything agrees.

    Raises `Refused` with every disagreement found, `Misused` for paths that lead nowhere.
    """
    document = _certificate(folder, words)
    read = _inputs(document, people, policy, words)
    faults = [] if answer.sealed(document) == document else [words("verify.seal")]
    faults += _source_faults(document, read, words)
    faults += _file_faults(document, folder, words)
    problem = answering.ask(read, words)
    try:
        solution = answer.restore(problem, document["proof"])
    except answer.CertificateError as error:
        faults += [words("verify.proof", why=fault.rstrip(".")) for fault in error.faults]
    except answer.ProblemError as error:
        raise Refused(words("problem"), [str(fault) for fault in error.faults]) from error
    else:
        faults += _answer_faults(document, folder, read, solution, words)
    if faults:
        raise Refused(words("verify.refused"), list(dict.fromkeys(faults)))
    return {name: document[name] for name in FIGURES}


def reopened(
    folder: Path, people: Path, policy: Path | None, words: Words
) -> tuple[Inputs, answer.Solution]:
    """What was asked and the answer, from the proof in the folder; the tables are not looked at.

    Raises `Refused` where the proof does not hold, `Misused` for paths that lead nowhere.
    """
    document = _certificate(folder, words)
    read = _inputs(document, people, policy, words)
    faults = list(_source_faults(document, read, words))
    if not faults:
        try:
            return read, answer.restore(answering.ask(read, words), document["proof"])
        except answer.CertificateError as error:
            faults = [words("verify.proof", why=fault.rstrip(".")) for fault in error.faults]
    raise Refused(words("verify.refused"), faults)


def _certificate(folder: Path, words: Words) -> dict[str, Any]:
    path = folder / CERTIFICATE
    if not path.is_file():
        raise Misused(words("verify.folder", folder=folder, file=CERTIFICATE))
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Refused(words("verify.json", file=CERTIFICATE, why=error)) from error
    shapes = {"proof": dict, "sources": dict, "files": dict, "counts": dict, "language": str}
    shapes |= {"read_on": str, "time_zone": str}
    found = document.get("format") if isinstance(document, dict) else None
    if found != answer.FORMAT or any(
        not isinstance(document.get(name), shape) for name, shape in shapes.items()
    ):
        raise Refused(words("verify.format", file=CERTIFICATE, format=answer.FORMAT))
    return dict(document)


def _inputs(document: Mapping[str, Any], people: Path, policy: Path | None, words: Words) -> Inputs:
    """The two files read as they were read then: same day, same zone."""
    named = document["sources"].get("policy")
    if named and policy is None:
        raise Refused(words("verify.refused"), [words("verify.policy", file=_name(named))])
    if policy is not None and not named:
        raise Refused(words("verify.refused"), [words("verify.no_policy")])
    try:
        on = date.fromisoformat(document["read_on"])
    except ValueError as error:
        raise Refused(words("verify.format", file=CERTIFICATE, format=answer.FORMAT)) from error
    return inputs.load(people, policy, on=on, zone=document["time_zone"], words=words)


def _name(source: object) -> str:
    return str(source.get("name")) if isinstance(source, Mapping) else "?"


def _source_faults(document: Mapping[str, Any], read: Inputs, words: Words) -> Iterator[str]:
    sources: tuple[tuple[str, Source | None], ...] = (
        ("people", read.people),
        ("policy", read.rules),
    )
    for key, source in sources:
        named = document["sources"].get(key)
        expected = named.get("sha256") if isinstance(named, Mapping) else None
        if source is not None and source.sha256 != expected:
            yield _hash_fault(source.name, source.sha256, expected, words)


def _file_faults(document: Mapping[str, Any], folder: Path, words: Words) -> Iterator[str]:
    for name in TABLES:
        if name not in document["files"]:
            yield words("verify.format", file=CERTIFICATE, format=answer.FORMAT)
    for name, expected in document["files"].items():
        path = folder / Path(name).name
        if not path.is_file():
            yield words("verify.missing", file=name)
        elif (found := answer.sha256(path.read_bytes())) != expected:
            yield _hash_fault(name, found, expected, words)


def _hash_fault(name: str, found: str, expected: object, words: Words) -> str:
    return words("verify.hash", file=name, found=found[:SHOWN], expected=str(expected)[:SHOWN])


def _answer_faults(
    document: Mapping[str, Any], folder: Path, read: Inputs, solution: answer.Solution, words: Words
) -> Iterator[str]:
    """What the folder claims against what the proven pairs give."""
    language: Language = "it" if document["language"] == "it" else "en"
    problem = solution.problem
    teller = Teller(read.roster, read.policy, language)
    tables = (answer.pairs_csv(solution), answer.unmatched_csv(answer.left_out(solution, teller)))
    for name, expected in zip(TABLES, tables, strict=True):
        path = folder / name
        if path.is_file():
            yield from _line_faults(name, path.read_bytes(), expected, words)
    matrix = folder / "scores.npz"
    if matrix.is_file() and not answer.same_scores(matrix.read_bytes(), problem):
        yield words("verify.matrix", file=matrix.name)
    again = answering.certificate(read, problem, solution, language, {})
    for name in ("value", "bound", "gap", "counts"):
        if document.get(name) != again[name]:
            yield words(
                "verify.figure", file=CERTIFICATE, name=name, found=document.get(name),
                expected=again[name],
            )  # fmt: skip


def _line_faults(name: str, found: bytes, expected: bytes, words: Words) -> Iterator[str]:
    """The first line that differs, in words."""
    here = found.decode("utf-8", errors="replace").split("\n")
    there = expected.decode().split("\n")
    for number, (mine, yours) in enumerate(zip(here, there, strict=False), start=1):
        if mine != yours:
            yield words("verify.line", file=name, line=number, found=mine, expected=yours)
            return
    if len(here) != len(there):
        yield words("verify.length", file=name, found=len(here), expected=len(there))
