"""Keys are made once, closed to others, and never silently replaced."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from viceversa.settings.keys import secret


def test_a_key_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    first = secret(tmp_path, "secret")
    assert len(first) >= 64
    assert secret(tmp_path, "secret") == first
    assert stat.S_IMODE((tmp_path / "keys" / "secret").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_two_keys_differ(tmp_path: Path) -> None:
    assert secret(tmp_path, "one") != secret(tmp_path, "two")


def test_a_key_that_others_can_read_stops_the_start(tmp_path: Path) -> None:
    secret(tmp_path, "secret")
    (tmp_path / "keys" / "secret").chmod(0o644)
    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        secret(tmp_path, "secret")


def test_an_empty_key_is_not_replaced_in_silence(tmp_path: Path) -> None:
    secret(tmp_path, "secret")
    (tmp_path / "keys" / "secret").write_text("")
    with pytest.raises(ImproperlyConfigured, match="Restore it from a backup"):
        secret(tmp_path, "secret")
