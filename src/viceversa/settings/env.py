"""Typed readers of the environment: a bad value stops the start with its name and remedy.

Every setting `VICEVERSA_X` may also be given as `VICEVERSA_X_FILE`, the path of a file whose
content is the value: that is how container platforms hand over secrets.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

PREFIX = "VICEVERSA_"
TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def _stop(name: str, value: str, remedy: str) -> NoReturn:
    raise ImproperlyConfigured(f"{PREFIX}{name} is {value!r}: {remedy}")


def text(name: str, default: str = "") -> str:
    """Return the setting as text; `default` where it is not set. Files lose their last newline."""
    plain, file = os.environ.get(PREFIX + name), os.environ.get(f"{PREFIX}{name}_FILE")
    if plain is not None and file is not None:
        raise ImproperlyConfigured(
            f"{PREFIX}{name} and {PREFIX}{name}_FILE are both set: keep one of them."
        )
    if file is not None:
        try:
            return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(
                f"{PREFIX}{name}_FILE is {file!r}: the file cannot be read ({error}). "
                "Give the path of a readable UTF-8 file."
            ) from error
    return default if plain is None else plain


def flag(name: str, *, default: bool) -> bool:
    """Return the setting as yes or no."""
    value = text(name).strip().lower()
    if not value:
        return default
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    _stop(name, value, "write true or false.")


def number(name: str, *, default: int, least: int, most: int) -> int:
    """Return the setting as a whole number between `least` and `most`, both included."""
    value = text(name).strip()
    if not value:
        return default
    try:
        result = int(value)
    except ValueError:
        _stop(name, value, f"write a whole number from {least} to {most}.")
    if not least <= result <= most:
        _stop(name, value, f"write a whole number from {least} to {most}.")
    return result


def choice(name: str, *, default: str, of: Sequence[str]) -> str:
    """Return the setting if it is one of `of`."""
    value = text(name).strip() or default
    if value not in of:
        _stop(name, value, f"write one of {', '.join(of)}.")
    return value


def items(name: str, default: Sequence[str] = ()) -> list[str]:
    """Return the setting as a list, its items separated by commas."""
    value = text(name)
    if not value.strip():
        return list(default)
    return [item.strip() for item in value.split(",") if item.strip()]


def folder(name: str, *, default: Path) -> Path:
    """Return the setting as a folder that exists and can be written, made where it is missing."""
    path = Path(text(name).strip() or default).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        _stop(name, str(path), f"the folder cannot be made ({error.strerror}). Name another one.")
    if not os.access(path, os.W_OK | os.X_OK):
        _stop(name, str(path), "the folder cannot be written. Give it to the user who runs this.")
    return path


def address(name: str, *, default: str) -> str:
    """Return the setting as an http or https address without a path, such as https://a.example."""
    value = (text(name).strip() or default).rstrip("/")
    parts = urlsplit(value)
    try:
        readable = parts.port is None or parts.port > 0
    except ValueError:
        readable = False
    if not readable or parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        _stop(name, value, "write an address such as https://mentoring.company.example")
    return value


def port() -> int:
    """Return the port of the web server: `PORT`, as platforms set it, 8000 by default."""
    value = os.environ.get("PORT", "").strip() or "8000"
    if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= 65535:
        raise ImproperlyConfigured(f"PORT is {value!r}: write a number from 1 to 65535.")
    return int(value)


def host_of(url: str) -> str:
    """Return the host name of an address."""
    return urlsplit(url).hostname or "localhost"


def time_zone(name: str, *, default: str) -> str:
    """Return the setting as the name of an IANA time zone."""
    value = text(name).strip() or default
    if value not in available_timezones():
        _stop(name, value, "write the name of an IANA time zone such as Europe/Rome.")
    return value
