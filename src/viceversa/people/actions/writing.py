"""Writing a plan into the tables, in bulk, inside the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from viceversa.people.models import Person, Unit
from viceversa.people.rules.names import search_text, sort_name
from viceversa.people.rules.plan import Change
from viceversa.people.rules.tree import depths

BATCH = 2000
RENAMED = {"id": "external_id", "unit": "unit_id", "manager": "manager_id"}
NEVER = {"id", "public_id", "user"}  # the key, and what is not the file's to say
WRITTEN = [field.name for field in Person._meta.concrete_fields if field.name not in NEVER]


def write(changes: Sequence[Change]) -> None:
    """Add and change people so that the directory says what the changes say."""
    units = _ensure_units(c.values["unit"] for c in changes if c.values.get("unit"))
    _free_addresses(changes)
    added: dict[str, int] = {}
    for layer in _layers([c for c in changes if c.person is None]):
        for batch in batched(layer, BATCH):
            people = [_filled(Person(), change, units, added) for change in batch]
            created = Person.objects.bulk_create(people)
            added.update({c.key: p.pk for c, p in zip(batch, created, strict=True)})
    for batch in batched((c for c in changes if c.person is not None), BATCH):
        found = Person.objects.in_bulk([c.person.pk for c in batch if c.person])
        people = [_filled(found[c.person.pk], c, units, added) for c in batch if c.person]
        Person.objects.bulk_create(
            people, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
        )


def _filled(person: Person, change: Change, units: dict[str, int], added: dict[str, int]) -> Person:
    for field, value in change.values.items():
        if field == "unit":
            value = units[value] if value else None
        elif field == "manager" and isinstance(value, str):
            value = added[value]
        elif field == "languages":
            value = list(value)
        setattr(person, RENAMED.get(field, field), value)
    person.search_text = search_text(
        person.first_name, person.last_name, person.email, person.external_id, person.title
    )
    person.sort_name = sort_name(person.first_name, person.last_name)
    return person


def _layers(added: Sequence[Change]) -> Iterator[list[Change]]:
    """New people in layers, line managers before those who report to them."""
    parents = {
        change.key: change.values["manager"]
        for change in added
        if isinstance(change.values.get("manager"), str)
    }
    depth = depths(parents, [change.key for change in added])
    layers: defaultdict[int, list[Change]] = defaultdict(list)
    for change in added:
        layers[depth[change.key]].append(change)
    for number in sorted(layers):
        yield layers[number]


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
