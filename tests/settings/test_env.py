"""Readers of the environment: what they take, and what a person reads when they do not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from viceversa.settings import database, env

BAD = [
    ("DEBUG", "maybe", lambda: env.flag("DEBUG", default=False), "true or false"),
    ("SMTP_PORT", "mail", lambda: env.number("SMTP_PORT", default=1, least=1, most=9), "1 to 9"),
    ("SMTP_PORT", "10", lambda: env.number("SMTP_PORT", default=1, least=1, most=9), "1 to 9"),
    ("SMTP_PORT", "0", lambda: env.number("SMTP_PORT", default=1, least=1, most=9), "1 to 9"),
    ("LOGS", "xml", lambda: env.choice("LOGS", default="a", of=["a", "b"]), "one of a, b"),
    ("PUBLIC_URL", "a.example", lambda: env.address("PUBLIC_URL", default=""), "https://"),
    ("PUBLIC_URL", "ftp://a.example", lambda: env.address("PUBLIC_URL", default=""), "https://"),
    ("PUBLIC_URL", "https://a.example/x", lambda: env.address("PUBLIC_URL", default=""), "https"),
    ("PUBLIC_URL", "https://a.example:x", lambda: env.address("PUBLIC_URL", default=""), "https"),
    ("TIME_ZONE", "Rome", lambda: env.time_zone("TIME_ZONE", default="UTC"), "Europe/Rome"),
]


@pytest.mark.parametrize(("name", "value", "read", "remedy"), BAD)
def test_a_bad_value_stops_with_name_value_and_remedy(
    name: str, value: str, read: Callable[[], Any], remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"VICEVERSA_{name}", value)
    with pytest.raises(ImproperlyConfigured) as caught:
        read()
    text = str(caught.value)
    assert f"VICEVERSA_{name}" in text
    assert repr(value) in text
    assert remedy in text


@pytest.mark.parametrize("value", ["0", "65536", "http", "-1", "٣"])
def test_a_port_is_a_number_of_a_port(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT is .*1 to 65535"):
        env.port()


@pytest.mark.parametrize(("value", "expected"), [("TRUE", True), (" on ", True), ("No", False)])
def test_flags_are_read_in_any_case(
    value: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VICEVERSA_DEBUG", value)
    assert env.flag("DEBUG", default=not expected) is expected


def test_a_secret_comes_from_a_file_without_its_last_newline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("s3cret \n")
    monkeypatch.delenv("VICEVERSA_SMTP_PASSWORD", raising=False)
    monkeypatch.setenv("VICEVERSA_SMTP_PASSWORD_FILE", str(tmp_path / "secret"))
    assert env.text("SMTP_PASSWORD") == "s3cret "


def test_a_setting_and_its_file_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VICEVERSA_SMTP_PASSWORD", "a")
    monkeypatch.setenv("VICEVERSA_SMTP_PASSWORD_FILE", str(tmp_path / "b"))
    with pytest.raises(ImproperlyConfigured, match="both set: keep one"):
        env.text("SMTP_PASSWORD")


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VICEVERSA_SMTP_PASSWORD_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(ImproperlyConfigured, match=r"_FILE is .*nowhere.*cannot be read"):
        env.text("SMTP_PASSWORD")


def test_a_file_where_the_data_folder_should_be_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("VICEVERSA_DATA", str(tmp_path / "taken"))
    with pytest.raises(ImproperlyConfigured, match=r"VICEVERSA_DATA .*cannot be made"):
        env.folder("DATA", default=tmp_path)


def test_a_new_data_folder_is_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VICEVERSA_DATA", str(tmp_path / "new"))
    assert env.folder("DATA", default=tmp_path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "remedy"),
    [
        ("mysql://host/name", "begins with 'mysql'"),
        ("postgresql://host", "names no database"),
        ("postgresql://host:port/name", "port that is not a number"),
    ],
)
def test_a_bad_database_address_says_what_to_write(url: str, remedy: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=remedy):
        database.configuration(url, tmp_path)


def test_a_database_address_gives_every_part(tmp_path: Path) -> None:
    url = "postgresql://ann%40x:p%2Fw@db.example:6543/mentoring?sslmode=require"
    entry = database.configuration(url, tmp_path)
    assert (entry["USER"], entry["PASSWORD"]) == ("ann@x", "p/w")
    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db.example", "6543", "mentoring")
    assert entry["OPTIONS"]["sslmode"] == "require"


def test_without_an_address_the_data_folder_holds_the_database(tmp_path: Path) -> None:
    entry = database.configuration("", tmp_path)
    assert entry["NAME"] == str(tmp_path / "viceversa.sqlite3")
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
