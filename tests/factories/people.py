"""People of the directory and people files for tests; every name is invented."""

from collections.abc import Mapping, Sequence
from itertools import count

from tests.cast import THEN
from viceversa.kernel.actor import OPERATOR
from viceversa.people.actions.applying import import_now
from viceversa.people.actions.imports import upload
from viceversa.people.actions.reading import dry_run
from viceversa.people.models import Import, Person
from viceversa.people.rules.names import search_text, sort_name
from viceversa.people.rules.options import Options

_numbers = count(1)
COLUMNS = ("id", "email", "first name", "last name", "title", "unit", "site", "level", "manager")


def make_person(first: str = "Nicolò", last: str = "Pavesi", **values: object) -> Person:
    """Create a person with the derived texts that an import would give them."""
    number = next(_numbers)
    values.setdefault("external_id", f"A{number:05d}")
    values.setdefault("email", f"p{number}@altavalle.example")
    person = Person(first_name=first, last_name=last, **values)
    person.search_text = search_text(first, last, person.email, person.external_id, person.title)
    person.sort_name = sort_name(first, last)
    person.save()
    return person


def row(number: int, **cells: str) -> dict[str, str]:
    """Return the cells of an invented person, some of them given."""
    usual = {
        "id": f"{number:04d}",
        "email": f"persona{number}@altavalle.example",
        "first name": ("Nicolò", "Zoë", "Ionuț", "Giulia")[number % 4],
        "last name": ("Dall’Ò", "Kovačević", "De Luca", "Müller")[number % 4],
        "title": "Analista",
        "unit": "Gruppo > Dati",
        "site": "Torino",
        "level": "2",
        "manager": "",
    }
    return {**usual, **{name.replace("_", " "): text for name, text in cells.items()}}


def people_file(
    rows: Sequence[Mapping[str, str]],
    *,
    separator: str = ";",
    encoding: str = "utf-8",
    columns: Sequence[str] = (),
) -> bytes:
    """Return the rows as the bytes of a CSV file with the columns of the first."""
    names = list(columns or (rows[0] if rows else COLUMNS))
    lines = [separator.join(names)]
    lines += [separator.join(each.get(name, "") for name in names) for each in rows]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def make_import(content: bytes, options: Options | None = None) -> Import:
    """Upload a file and make its dry run."""
    import_ = upload(
        file_name="people.csv", content=content, options=options, actor=OPERATOR, now=THEN
    )
    return dry_run(import_=import_)


def load(rows: Sequence[Mapping[str, str]], **more: object) -> Import:
    """Import rows into the directory."""
    return import_now(
        file_name="people.csv",
        content=people_file(rows),
        actor=OPERATOR,
        now=THEN,
        **more,  # type: ignore[arg-type]  # keywords of import_now
    )
