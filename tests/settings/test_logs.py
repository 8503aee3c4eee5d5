"""Logs: one JSON object a line, with the request's id and without anybody's address."""

import json
import logging
import re

import pytest
import structlog
from django.urls import get_resolver

from viceversa.settings import logs
from viceversa.web.checks import patterns

TOKEN = "Zm9yLWl0cy1iZWFyZXItYWxvbmU"


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> object:
    """Log as JSON, and give the way to read it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    logs.configure("json", debug=False)

    def read() -> list[dict[str, object]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    root.handlers, root.level = before, level


def test_a_line_is_json_with_level_logger_and_time(lines: object) -> None:
    logging.getLogger("viceversa.test").warning("a %s of %d", "line", 3)
    (line,) = lines()
    assert line["event"] == "a line of 3"
    assert (line["level"], line["logger"]) == ("warning", "viceversa.test")
    assert str(line["timestamp"]).endswith("Z")


def test_addresses_are_blanked_in_messages_and_tracebacks(lines: object) -> None:
    try:
        raise ValueError("Key (email)=(anna@altavalle.example) already exists.")
    except ValueError:
        logging.getLogger("viceversa.test").exception("for %s", "<anna.rossi@altavalle.example>")
    (line,) = lines()
    assert line["event"] == "for <…@…>"
    assert "(…@…) already exists" in str(line["exception"])
    assert "altavalle" not in json.dumps(line)


def test_what_the_database_repeats_of_a_row_is_cut(lines: object) -> None:
    logging.getLogger("viceversa.test").error(
        "refused\nDETAIL: Failing row contains (7, Anna Rossi)"
    )
    (line,) = lines()
    assert "Anna" not in str(line["event"])


def test_no_line_holds_the_token_of_a_personal_link(lines: object) -> None:
    """Every address whose gap is free text is one, but for the code of a competence."""
    table = [route.replace("<str:code>", "2.6") for route, _view in patterns(get_resolver())]
    routes = [route for route in table if "<str:" in route]
    assert len(routes) >= 7
    for route in routes:
        path = "/" + re.sub(r"<str:\w+>", TOKEN, route)
        for said in (
            "Not Found: %s",
            "Method Not Allowed (POST): %s",
            "to https://a.example%s now",
        ):
            logging.getLogger("django.request").warning(said, path)
        structlog.get_logger("viceversa.request").info("request", path=path)
    found = lines()
    assert len(found) == 4 * len(routes)
    assert TOKEN not in json.dumps(found)


def test_where_somebody_turned_to_the_counsellor_is_cut(lines: object) -> None:
    structlog.get_logger("viceversa.request").info("request", path="/aside/ab12/cd34/more/")
    (line,) = lines()
    assert line["path"] == "/aside/…"
