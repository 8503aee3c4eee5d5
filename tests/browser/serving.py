"""A real instance in its own process and its own data folder, as an organisation would run it."""

import email
import email.policy
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.prepared import plain_environment

START_WITHIN = 120  # seconds: the first start collects static files
STOP_WITHIN = 20
CODE = re.compile(r"\b\d{6}\b|\b[A-Z0-9]{6}\b|\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
SET_UP = re.compile(r"\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b")


class DidNotStart(RuntimeError):
    """The server did not answer in time; the message holds the end of its log."""


@dataclass
class Instance:
    """A running server: its address, its data folder, its log."""

    url: str
    data: Path
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        return (self.data / "server.log").read_text(encoding="utf-8", errors="replace")

    @property
    def set_up_code(self) -> str:
        """Return the code that the first start prints for the first coordinator."""
        match = SET_UP.search(self.log)
        if match is None:
            raise LookupError(f"The server printed no set-up code:\n{self.log[-2000:]}")
        return match[0]

    def mails(self, to: str) -> list[email.message.EmailMessage]:
        """Return the messages written to the mail folder for an address, oldest first."""
        found = []
        for file in sorted((self.data / "mail").glob("*"), key=lambda f: f.stat().st_mtime_ns):
            for raw in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
                message = email.message_from_bytes(raw.lstrip(), policy=email.policy.default)
                if to.lower() in str(message["To"]).lower():
                    found.append(message)
        return found

    def mail_code(self, to: str) -> str:
        """Return the sign-in code of the newest message for an address."""
        messages = self.mails(to)
        if not messages:
            raise LookupError(f"There is no message for {to} in {self.data / 'mail'}.")
        body = messages[-1].get_body(("plain",))
        match = CODE.search(body.get_content() if body else "")
        if match is None:
            raise LookupError(f"The newest message for {to} holds no code.")
        return match[0]

    def remember(self) -> None:
        """Keep what is in the database now, for `restore`."""
        self._copy(self._database, self._kept)

    def restore(self) -> None:
        """Put everything back as it was remembered, while the server runs; nobody is signed in."""
        self._copy(self._kept, self._database)
        shutil.rmtree(self.data / "mail", ignore_errors=True)

    @property
    def _database(self) -> Path:
        [file] = self.data.glob("*.sqlite3")
        return file

    @property
    def _kept(self) -> Path:
        return self.data / "kept.copy"

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
            read.backup(written)

    def stop(self) -> None:
        """Stop the server and everything it started."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_WITHIN)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


def start(data: Path, *, debug: bool = False) -> Instance:
    """Start `viceversa serve` on a free port with this data folder and wait until it answers."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "viceversa.ops",
        "serve",
        "--port",
        str(port),
        "--workers",
        "1",
    ]
    environment = plain_environment(data) | {
        "PYTHONUNBUFFERED": "1",
        "VICEVERSA_DEBUG": "true" if debug else "false",
    }
    with (data / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=data,
            start_new_session=True,
        )
    instance = Instance(f"http://127.0.0.1:{port}", data, process)
    _wait(instance)
    return instance


def _wait(instance: Instance) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        if instance.process.poll() is not None:
            raise DidNotStart(f"The server stopped at once:\n{instance.log[-4000:]}")
        try:
            urllib.request.urlopen(f"{instance.url}/health/live", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    instance.stop()
    raise DidNotStart(f"The server did not answer in {START_WITHIN} s:\n{instance.log[-4000:]}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def copied(prepared: Path, to: Path) -> Path:
    """Fill a folder with a stopped instance's data, its log left behind, and return it."""
    left = shutil.ignore_patterns("server.log")
    shutil.copytree(prepared, to, ignore=left, dirs_exist_ok=True)
    return to
