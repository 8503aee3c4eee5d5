"""Processes together: the dead are started again, all end as one, a taken port is a sentence."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.ops.instance import PATIENCE, RealInstance, read_pipe, real_instance
from viceversa.ops.commands.serve import require_free
from viceversa.ops.start import CannotStart

SUPERVISE = """
import sys
from viceversa.ops import supervisor
from viceversa.ops.supervisor import Child, Supervisor
supervisor.FIRST_WAIT = 0.01
words = [sys.executable, "-c", sys.argv[1], sys.argv[2]]
sys.exit(Supervisor([Child("child", words, grace=5)], lambda text: print(text, flush=True)).run())
"""
LIVES = """
import os, signal, sys
with open(sys.argv[1], "w") as pipe:
    pipe.write(str(os.getpid()))
signal.pause()
"""


def supervise(program: str, pipe: Path) -> subprocess.Popen[str]:
    """Start a supervisor with one child that runs `program`."""
    return subprocess.Popen(
        [sys.executable, "-c", SUPERVISE, program, str(pipe)], stdout=subprocess.PIPE, text=True
    )


def free_port() -> int:
    """Return a port nobody listens on now."""
    with closing(socket.socket()) as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def is_alive(pid: int) -> bool:
    """Tell whether a process exists and is not a zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_dead_child_is_started_again_and_all_end_together(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    supervisor = supervise(LIVES, tmp_path / "pipe")
    first = int(read_pipe(tmp_path / "pipe"))
    os.kill(first, signal.SIGKILL)
    second = int(read_pipe(tmp_path / "pipe"))
    assert second != first
    supervisor.send_signal(signal.SIGTERM)
    said, _ = supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 0
    assert "The child process ended (signal SIGKILL); starting it again." in said
    assert not is_alive(second)


def test_a_child_that_cannot_live_ends_the_whole(tmp_path: Path) -> None:
    supervisor = supervise("raise SystemExit(3)", tmp_path / "pipe")
    said, _ = supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 1
    assert "exit code 3" in said
    assert "stops again and again" in said


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's promise exists on Linux alone")
def test_children_do_not_outlive_a_killed_supervisor(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    supervisor = supervise(LIVES, tmp_path / "pipe")
    child = int(read_pipe(tmp_path / "pipe"))
    descriptor = os.pidfd_open(child)
    supervisor.kill()
    supervisor.communicate(timeout=PATIENCE)
    import select

    ended, _, _ = select.select([descriptor], [], [], PATIENCE)
    os.close(descriptor)
    assert ended


def test_a_taken_port_is_named_with_a_way_out() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=f"Port {port} is already used .*--port {port + 1}"):
            require_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_named() -> None:
    with pytest.raises(CannotStart, match="check --host"):
        require_free("192.0.2.1", 8000)


def _ask(port: int, path: str, server: subprocess.Popen[str]) -> tuple[int, bytes]:
    """Ask until the web process listens; fails as soon as the whole has ended."""
    for _ in range(int(PATIENCE * 10)):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
                connection.request("GET", path)
                answer = connection.getresponse()
                return answer.status, answer.read()
        except ConnectionRefusedError:
            try:
                server.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError("the server ended by itself") from None
    raise AssertionError("the server never listened")


def _said(server: subprocess.Popen[str], until: str) -> list[str]:
    """Read what the server says up to a line that contains `until`."""
    assert server.stderr is not None
    lines = []
    for line in server.stderr:
        lines.append(line)
        if until in line:
            return lines
    raise AssertionError("".join(lines))


def _serve(instance: RealInstance, port: int) -> None:
    server = instance.start("serve", "--port", str(port), "--workers", "1", piped=True)
    try:
        said = "".join(_said(server, "Viceversa is at"))
        assert f"http://127.0.0.1:{port}" in said
        assert "/first-run/" in said
        assert _ask(port, "/health/ready", server)[0] == 200
        status, page = _ask(port, "/first-run/", server)
        assert status == 200
        assert b"/static/css/index." in page  # the hashed name: static files are in place
        second = instance.run("serve", "--port", str(port))
        assert second.returncode == 2
        assert "already used by another program" in second.stderr
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
    finally:
        server.kill()
        server.communicate(timeout=PATIENCE)


@pytest.mark.django_db(databases=[])
def test_serve_prepares_answers_and_stops_in_order(tmp_path: Path, migrated: Path) -> None:
    port = free_port()
    with real_instance(tmp_path, migrated) as instance:
        _serve(instance, port)
    with pytest.raises(ConnectionRefusedError), closing(HTTPConnection("127.0.0.1", port)) as gone:
        gone.connect()
