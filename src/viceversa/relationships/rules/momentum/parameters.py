"""From when on a small push helps: whole numbers, one set a cohort."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Parameters:
    """The defaults of the product (product page, §3.9), each to be changed within its bounds.

    `grace_days` is how long the people have for themselves before whoever coordinates sees it;
    `preparation` is what a meeting takes of a mentor beforehand, in minutes, for the hours.
    """

    moves: int = 2
    quiet_days: int = 35
    first_meeting_days: int = 21
    first_contact_days: int = 7
    agreement_days: int = 14
    agenda_hours: int = 48
    grace_days: int = 4
    preparation: int = 30

    def as_json(self) -> dict[str, int]:
        return asdict(self)


BOUNDS: Mapping[str, tuple[int, int]] = {
    "moves": (2, 6),
    "quiet_days": (14, 120),
    "first_meeting_days": (7, 90),
    "first_contact_days": (2, 45),
    "agreement_days": (3, 90),
    "agenda_hours": (12, 168),
    "grace_days": (1, 21),
    "preparation": (0, 240),
}
NAMES = tuple(field.name for field in fields(Parameters))


def read(values: Mapping[str, object]) -> Parameters:
    """Return the parameters kept as JSON; what is missing or out of bounds is the default's."""
    kept = {
        name: value
        for name, value in values.items()
        if name in BOUNDS and isinstance(value, int) and within(name, value)
    }
    return Parameters(**kept)


def within(name: str, value: int) -> bool:
    """Tell whether a parameter may have this value."""
    least, most = BOUNDS[name]
    return least <= value <= most
