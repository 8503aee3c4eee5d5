"""Logs: one line an event on standard error, JSON for machines or words for a terminal.

Nothing personal goes out: e-mail addresses are blanked, what a database says about the row it
refused is cut, because it repeats the row, and so is what only the bearer of a personal link may
know, whoever logs it. Each line of a request carries the request's id.
"""

import logging
import re
import sys
from typing import Literal

import structlog
from structlog.types import EventDict, Processor

ADDRESS = re.compile(r"[^\s\"'<>()=,;:]+@[^\s\"'<>()=,;:]+")
DETAIL = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)  # PostgreSQL repeats the row here
# What follows one of these is a token, or where somebody turned to the counsellor.
BEARERS = "i|o|t|c|calendar|unsubscribe|confirm-address|sign-in/new-password|aside|counsel"
BEARER = re.compile(rf"""(^|[\s"'(=<]|https?://[^/\s"']+)/({BEARERS})/[^\s"')>]+""")
# django.tasks says twice what django_ox says of each job.
NOISY = ("allauth", "apprise", "asyncio", "django.db.backends", "django.tasks", "httpx")


class StandardError(logging.Handler):
    """Writes to whatever standard error is at the moment: tests and servers exchange it."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            print(self.format(record), file=sys.stderr, flush=True)
        except Exception:
            self.handleError(record)


def configure(style: Literal["auto", "json", "text"] | str, *, debug: bool) -> None:
    """Send every logger of the process through one handler."""
    as_json = style == "json" or (style == "auto" and not sys.stderr.isatty())
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = StandardError()
    handler.setFormatter(_formatter(as_json))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("viceversa").setLevel(logging.DEBUG if debug else logging.INFO)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Our own line about each request says it better.
    logging.getLogger("django.server").propagate = False


def redact(logger: object, method: str, event: EventDict) -> EventDict:
    """Blank what could name a person, in the message, the traceback and every other text."""
    for key, value in event.items():
        if isinstance(value, str):
            blanked = DETAIL.sub(r"\1: …", ADDRESS.sub("…@…", value))
            event[key] = BEARER.sub(r"\1/\2/…", blanked)
    return event


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _formatter(as_json: bool) -> logging.Formatter:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_shared(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.StackInfoRenderer(),
            structlog.processors.format_exc_info,
            redact,
            renderer,
        ],
    )
