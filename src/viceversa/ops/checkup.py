"""What `viceversa check` looks at: each a question, an answer and, where it is bad, a remedy."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.core import checks
from django.db import Error, connection

type Outcome = Literal["ok", "warning", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer; `remedy` is empty where nothing is to be done."""

    subject: str
    outcome: Outcome
    text: str
    remedy: str = ""


def findings() -> Iterator[Finding]:
    """Look at everything, one after the other; what rests on a broken part is left out."""
    yield _configuration()
    yield _folder()
    yield _keys()
    database = _database()
    yield database
    if database.outcome == "ok":
        tables = _tables()
        yield tables
        if tables.outcome == "ok":
            yield from (look() for look in (_audit, _people, _worker))
            yield _schedule()
    yield _mail()
    yield _address()


def _configuration() -> Finding:
    wrong = [m for m in checks.run_checks() if m.level >= checks.ERROR]
    if wrong:
        return Finding(
            "configuration", "problem", "; ".join(m.msg for m in wrong), wrong[0].hint or ""
        )
    return Finding("configuration", "ok", "every setting could be read")


def _folder() -> Finding:
    free = os.statvfs(settings.DATA)
    gigabytes = free.f_bavail * free.f_frsize / 1e9
    text = f"{settings.DATA}, {gigabytes:.1f} GB free"
    if gigabytes < 1:
        return Finding("data folder", "warning", text, "Make room: a full disk stops every change.")
    return Finding("data folder", "ok", text)


def _keys() -> Finding:
    folder = Path(settings.DATA) / "keys"
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    open_ = [file.name for file in files if stat.S_IMODE(file.stat().st_mode) & 0o077]
    if open_:
        text = f"{', '.join(open_)} can be read by other users of this machine"
        return Finding("keys", "problem", text, f"Run: chmod 600 {folder}/*")
    where = f"{len(files)} in {folder}" if files else "given by VICEVERSA_SECRET_KEY"
    return Finding("keys", "ok", f"{where}: keep a copy apart from the database")


def _database() -> Finding:
    from viceversa.kernel.database import answers

    name = settings.DATABASES["default"]["NAME"]
    try:
        answers()
    except Error as error:
        reason = str(error).strip().splitlines()[0]
        remedy = "Check VICEVERSA_DATABASE_URL, and that the database runs."
        return Finding(
            "database", "problem", f"{connection.vendor} does not answer: {reason}", remedy
        )
    return Finding("database", "ok", f"{connection.display_name}, {name}")


def _tables() -> Finding:
    from viceversa.kernel.database import pending_migrations

    pending = pending_migrations()
    if pending:
        text = f"{len(pending)} steps are missing, the first is {pending[0]}"
        return Finding("tables", "problem", text, "Back up, then start “viceversa serve” once.")
    return Finding("tables", "ok", "up to date with this version")


def _audit() -> Finding:
    from viceversa.audit.actions import first_broken_line
    from viceversa.audit.models import Line

    broken = first_broken_line()
    if broken is not None:
        text = f"line {broken.pk} of {broken.at:%Y-%m-%d %H:%M} does not fit the one before it"
        remedy = (
            "Somebody changed the table by hand: compare it with a backup from before that day."
        )
        return Finding("audit", "problem", text, remedy)
    return Finding("audit", "ok", f"{Line.objects.count():,} lines, an unbroken chain")


def _people() -> Finding:
    from viceversa.accounts.choices import Role
    from viceversa.accounts.models import Grant
    from viceversa.accounts.queries import is_sample

    if is_sample():
        remedy = "Use another data folder for your own people: VICEVERSA_DATA=…"
        return Finding("instance", "warning", "the sample company, open to anybody", remedy)
    held = set(Grant.objects.filter(user__is_active=True).values_list("role", flat=True))
    missing = [role.label for role in Role if role not in held]
    if missing:
        text = f"nobody holds the role {' or '.join(str(label) for label in missing)}"
        return Finding("instance", "warning", text, "Run: viceversa createadmin ADDRESS")
    return Finding("instance", "ok", "somebody coordinates and somebody administers")


def _worker() -> Finding:
    from datetime import timedelta

    from django_ox.models import OxTask

    from viceversa.kernel.clock import now

    moment = now()
    ready = OxTask.objects.filter(status="READY").exclude(run_after__gt=moment)
    waiting = ready.filter(enqueued_at__lt=moment - timedelta(minutes=10)).count()
    if waiting:
        remedy = "Is a worker running? “viceversa serve” starts one, or “viceversa worker”."
        return Finding(
            "jobs", "problem", f"{waiting} have waited for more than ten minutes", remedy
        )
    return Finding("jobs", "ok", "none is waiting for long")


def _schedule() -> Finding:
    """Say when each job that comes round by itself ran last; one that is late is a problem."""
    from viceversa.kernel.clock import now
    from viceversa.ops.schedule import rounds

    found = rounds(now())
    late = [each for each in found if each.late]
    text = ", ".join(f"{each.name} {each.told}" for each in found)
    if late:
        remedy = "Is a worker running? “viceversa serve” starts one, or “viceversa worker”."
        return Finding("schedule", "problem", text, remedy)
    return Finding("schedule", "ok", text)


def _mail() -> Finding:
    options = settings.MAILERS["default"]["OPTIONS"]
    if "host" not in options:
        remedy = "Set VICEVERSA_SMTP_HOST; until then sign-in codes end in that folder."
        return Finding("mail", "warning", f"messages are written to {options['file_path']}", remedy)
    return _connect(options["host"], options["port"])


def _connect(host: str, port: int) -> Finding:
    from django.core.mail import mailers

    try:
        mailer = mailers["default"]
        mailer.open()
        mailer.close()
    except OSError as error:
        remedy = "Check VICEVERSA_SMTP_HOST, _PORT, _SECURITY, _USER and _PASSWORD."
        return Finding("mail", "problem", f"{host}:{port} does not take mail ({error})", remedy)
    return Finding("mail", "ok", f"{host}:{port} takes mail, sender {settings.DEFAULT_FROM_EMAIL}")


def _address() -> Finding:
    address = str(settings.PUBLIC_URL)
    if settings.BEHIND_TLS:
        return Finding("address", "ok", f"{address}, cookies over TLS only")
    if any(name in address for name in ("127.0.0.1", "localhost")):
        return Finding("address", "ok", f"{address}, for this machine alone")
    remedy = "Put a proxy with TLS before it and set VICEVERSA_PUBLIC_URL=https://…"
    return Finding("address", "warning", f"{address} is not encrypted", remedy)
