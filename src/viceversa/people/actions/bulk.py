"""Many rows at once: prepared before the transaction, so that the tables are locked only briefly.

`bulk_create` builds each statement anew while the lock is held; a hundred thousand people would
keep every other writer waiting for half a minute. Here one statement is run many times.
"""

from collections.abc import Iterable, Sequence
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import Field, Model

BATCH = 5000


def adapted(field: "Field[Any, Any]", value: Any) -> Any:
    """Return `value` as the database takes it for `field`."""
    return field.get_db_prep_save(value, connection)


def prepared(model: type[Model], objects: Iterable[Model]) -> tuple[list[str], list[list[Any]]]:
    """Return the attributes of `model` but its key, and the adapted values of each object."""
    fields = [found for found in model._meta.concrete_fields if not found.primary_key]
    rows = [[adapted(field, getattr(each, field.attname)) for field in fields] for each in objects]
    return [field.name for field in fields], rows


def insert(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows of adapted values, in the order of `names` (attributes of the model)."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(_column(model, name)) for name in names)
    places = ", ".join(["%s"] * len(names))
    table = quote(model._meta.db_table)
    _run(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608 - our own names


def update(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Change rows: adapted values in the order of `names`, then the private key."""
    quote = connection.ops.quote_name
    settings = ", ".join(f"{quote(_column(model, name))} = %s" for name in names)
    table = quote(model._meta.db_table)
    _run(f"UPDATE {table} SET {settings} WHERE id = %s", rows)  # noqa: S608 - our own names


def _run(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        for batch in batched(rows, BATCH):
            cursor.executemany(statement, batch)


def _column(model: type[Model], name: str) -> str:
    found = model._meta.get_field(name)
    assert isinstance(found, Field)
    return str(found.column)
