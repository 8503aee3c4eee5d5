"""`viceversa allocate`: the best allocation of any table, and plain words where there is none."""

import json
from pathlib import Path

import pytest

from viceversa.ops.cli import main

TABLE = """,group,a,b
x,one,3,2
y,one,3,
z,two,1,1
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "scores.csv"
    path.write_text(TABLE, "utf-8")
    return str(path)


def allocate(*words: str) -> int:
    return main(["allocate", *words])


def test_the_highest_sum_by_name(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert allocate(table) == 0
    assert capsys.readouterr().out == "row,column,score\nx,b,2.0\ny,a,3.0\n"
    assert allocate(table, "--json", "--forbid", "y", "a") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["value"], said["gap"], len(said["pairs"])) == (4.0, 0, 2)
    assert allocate(table, "--json", "--pin", "z", "a", "--capacity", "0", "2") == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert {"row": "z", "column": "a", "score": 1.0} in pairs and len(pairs) == 3
    assert allocate(table, "--json", "--most-of-group", "1", "--capacity", "0", "3") == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert [pair["column"] for pair in pairs if pair["row"] in "xy"].count("a") == 1


@pytest.mark.parametrize(
    ("words", "content", "why", "code"),
    [
        (["--demand", "1", "1"], TABLE, "3 wanted together, at most 2 possible: x, y, z", 1),
        (["--capacity", "0", "-1"], TABLE, "cannot be met", 1),
        (["--pin", "y", "b"], TABLE, "not allowed", 1),
        (["--pin", "q", "b"], TABLE, "no row “q”", 1),
        (["--most-of-group", "1"], ",a\nx,1\n", "no column “group”", 1),
        ([], ",a\nx,much\n", "Line 2, column a: “much” is no number", 1),
        ([], ",a,b\nx,1\n", "1 scores for 2 columns", 1),
        ([], ",a\nx,1\nx,2\n", "there twice", 1),
        ([], "", "empty", 1),
        ([], None, "no file", 2),
    ],
)
def test_what_cannot_be_allocated_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    content: str | None,
    why: str,
    code: int,
) -> None:
    path = tmp_path / "scores.csv"
    if content is not None:
        path.write_text(content, "utf-8")
    assert allocate(str(path), *words) == code
    assert why in capsys.readouterr().err


def test_nobody_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(",a,b\n", "utf-8")
    assert allocate(str(path)) == 0
    assert capsys.readouterr().out == "row,column,score\n"
