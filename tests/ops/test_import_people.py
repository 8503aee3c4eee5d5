"""`viceversa import FILE` does what the pages do, for operators and scripts."""

import argparse
import json
from pathlib import Path

import pytest

from tests.factories.people import load, people_file, row
from viceversa.ops.commands import import_people
from viceversa.people.models import Import, Person

pytestmark = pytest.mark.django_db


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    import_people.add_arguments(parser)
    return import_people.run(parser.parse_args(list(words)))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(people_file([row(0), row(1, manager="0000")]))
    return path


def test_a_good_file_is_written(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(good)) == 0
    assert Person.objects.count() == 2
    assert capsys.readouterr().out.strip() == (
        "2 rows: 2 new, 0 changed, 0 leaving, 0 unchanged, 0 problems. Written."
    )
    assert run(str(good)) == 0
    assert "2 unchanged" in capsys.readouterr().out


def test_a_dry_run_leaves_no_trace(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(good), "--dry-run", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["added"], said["written"], said["fine"]) == (2, False, True)
    assert not Person.objects.exists()
    assert not Import.objects.exists()


def test_problems_are_told_with_their_place_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(
        people_file([row(0), row(1, email="zoe@altavalle,example"), row(2, first_name="")])
    )
    assert run(str(path)) == 1
    said = capsys.readouterr()
    assert said.err.splitlines()[0].startswith("line 3, column email: The address has a comma")
    assert said.err.splitlines()[1].startswith("line 4, column first name: The name is missing")
    assert not Person.objects.exists()
    assert run(str(path), "--leave-out-problems") == 0
    assert Person.objects.count() == 1


def test_options_of_the_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("Kennung\tname\tlevel\n1\tNicolò Rossi\tQ4\n".encode("cp1252"))
    options = ("--column", "Kennung=id", "--grade", "Q4=6", "--separator", "tab")
    assert run(str(path), *options, "--encoding", "cp1252") == 0
    assert Person.objects.get().level == 6
    assert run(str(path), "--grade", "Q4=high") == 2
    assert "whole number" in capsys.readouterr().err


def test_people_who_are_missing_leave_when_said(good: Path) -> None:
    load([row(5)])
    assert run(str(good), "--missing-have-left") == 0
    assert Person.objects.get(external_id="0005").status == "left"


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "none.csv")) == 2
    assert "there is no such file" in capsys.readouterr().err
