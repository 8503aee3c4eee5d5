"""Logs: one JSON object a line, with the request's id and without anybody's address."""

import json
import logging

import pytest

from viceversa.settings import logs


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
    (line,) = lines()  # type: ignore[operator]
    assert line["event"] == "a line of 3"
    assert (line["level"], line["logger"]) == ("warning", "viceversa.test")
    assert str(line["timestamp"]).endswith("Z")


def test_addresses_are_blanked_in_messages_and_tracebacks(lines: object) -> None:
    try:
        raise ValueError("Key (email)=(anna@altavalle.example) already exists.")
    except ValueError:
        logging.getLogger("viceversa.test").exception("for %s", "<anna.rossi@altavalle.example>")
    (line,) = lines()  # type: ignore[operator]
    assert line["event"] == "for <…@…>"
    assert "(…@…) already exists" in str(line["exception"])
    assert "altavalle" not in json.dumps(line)


def test_what_the_database_repeats_of_a_row_is_cut(lines: object) -> None:
    logging.getLogger("viceversa.test").error(
        "refused\nDETAIL: Failing row contains (7, Anna Rossi)"
    )
    (line,) = lines()  # type: ignore[operator]
    assert "Anna" not in str(line["event"])
