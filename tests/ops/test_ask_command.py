"""`viceversa ask` replies about an answer in files, in both languages, and writes nothing."""

import csv
import json
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from viceversa.ops.cli import main
from viceversa.ops.matching_files.ask_words import EN, IT

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PEOPLE, POLICY = EXAMPLES / "people.csv", EXAMPLES / "policy.toml"


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The answer to the example files."""
    folder = tmp_path_factory.mktemp("asked") / "out"
    argv = ["match", str(PEOPLE), "--policy", str(POLICY), "--out", str(folder)]
    assert main([*argv, "--date", "2026-11-23"]) == 0
    return folder


@pytest.fixture
def ask(answer: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Ask, expecting an exit code; what was said."""

    def asked(*question: str, code: int = 0) -> str:
        capsys.readouterr()
        argv = ["ask", str(answer), str(PEOPLE), "--policy", str(POLICY), *question]
        assert main(argv) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    return asked


def pairs(answer: Path) -> list[tuple[str, str]]:
    with (answer / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return [(row["mentor"], row["mentee"]) for row in csv.DictReader(file)]


def left_out(answer: Path) -> list[str]:
    with (answer / "unmatched.csv").open(encoding="utf-8", newline="") as file:
        return [row["person"] for row in csv.DictReader(file) if row["role"] == "mentee"]


def test_a_pair_is_told_chosen_or_not_with_its_cost(ask: Any, answer: Path) -> None:
    (mentor, mentee), (other, _) = pairs(answer)[:2]
    assert "is proposed as mentor" in ask("--pair", mentor, mentee)
    assert "lose" not in ask("--pair", mentor, mentee)
    reply = json.loads(ask("--pair", other, mentee, "--json"))
    assert reply["state"] == "possible" and reply["forced"]["total"] <= 0
    moved = {move["person"] for move in reply["forced"]["moves"]}
    assert {other, mentee} <= moved
    assert "potrebbe" in ask("--pair", other, mentee, "--language", "it")


def test_the_cost_of_another_pair_is_that_of_pinning_it(ask: Any, answer: Path) -> None:
    (_, mentee), (other, _) = pairs(answer)[:2]
    reply = json.loads(ask("--alternatives", mentee, "--json"))["alternatives"]
    assert reply[0]["proposed"]
    for one in reply[1:3]:
        changed = json.loads(ask("--pin", one["person"], mentee, "--json"))
        assert changed["gap"] == 0
        assert changed["pairs"] == one["places"]
        assert changed["total"] == pytest.approx(one["total"], abs=0.02)


def test_a_what_if_writes_nothing_and_tells_the_difference(ask: Any, answer: Path) -> None:
    before = {path.name: path.read_bytes() for path in answer.iterdir()}
    mentor, mentee = pairs(answer)[0]
    reply = json.loads(ask("--forbid", mentor, mentee, "--json"))
    assert {"mentor": mentor, "mentee": mentee} in [
        {side: gone[side] for side in ("mentor", "mentee")} for gone in reply["gone"]
    ]
    gone = json.loads(ask("--without", mentor, "--json"))
    assert mentor not in {pair["mentor"] for pair in gone["come"]}
    assert "→" in ask("--one-more-place", mentor)
    assert before == {path.name: path.read_bytes() for path in answer.iterdir()}


def test_somebody_left_out_hears_why_and_what_would_help(ask: Any, answer: Path) -> None:
    person = left_out(answer)[0]
    reply = json.loads(ask("--left-out", person, "--json"))
    assert reply["left_out"] and reply["in_the_way"]
    for change in reply["remedies"]:
        assert {"role": "mentee", "person": person} in change["effect"]["now_paired"]
    mentee = pairs(answer)[0][1]
    assert "is not left out" in ask("--left-out", mentee)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (["--recruit"], "able to guide on"),
        (["--frontier"], "Best fit in all: 23 pairs"),
        (["--firmness"], "% of the pairs survive"),
        (["--audit", "unit"], "not shown, to expose nobody"),
        (["--circles", "5"], "of the wishes met on average"),
    ],
)
def test_questions_about_the_whole(ask: Any, question: list[str], says: str) -> None:
    assert says in ask(*question)


def test_both_languages_say_the_same_things() -> None:
    assert EN.keys() == IT.keys()
    for key, sentence in EN.items():
        assert fields(sentence) == fields(IT[key]), key


def fields(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence)} - {None}


def test_five_suggestions_at_most_with_reasons(ask: Any, answer: Path) -> None:
    mentee = pairs(answer)[0][1]
    reply = json.loads(ask("--suggest", mentee, "--json"))
    assert 1 <= len(reply["suggestions"]) <= 5
    assert all(other["reasons"] for other in reply["suggestions"])


@pytest.mark.parametrize(
    ("question", "why", "code"),
    [
        ([], "Nothing is asked", 2),
        (["--recruit", "--without", "0001"], "at once", 2),
        (["--suggest", "Nobody Atall"], "Nobody called", 2),
        (["--audit", "shoes"], "no grouping", 2),
        (["--circles", "2"], "cannot be formed", 2),
        (["--pair", "0001", "0034"], "does not take part as a mentor", 2),
        (["--pin", "0034", "0001", "--forbid", "0034", "0001"], "", 1),
    ],
)
def test_what_cannot_be_asked_is_said(ask: Any, question: list[str], why: str, code: int) -> None:
    assert why in ask(*question, code=code)


def test_an_altered_proof_answers_nothing(answer: Path, tmp_path: Path, capsys: Any) -> None:
    document = json.loads((answer / "certificate.json").read_text("utf-8"))
    document["proof"]["value"] += 1
    (tmp_path / "certificate.json").write_text(json.dumps(document), "utf-8")
    argv = ["ask", str(tmp_path), str(PEOPLE), "--policy", str(POLICY), "--recruit"]
    assert main(argv) == 1
    assert "refused" in capsys.readouterr().err
