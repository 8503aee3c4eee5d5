"""Files of the invented company come back from the parser of people files as they were written."""

import argparse
import json
from datetime import date
from pathlib import Path

import pytest

from viceversa.ops.commands import sample
from viceversa.ops.sample import files, people
from viceversa.ops.sample.files import Style
from viceversa.ops.sample.names import without_accents
from viceversa.people.rules.reading import read
from viceversa.programmes.rules.catalogue import shipped
from viceversa.programmes.rules.topics import Entry, TopicIndex

TODAY = date(2026, 11, 21)
STYLES = {
    "plain": Style(),
    "italian-excel": Style("it", ";", "cp1252", "day-first"),
    "with-bom": Style("it", ";", "utf-8-sig", "day-first"),
    "utf-16": Style("en", "\t", "utf-16", "iso"),
    "mac": Style("en", ";", "mac-roman", "day-first"),
}


@pytest.mark.parametrize("name", STYLES)
def test_the_parser_reads_every_style_back_without_a_question(name: str) -> None:
    style = STYLES[name]
    company = people.build(200, today=TODAY, language=style.language)
    profiles = files.enrolled(company)
    reading = read(files.encode(files.rows(company, profiles, style), style), "people.csv")
    assert not reading.faults and not reading.problems and not reading.unknown
    assert len(reading.rows) == len(company)
    for row, person in zip(reading.rows, company, strict=True):
        assert (row.id, row.email, row.level) == (person.id, person.email, person.level)
        assert (row.hired_on, row.site) == (person.hired_on, person.site.name)
        assert (row.unit, row.languages) == (person.unit, person.languages)
        if style.encoding.startswith("utf"):
            assert (row.first_name, row.last_name) == (person.first, person.last)
        else:
            assert without_accents(row.last_name) == without_accents(person.last)
        profile = profiles.get(person.id)
        assert (row.matching is not None) == (profile is not None)
        if row.matching and profile:
            assert row.matching.roles == (profile.role,)
            assert row.matching.availability == profile.windows


def test_every_topic_written_is_in_the_catalogue() -> None:
    company = people.build(2000, today=TODAY)
    index = TopicIndex(Entry(topic.code, (topic.name_en, topic.name_it)) for topic in shipped())
    for language in ("en", "it"):
        names = files.topic_names(language)
        for profile in files.enrolled(company).values():
            for values in (profile.wants, profile.offers, profile.gives_back, profile.wants_back):
                assert all(index.find(names[code]) == code for code, _ in values)


def test_xlsx_is_read_back(tmp_path: Path) -> None:
    company = people.build(100, today=TODAY)
    path = tmp_path / "people.xlsx"
    files.save(path, files.rows(company, None, Style()), Style())
    reading = read(path.read_bytes(), path.name)
    assert [row.name for row in reading.rows] == [person.name for person in company]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    sample.add_arguments(parser)
    return sample.run(parser.parse_args(words))


def test_the_command_writes_a_file_of_the_size_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    words = ["--out", str(path), "--people", "150", "--date", "2026-11-21", "--json"]
    assert run(*words, "--separator", "semicolon", "--encoding", "utf-8-sig") == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(path), "people": 150}
    assert len(read(path.read_bytes(), path.name).rows) == 150


def test_the_command_says_why_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--out", str(tmp_path / "none" / "people.csv")) == 1
    assert "cannot be written: No such file or directory." in capsys.readouterr().err
    assert run("--out", str(tmp_path / "people.csv"), "--people", "5") == 2
    assert "ask for 60 or more" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
