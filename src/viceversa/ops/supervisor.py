"""Keeps a few child processes running together: restarts the dead, stops them all as one."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
HEALTHY_AFTER = 10.0  # seconds a child must live for its earlier deaths to be forgotten
DEATHS_ALLOWED = 5  # deaths in a row, each within HEALTHY_AFTER of its start
FIRST_WAIT = 0.25  # seconds before a dead child is started again; doubles with each death
LONGEST_WAIT = 15.0  # seconds between two starts of a child that keeps dying


@dataclass
class Child:
    """One program: what to run, how long it may take to finish when told to stop."""

    name: str
    words: Sequence[str]
    grace: float
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0
    due: float = field(default=0.0)


class Supervisor:
    """Runs children until a signal says stop or one of them cannot be kept alive.

    Each child leads a session of its own: the terminal's Ctrl-C reaches only this process, which
    passes a single SIGTERM on, because a second one would mean "at once" to the worker.
    """

    def __init__(self, children: Sequence[Child], say: Callable[[str], None]) -> None:
        self.children = children
        self.say = say
        self._wake = threading.Event()
        self._stopping = False

    def run(self) -> int:
        """Start the children and stay until the end; return 0, or 1 where one kept dying."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        failed: Child | None = None
        while not self._stopping and failed is None:
            failed = self._tend()
            self._wake.wait(0.2)
        if failed is not None:
            self.say(f"The {failed.name} process stops again and again: see the lines above.")
        self._stop_all()
        return 1 if failed is not None else 0

    def _on_signal(self, number: int, frame: object) -> None:
        self._stopping = True
        self._wake.set()

    def _tend(self) -> Child | None:
        """Start what is due, notice the dead; return a child that is beyond help."""
        for child in self.children:
            now = time.monotonic()
            if child.process is None:
                if now >= child.due:
                    self._start(child)
                continue
            code = child.process.poll()
            if code is None:
                continue
            self._sweep(child)
            child.deaths = 1 if now - child.started > HEALTHY_AFTER else child.deaths + 1
            if child.deaths > DEATHS_ALLOWED:
                return child
            wait = min(FIRST_WAIT * 2 ** (child.deaths - 1), LONGEST_WAIT)
            child.process, child.due = None, now + wait
            self.say(f"The {child.name} process ended ({_ending(code)}); starting it again.")
        return None

    def _start(self, child: Child) -> None:
        child.started = time.monotonic()
        child.process = subprocess.Popen(
            child.words,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )

    def _sweep(self, child: Child) -> None:
        # A server killed outright leaves workers behind that would keep the port.
        if child.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(child.process.pid, signal.SIGKILL)

    def _stop_all(self) -> None:
        running = [c for c in self.children if c.process is not None and c.process.poll() is None]
        asked = time.monotonic()
        for child in running:
            assert child.process is not None
            child.process.terminate()
        for child in running:
            assert child.process is not None
            try:
                child.process.wait(max(0.0, asked + child.grace - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.say(f"The {child.name} process did not finish in {child.grace:.0f} s: ended.")
            self._sweep(child)
            child.process.wait()


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _die_with_parent() -> None:
    """Ask the kernel for a SIGTERM when this process's parent is gone, however it went."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
