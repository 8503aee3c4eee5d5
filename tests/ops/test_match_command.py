"""`viceversa match`: what it writes, what it refuses, and that it needs nothing else."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from viceversa.ops.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PEOPLE, POLICY = EXAMPLES / "people.csv", EXAMPLES / "policy.toml"
HEADER = "id;email;nome;cognome;livello;responsabile;partecipa come;vuole imparare;sa condividere\n"
BOSS = "1;a@ditta.example;Ada;Rossi;7;;mentee;AI:3;\n"
MIDDLE = "2;b@ditta.example;Bruno;Verdi;5;1;;;\n"
YOUNG = "3;c@ditta.example;Carla;Neri;2;9;mentor;;AI:6\n"
OTHER = "9;d@ditta.example;Dino;Bianchi;5;;;;\n"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def small(tmp_path: Path, *lines: str, header: str = HEADER) -> Path:
    path = tmp_path / "persone.csv"
    path.write_text(header + "".join(lines or (BOSS, MIDDLE, YOUNG, OTHER)), encoding="cp1252")
    return path


def test_the_example_is_matched_and_proven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["match", str(PEOPLE), "--out", str(out), "--matrix"]) == 0
    said = capsys.readouterr()
    assert "gap 0." in said.out and "proven" in said.out
    assert "0999" in said.err  # the line manager who is not in the file
    document = json.loads((out / "certificate.json").read_text())
    assert document["gap"] == 0 and document["value"] == document["bound"]
    assert set(document["files"]) == {"pairs.csv", "unmatched.csv", "scores.npz", "report.html"}
    pairs = rows(out / "pairs.csv")
    assert document["counts"]["pairs"] == len(pairs)
    assert sum(float(pair["score"]) for pair in pairs) == pytest.approx(document["value"], abs=1e-4)
    assert list(pairs[0])[:4] == ["mentor", "mentee", "score", "topics"]
    assert all(len(pair["score"].partition(".")[2]) == 6 for pair in pairs)


def test_ids_keep_their_zeros_and_stand_in_every_file(tmp_path: Path) -> None:
    main(["match", str(PEOPLE), "--out", str(tmp_path / "out"), "--matrix"])
    ids = {row["id"] for row in rows(PEOPLE)}
    for pair in rows(tmp_path / "out" / "pairs.csv"):
        assert {pair["mentor"], pair["mentee"]} <= ids
    with np.load(tmp_path / "out" / "scores.npz") as held:
        assert set(held["mentors"]) | set(held["mentees"]) <= ids
        assert held["scores"].shape == (len(held["mentees"]), len(held["mentors"]))
        index = {name: k for k, name in enumerate(held["mentees"].tolist())}
        columns = {name: k for k, name in enumerate(held["mentors"].tolist())}
        for pair in rows(tmp_path / "out" / "pairs.csv"):
            score = held["scores"][index[pair["mentee"]], columns[pair["mentor"]]]
            assert score == pytest.approx(float(pair["score"]), abs=1e-6)


def test_everyone_with_a_role_is_in_one_of_the_two_tables(tmp_path: Path) -> None:
    main(["match", str(PEOPLE), "--out", str(tmp_path / "out")])
    paired = {
        (pair[role], role)
        for pair in rows(tmp_path / "out/pairs.csv")
        for role in ("mentor", "mentee")
    }
    left = {(one["person"], one["role"]) for one in rows(tmp_path / "out/unmatched.csv")}
    asked = set()
    for row in rows(PEOPLE):
        roles = {"both": ("mentor", "mentee"), "": ()}.get(row["role"], (row["role"],))
        asked |= {(row["id"], role) for role in roles}
    assert paired | left == asked
    assert not paired & left


def test_the_reasons_of_those_left_out_are_told_in_the_language(tmp_path: Path) -> None:
    main(["match", str(PEOPLE), "--out", str(tmp_path / "it"), "--language", "it"])
    left = {one["person"]: one for one in rows(tmp_path / "it" / "unmatched.csv")}
    assert left["0058"]["reason"].startswith("In anagrafica non c’è il responsabile di Remigio")
    assert left["0010"]["remedy"] != ""


def test_the_same_question_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        argv = [
            "match",
            str(PEOPLE),
            "--out",
            str(tmp_path / name),
            "--matrix",
            "--date",
            "2026-11-23",
        ]
        assert main(argv) == 0
    for name in ("pairs.csv", "unmatched.csv", "scores.npz"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_policy_changes_the_answer_and_is_recorded(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["match", str(PEOPLE), "--policy", str(POLICY), "--out", str(out)]) == 0
    document = json.loads((out / "certificate.json").read_text())
    assert document["sources"]["policy"]["name"] == "policy.toml"
    assert document["proof"]["objective"] == "protect-the-worst-off"


def test_italian_headings_semicolons_and_cp1252_need_no_question(tmp_path: Path) -> None:
    people = small(tmp_path)
    assert main(["match", str(people), "--out", str(tmp_path / "out")]) == 0
    (pair,) = rows(tmp_path / "out" / "pairs.csv")
    assert (pair["mentor"], pair["mentee"]) == ("3", "1")


def test_whoever_has_no_id_goes_by_e_mail(tmp_path: Path) -> None:
    header = "email,name,level,role,wants,offers\n"
    people = small(
        tmp_path,
        "Ada@ditta.example,Ada Rossi,7,mentee,AI,\n",
        "carla@ditta.example,Carla Neri,2,mentor,,AI\n",
        header=header,
    )
    assert main(["match", str(people), "--out", str(tmp_path / "out")]) == 0
    (pair,) = rows(tmp_path / "out" / "pairs.csv")
    assert (pair["mentor"], pair["mentee"]) == ("carla@ditta.example", "ada@ditta.example")


def test_every_fault_of_the_file_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = small(
        tmp_path, BOSS.replace("a@ditta.e", "a@ditta,e"), MIDDLE, YOUNG.replace("mentor", "guru")
    )
    out = tmp_path / "out"
    assert main(["match", str(people), "--out", str(out)]) == 1
    said = capsys.readouterr().err
    assert "line 2" in said and "a@ditta,example" in said
    assert "line 4" in said and "guru" in said
    assert said.rstrip().endswith("Nothing was written.")
    assert not out.exists()


def test_every_fault_of_the_policy_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('objective = "luck"\n[rules]\nminimum_step = -1\nmentor_leval = 5\n')
    argv = ["match", str(PEOPLE), "--policy", str(policy), "--out", str(tmp_path / "out")]
    assert main(argv) == 1
    said = capsys.readouterr().err
    assert all(key in said for key in ("objective", "rules.minimum_step", "rules.mentor_leval"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("content", "word"), [(b"objective = ", "TOML"), (b"\xff\xfea", "UTF-8")])
def test_a_policy_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, word: str
) -> None:
    (tmp_path / "p.toml").write_bytes(content)
    argv = [
        "match",
        str(PEOPLE),
        "--policy",
        str(tmp_path / "p.toml"),
        "--out",
        str(tmp_path / "o"),
    ]
    assert main(argv) == 1
    assert word in capsys.readouterr().err


@pytest.mark.parametrize(
    ("extra", "word"),
    [(["--time-zone", "Europe/Atlantis"], "Europe/Atlantis"), (["--policy", "no.toml"], "no.toml")],
)
def test_a_mistaken_command_is_told_apart_from_bad_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], word: str
) -> None:
    assert main(["match", str(PEOPLE), "--out", str(tmp_path / "out"), *extra]) == 2
    assert word in capsys.readouterr().err


def test_a_path_that_leads_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", str(tmp_path / "no.csv"), "--out", str(tmp_path / "out")]) == 2
    assert "no.csv" in capsys.readouterr().err


def test_a_file_in_which_nobody_takes_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = small(tmp_path, MIDDLE, OTHER)
    assert main(["match", str(people), "--out", str(tmp_path / "out")]) == 1
    assert "role" in capsys.readouterr().err


def test_one_side_alone_is_an_empty_answer_with_reasons(tmp_path: Path) -> None:
    people = small(tmp_path, BOSS, MIDDLE)
    assert main(["match", str(people), "--out", str(tmp_path / "out"), "--matrix"]) == 0
    assert rows(tmp_path / "out" / "pairs.csv") == []
    (left,) = rows(tmp_path / "out" / "unmatched.csv")
    assert (left["person"], left["reason"]) == ("1", "There is no mentor in this round.")
    assert "No pair can be proposed yet" in (tmp_path / "out" / "report.html").read_text()


def test_json_says_the_same_to_a_script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", str(PEOPLE), "--out", str(tmp_path / "out"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] and said["gap"] == 0 and said["counts"]["people"] == 59
    assert main(["match", str(POLICY), "--out", str(tmp_path / "no"), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert not said["ok"] and said["problem"]


def test_names_that_lead_nowhere_are_remarked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = HEADER.replace("\n", ";preferisce\n")
    people = small(tmp_path, BOSS.replace("\n", ";z@ditta.example\n"), YOUNG.replace("\n", ";\n"),
                   OTHER.replace("\n", ";\n"), header=header)  # fmt: skip
    assert main(["match", str(people), "--out", str(tmp_path / "out")]) == 0
    assert "z@ditta.example" in capsys.readouterr().err


def test_neither_django_nor_a_database_is_loaded(tmp_path: Path) -> None:
    script = (
        "import sys; from viceversa.ops.cli import main; code = main(sys.argv[1:]);"
        " sys.exit(code or 'django' in sys.modules or 'numba' in sys.modules)"
    )
    argv = [sys.executable, "-c", script, "match", str(PEOPLE), "--out", str(tmp_path / "out")]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_an_id_never_becomes_a_formula_and_the_answer_is_still_proven(tmp_path: Path) -> None:
    lines = (BOSS.replace("1;", "=1+1;", 1), YOUNG.replace("3;", "@3;", 1).replace(";9;", ";;"))
    people, out = small(tmp_path, *lines), tmp_path / "out"
    assert main(["match", str(people), "--out", str(out)]) == 0
    (pair,) = rows(out / "pairs.csv")
    assert (pair["mentor"], pair["mentee"]) == ("'@3", "'=1+1")
    assert main(["verify", str(out), str(people)]) == 0
