"""Brings the invented people into the directory, as an HR office does: one file, one import."""

from collections.abc import Sequence
from datetime import date

from viceversa.kernel.actor import Actor
from viceversa.ops.sample import files
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.files import Style
from viceversa.ops.sample.people import Employee
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.actions.applying import import_now

FILE_NAME = Text("directory_{}.csv", "anagrafica_{}.csv")


def bring_in(
    employees: Sequence[Employee], day: date, clock: Clockwork, language: Language, actor: Actor
) -> None:
    """Import the company as it is on a day, in the file an Italian Excel would export."""
    style = Style(language, ";", "utf-8-sig", "day-first")
    import_now(
        file_name=FILE_NAME(language).format(day.isoformat()),
        content=files.encode(files.rows(employees, None, style), style),
        actor=actor,
        now=clock.at(day, 9, 5),
    )
