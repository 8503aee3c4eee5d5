"""A real mail server for the tests, whose answers the test decides."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any, cast

from aiosmtpd.smtp import SMTP


class Mailbox:
    """Keeps what arrives; `answer` may refuse a recipient, `arrived` is called before the 250."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.answer: Callable[[str], str] = lambda address: "250 OK"
        self.arrived: Callable[[], None] = lambda: None
        self.port = 0

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        answer = self.answer(address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.raw.append(envelope.content)
        mail = BytesParser(policy=default).parsebytes(envelope.content)
        self.mails.append(cast(EmailMessage, mail))
        self.arrived()
        return "250 taken"

    @property
    def mailer(self) -> dict[str, Any]:
        """The MAILERS entry that leads here."""
        return {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": self.port, "timeout": 20},
        }


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Run a mail server on a free port of this machine, in a thread with a loop of its own."""
    box, loop = Mailbox(), asyncio.new_event_loop()
    conversations: list[SMTP] = []

    def answer() -> SMTP:
        conversations.append(SMTP(box, loop=loop))
        return conversations[-1]

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    opening = loop.create_server(answer, "127.0.0.1", 0)
    server = asyncio.run_coroutine_threadsafe(opening, loop).result()
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        asyncio.run_coroutine_threadsafe(_close(server, conversations), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _close(server: asyncio.Server, conversations: list[SMTP]) -> None:
    """Stop listening, and end the conversations that hang because the other side was killed."""
    server.close()
    for conversation in conversations:
        if conversation.transport:
            conversation.transport.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
