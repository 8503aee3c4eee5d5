"""How long the import of a large people file takes, and how much memory: dry run, write, repeat.

Run: `.venv/bin/python benchmarks/import_people.py [PEOPLE] [--database URL]`; it uses a database of
its own in a temporary folder and prints one line of JSON per step.
"""

import argparse
import json
import os
import random
import resource
import tempfile
import time
from datetime import UTC, date, datetime, timedelta

FIRST = (
    "Nicolò",
    "Giulia",
    "Ionuț",
    "Zoë",
    "Søren",
    "Chloé",
    "Marta",
    "Davide",
    "Yasmine",
    "Łukasz",
)
LAST = ("Dall’Ò", "D’Agnolo", "De Luca", "Müller", "Okafor", "El Idrissi", "Rossi", "Bonfanti")
HEADER = (
    "matricola;nome;cognome;email;ruolo;unità;sede;paese;fuso;lingue;livello;assunzione;responsabile;"
    "stato"
)


def people_file(count: int, changed: int = 0) -> bytes:
    """Return a people file of `count` rows in cp1252-free UTF-8; the first `changed` have moved."""
    chance = random.Random(7)
    lines = [HEADER]
    for number in range(count):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        above = (number - 1) // 8 if number else None
        level = 9 - min(8, len(oct(number + 1)) - 2)
        hired = date(2001, 1, 1) + timedelta(days=chance.randrange(9000))
        site = chance.choice(("Milano", "Torino", "Bari", "Lione"))
        if number < changed:
            site = "Brescia"
        cells = (
            f"{number:06d}",
            first,
            last,
            f"p{number}@altavalle.example",
            "Analista",
            f"Gruppo > Divisione {number % 12} > Reparto {number % 240}",
            site,
            "Francia" if site == "Lione" else "IT",
            "Europe/Rome",
            "it|en" if number % 3 else "italiano",
            str(level),
            hired.strftime("%d/%m/%Y"),
            f"{above:06d}" if above is not None else "",
            "attivo",
        )
        lines.append(";".join(cells))
    return "\r\n".join(lines).encode()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", nargs="?", type=int, default=100_000)
    parser.add_argument("--database", default="")
    arguments = parser.parse_args()
    os.environ["VICEVERSA_DATA"] = tempfile.mkdtemp(prefix="viceversa-bench-")
    os.environ["VICEVERSA_DATABASE_URL"] = arguments.database
    os.environ["DJANGO_SETTINGS_MODULE"] = "viceversa.settings.base"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    _steps(arguments.people)


def _steps(count: int) -> None:
    from viceversa.kernel.actor import OPERATOR
    from viceversa.people.actions.applying import apply_import
    from viceversa.people.actions.imports import confirm, upload
    from viceversa.people.actions.reading import dry_run

    now = datetime(2026, 11, 9, tzinfo=UTC)
    who = {"actor": OPERATOR, "now": now}
    for name, content in (
        ("first", people_file(count)),
        ("repeat", people_file(count)),
        ("tenth changed", people_file(count, count // 10)),
    ):
        import_ = upload(file_name="people.csv", content=content, **who)
        started = time.perf_counter()
        import_ = dry_run(import_=import_)
        _say(f"{name}: dry run", count, started, import_.report)
        if import_.plan:
            started = time.perf_counter()
            confirm(import_=import_, **who)
            apply_import(import_=import_, **who)
            _say(f"{name}: write", count, started, import_.report)


def _say(step: str, count: int, started: float, report: dict[str, object]) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = {name: report[name] for name in ("added", "changed", "unchanged", "problems")}
    seconds = round(time.perf_counter() - started, 1)
    cpu = round(time.process_time(), 1)
    print(
        json.dumps(
            {
                "step": step,
                "people": count,
                "seconds": seconds,
                "cpu_since_start": cpu,
                "peak_mb": peak,
            }
            | figures
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
