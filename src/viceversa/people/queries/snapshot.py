"""The whole directory in plain values, for comparing it with a file."""

from viceversa.people.models import Directory, Person
from viceversa.people.rules.known import Known, People

FIELDS = (
    "pk",
    "external_id",
    "email",
    "first_name",
    "last_name",
    "title",
    "unit__path",
    "site",
    "country",
    "time_zone",
    "languages",
    "level",
    "grade",
    "hired_on",
    "manager_id",
    "manager_missing",
    "status",
)
UNIT, LANGUAGES = FIELDS.index("unit__path"), FIELDS.index("languages")


def version() -> int:
    """Return how often the directory has been written."""
    return Directory.objects.filter(pk=1).values_list("version", flat=True).first() or 0


def people() -> People:
    """Return everybody, in one query."""
    rows = Person.objects.order_by("pk").values_list(*FIELDS).iterator(chunk_size=5000)
    return People(_known(row) for row in rows)


def _known(row: tuple[object, ...]) -> Known:
    values = list(row)
    values[UNIT] = values[UNIT] or ""
    values[LANGUAGES] = tuple(values[LANGUAGES])  # type: ignore[arg-type]  # a JSON list
    return Known(*values)  # type: ignore[arg-type]  # in the order of FIELDS
