"""Runs the website and, beside it, a background worker.

The first start prepares the database and the static files, and prints a code with which the first
coordinator sets the instance up in the browser. Ctrl-C or SIGTERM stops everything in order.
Behind a proxy set VICEVERSA_PUBLIC_URL to the address people type.
"""

import argparse
import errno
import os
import socket
import sys

from viceversa.ops import start
from viceversa.ops.supervisor import Child, Supervisor

THREADS = 8  # requests at a time in one web process
MOST_PROCESSES = 64
EVERYWHERE = {"0.0.0.0", "::"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on; 0.0.0.0 for every network of this machine (default 127.0.0.1)",
    )
    parser.add_argument("--port", type=int, help="port (default: the variable PORT, else 8000)")
    parser.add_argument(
        "--workers", type=_processes, metavar="N", help="web processes (default: cores, at most 4)"
    )
    parser.add_argument(
        "--no-worker", action="store_true", help="the website only; run “viceversa worker” apart"
    )
    parser.add_argument(
        "--sample-if-empty",
        action="store_true",
        help="load the invented company where there is nobody yet",
    )


def run(args: argparse.Namespace) -> int:
    """Prepare, start, stay until stopped."""
    if args.port is not None:
        os.environ["PORT"] = str(args.port)  # the settings derive the public address from it
    start.django()
    from django.conf import settings
    from django.db import connections

    from viceversa.ops import preparation

    require_free(args.host, settings.PORT)
    preparation.prepare(_say)
    if args.sample_if_empty:
        preparation.load_sample_if_empty(_say)
    preparation.announce_first_run(_say)
    connections.close_all()  # the children open their own
    children = [_website(args.host, settings.PORT, args.workers or min(os.cpu_count() or 1, 4))]
    if not args.no_worker:
        children.append(_worker())
    _say(f"Viceversa is at {_address(args.host, settings.PORT)} (Ctrl-C stops it)")
    return Supervisor(children, _say).run()


def require_free(host: str, port: int) -> None:
    """Raise CannotStart where the port cannot be listened on."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise start.CannotStart(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is already used by another program. Stop that program, or choose another "
            f"port: viceversa serve --port {port + 1} (or PORT={port + 1})."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than this user has: choose one above 1023."
    return f"This machine cannot listen on {host!r} ({error.strerror}): check --host."


def _website(host: str, port: int, processes: int) -> Child:
    words = [sys.executable, "-m", "granian", "--interface", "wsgi"]
    words += ["--host", host, "--port", str(port), "--workers", str(processes)]
    words += ["--blocking-threads", str(THREADS), "--backpressure", str(THREADS * 16)]
    words += ["--respawn-failed-workers", "--workers-kill-timeout", "10s", "--no-ws"]
    words += ["--log-level", "error", "viceversa.ops.wsgi:application"]
    return Child("web", words, grace=15)


def _worker() -> Child:
    # A job at hand gets time to finish; one that needs longer runs again at the next start.
    return Child("worker", [sys.executable, "-m", "viceversa.ops", "worker"], grace=25)


def _address(host: str, port: int) -> str:
    from django.conf import settings

    name = "127.0.0.1" if host in EVERYWHERE else host
    here = f"http://{f'[{name}]' if ':' in name else name}:{port}"
    public = str(settings.PUBLIC_URL)
    return here if public.endswith(f":{port}") else f"{here}, for people at {public}"


def _processes(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"write a whole number from 1 to {MOST_PROCESSES}")
    return int(text)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
