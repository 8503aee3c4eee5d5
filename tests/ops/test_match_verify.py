"""`viceversa verify` proves an honest answer again and refuses every altered one by name."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viceversa.matching.rules.answer import sealed
from viceversa.ops.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two example files and the answer made from them."""
    folder = tmp_path_factory.mktemp("original")
    for name in ("people.csv", "policy.toml"):
        shutil.copy(EXAMPLES / name, folder / name)
    argv = ["match", str(folder / "people.csv"), "--policy", str(folder / "policy.toml")]
    assert main([*argv, "--out", str(folder / "out"), "--matrix", "--date", "2026-11-23"]) == 0
    return folder


@pytest.fixture
def case(original: Path, tmp_path: Path) -> Path:
    """A copy to tamper with."""
    shutil.copytree(original, tmp_path / "case")
    return tmp_path / "case"


def verify(case: Path, *extra: str) -> int:
    argv = ["verify", str(case / "out"), str(case / "people.csv")]
    return main([*argv, "--policy", str(case / "policy.toml"), *extra])


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def reseal(case: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Alter the certificate the clever way: with new checksum and new fingerprints."""
    path = case / "out" / "certificate.json"
    document = json.loads(path.read_text("utf-8"))
    for name in document["files"]:
        content = (case / "out" / name).read_bytes()
        document["files"][name] = hashlib.sha256(content).hexdigest()
    people = (case / "people.csv").read_bytes()
    document["sources"]["people"]["sha256"] = hashlib.sha256(people).hexdigest()
    change(document)
    proof = {key: value for key, value in document["proof"].items() if key != "checksum"}
    text = json.dumps(proof, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    document["proof"] = {**proof, "checksum": hashlib.sha256(text.encode()).hexdigest()}
    document = sealed(document)
    path.write_text(json.dumps(document), "utf-8")


def test_an_honest_answer_holds(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(case) == 0
    said = capsys.readouterr().out
    assert said.startswith("The answer holds.") and "gap 0." in said
    assert verify(case, "--language", "it") == 0
    assert capsys.readouterr().out.startswith("La risposta regge.")


def test_json_says_the_same_to_a_script(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(case, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] and said["gap"] == 0 and said["value"] == said["bound"]


def test_an_answer_told_in_italian_holds_too(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people, policy = str(case / "people.csv"), str(case / "policy.toml")
    argv = ["match", people, "--policy", policy, "--out", str(case / "out"), "--language", "it"]
    assert main(argv) == 0
    assert verify(case) == 0


PAIRS, LEFT, PROOF = "out/pairs.csv", "out/unmatched.csv", "out/certificate.json"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("people.csv", "Negotiation", "Negotiations"),
        ("people.csv", "Ludovica", "Lodovica"),
        ("policy.toml", "minimum_step = 2", "minimum_step = 1"),
        ("policy.toml", "# How the pairs", "# how the pairs"),
        (PAIRS, "0.", "1."),
        (LEFT, "Remigio", "Remigia"),
        ("out/report.html", "nobody told yet", "everybody told"),
        (PROOF, '"value": 1', '"value": 2'),
        (PROOF, '"gap": 0', '"gap": 1'),
        (PROOF, '"pairs": 2', '"pairs": 3'),
        (PROOF, '"language": "en"', '"language": "it"'),
        (PROOF, '"read_on": "2026-11-23"', '"read_on": "2026-06-23"'),
        (PROOF, '"time_zone": "Europe/Rome"', '"time_zone": "Europe/Lisbon"'),
    ],
)
def test_anything_altered_is_refused_and_named(
    case: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str
) -> None:
    rewrite(case / file, old, new)
    assert verify(case) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("The answer is refused.")
    if file != PROOF:
        assert Path(file).name in said.err


def test_a_table_altered_with_its_fingerprint_is_named_by_line(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (case / PAIRS).read_text("utf-8").split("\n")
    lines[3] = lines[3].replace("0.", "0.9", 1)
    (case / PAIRS).write_text("\n".join(lines), "utf-8")
    reseal(case, lambda document: None)
    assert verify(case) == 1
    assert "pairs.csv, line 4" in capsys.readouterr().err


def test_a_line_removed_with_its_fingerprint_is_noticed(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (case / LEFT).read_text("utf-8").split("\n")
    (case / LEFT).write_text("\n".join(lines[:-2]) + "\n", "utf-8")
    reseal(case, lambda document: None)
    assert verify(case) == 1
    assert "unmatched.csv" in capsys.readouterr().err


def test_scores_altered_with_their_fingerprint_are_noticed(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import numpy as np

    with np.load(case / "out/scores.npz") as held:
        arrays = {name: held[name] for name in held.files}
    arrays["scores"] = np.nan_to_num(arrays["scores"], nan=0.5)
    np.savez_compressed(case / "out/scores.npz", **arrays)
    reseal(case, lambda document: None)
    assert verify(case) == 1
    assert "scores.npz" in capsys.readouterr().err


def _swap(document: dict[str, Any]) -> None:
    first, second = document["proof"]["pairs"][:2]
    first["mentor"], second["mentor"] = second["mentor"], first["mentor"]


def _drop(document: dict[str, Any]) -> None:
    document["proof"]["pairs"].pop()


def _cheapen(document: dict[str, Any]) -> None:
    for side in document["proof"]["prices"].values():
        side.update({person: price - 10**6 for person, price in side.items()})


def _overprice(document: dict[str, Any]) -> None:
    prices = document["proof"]["prices"]["mentees"]
    prices[next(iter(prices))] += 1000


def _inflate(document: dict[str, Any]) -> None:
    document["proof"]["pairs"][0]["score"] += 1
    document["proof"]["value"] += 1


def _claim(document: dict[str, Any]) -> None:
    document["value"] = document["bound"] = document["value"] + 1


@pytest.mark.parametrize("change", [_swap, _drop, _cheapen, _overprice, _inflate, _claim])
def test_a_certificate_forged_with_care_is_refused(
    case: Path, capsys: pytest.CaptureFixture[str], change: Callable[[dict[str, Any]], None]
) -> None:
    reseal(case, change)
    assert verify(case) == 1
    assert "certificate.json" in capsys.readouterr().err


def test_people_altered_with_their_fingerprint_are_refused(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(case / "people.csv", "AI assistants:3", "AI assistants:1")
    reseal(case, lambda document: None)
    assert verify(case) == 1
    assert "input_hash" in capsys.readouterr().err


def test_the_policy_is_asked_for_and_not_forgotten(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(case / "out"), str(case / "people.csv")]) == 1
    assert "--policy" in capsys.readouterr().err
    main(["match", str(case / "people.csv"), "--out", str(case / "out")])
    assert verify(case) == 1
    assert "without a policy file" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"format": "viceversa-match/1"}', "\x00"])
def test_a_certificate_that_is_none_is_refused(
    case: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (case / PROOF).write_text(content)
    assert verify(case) == 1
    assert "certificate.json" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["pairs.csv", "unmatched.csv", "report.html"])
def test_a_missing_file_is_named(case: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (case / "out" / name).unlink()
    assert verify(case) == 1
    assert f"{name} is missing" in capsys.readouterr().err


def test_a_folder_that_is_no_answer_is_a_mistaken_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(tmp_path), str(EXAMPLES / "people.csv")]) == 2
    assert "certificate.json" in capsys.readouterr().err
