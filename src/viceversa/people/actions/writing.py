"""Writing a plan into the tables: everything ready beforehand, then a short spell of writing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.db.models import CharField, F, Max, Value
from django.db.models.functions import Cast, Concat

from viceversa.kernel.public_id import new_public_id
from viceversa.people.actions import bulk
from viceversa.people.models import Person, Unit
from viceversa.people.rules.names import search_text, sort_name
from viceversa.people.rules.plan import Change

BATCH = 2000
NAMED = {"id": "external_id"}  # field of the plan -> attribute of the model, where they differ
LATER = {"unit", "manager"}  # keys of other rows, known only once those are written
DERIVED_FROM = {"first_name", "last_name", "email", "id", "title"}
NEVER = {"id", "user", "left_on"}  # the private key, and what is not the file's to say
COLUMNS = {found.name: found for found in Person._meta.concrete_fields if found.name not in NEVER}


@dataclass(slots=True)
class Prepared:
    """Rows for the database. `added` has all columns but `unit` and `manager`, in one order.

    `changed` groups people by the attributes that change: the values, then `unit`, `manager` of the
    plan where they change, then the private key.
    """

    changes: Sequence[Change]
    order: list[str] = field(default_factory=list)
    added: list[tuple[Change, str, list[Any]]] = field(default_factory=list)
    changed: dict[tuple[str, ...], list[tuple[Change, list[Any]]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def prepare(changes: Sequence[Change]) -> Prepared:
    """Return everything that can be worked out before the directory is locked."""
    prepared = Prepared(changes, [name for name in COLUMNS if name not in LATER])
    empty = {name: bulk.adapted(COLUMNS[name], _default(name)) for name in prepared.order}
    for change in changes:
        values = _values(change)
        if change.person is None:
            public_id = new_public_id()
            row = {**empty, **values, "public_id": public_id}
            prepared.added.append((change, public_id, [row[name] for name in prepared.order]))
        else:
            later = tuple(name for name in sorted(LATER) if name in change.values)
            prepared.changed[(*values, *later)].append((change, list(values.values())))
    return prepared


def write(prepared: Prepared) -> None:
    """Add and change people so that the directory says what the changes say."""
    units = _ensure_units(
        change.values["unit"] for change in prepared.changes if change.values.get("unit")
    )
    _free_addresses(prepared.changes)
    last = Person.objects.aggregate(last=Max("pk"))["last"] or 0
    bulk.insert(
        Person,
        [*prepared.order, "unit"],
        ([*row, units.get(change.values.get("unit", ""))] for change, _, row in prepared.added),
    )
    by_public_id = dict(Person.objects.filter(pk__gt=last).values_list("public_id", "pk"))
    added = {change.key: by_public_id[public_id] for change, public_id, _ in prepared.added}
    for names, rows in prepared.changed.items():
        later = [name for name in names if name in LATER]
        bulk.update(
            Person,
            names,
            ([*row, *_keys(change, later, units, added), _pk(change)] for change, row in rows),
        )
    bulk.update(
        Person,
        ["manager"],
        (
            [_manager(change, added), added[change.key]]
            for change, _, _ in prepared.added
            if change.values.get("manager") is not None
        ),
    )


def _values(change: Change) -> dict[str, Any]:
    """The adapted values of the attributes that change, with the texts derived from them."""
    found = {NAMED.get(n, n): value for n, value in change.values.items() if n not in LATER}
    if not DERIVED_FROM.isdisjoint(change.values):
        first, last, email, external_id, title = (
            change.values.get(name, getattr(change.person, name, "") or "")
            for name in ("first_name", "last_name", "email", "id", "title")
        )
        found["search_text"] = search_text(first, last, email, external_id, title)
        found["sort_name"] = sort_name(first, last)
    if "languages" in found:
        found["languages"] = list(found["languages"])
    return {name: bulk.adapted(COLUMNS[name], value) for name, value in found.items()}


def _default(name: str) -> Any:
    return None if name == "public_id" else COLUMNS[name].get_default()


def _keys(
    change: Change, later: Sequence[str], units: dict[str, int], added: dict[str, int]
) -> list[int | None]:
    return [
        units.get(change.values["unit"]) if name == "unit" else _manager(change, added)
        for name in later
    ]


def _manager(change: Change, added: dict[str, int]) -> int | None:
    above: int | str | None = change.values["manager"]
    return added[above] if isinstance(above, str) else above


def _pk(change: Change) -> int:
    assert change.person is not None
    return change.person.pk


def _ensure_units(paths: Iterable[str]) -> dict[str, int]:
    """Return the private key of each path, creating the units that do not exist, top first."""
    wanted: set[str] = set()
    for path in set(paths):
        parts = path.split(" > ")
        wanted.update(" > ".join(parts[:length]) for length in range(1, len(parts) + 1))
    known: dict[str, int] = dict(Unit.objects.values_list("path", "pk"))
    missing = sorted(wanted - known.keys(), key=lambda path: path.count(" > "))
    for path in missing:
        above, _, name = path.rpartition(" > ")
        unit = Unit.objects.create(name=name, path=path, parent_id=known.get(above))
        known[path] = unit.pk
    return known


def _free_addresses(changes: Sequence[Change]) -> None:
    """Give way where two people swap addresses: no two rows may hold one even for a moment."""
    wanted = {c.values["email"] for c in changes if c.values.get("email")}
    holders = [
        c.person.pk
        for c in changes
        if c.person is not None and "email" in c.values and c.person.email.lower() in wanted
    ]
    for batch in batched(holders, BATCH):
        Person.objects.filter(pk__in=batch).update(
            email=Concat(
                Value("on-the-move-"), Cast(F("pk"), CharField()), Value("@viceversa.invalid")
            )
        )
