"""What a change of a person's data touches beyond the directory."""

from collections.abc import Collection

# field -> what has to be looked at again because of it, most serious first
EFFECTS = {
    "status": "leaves",
    "manager_missing": "line-unknown",
    "manager": "line",
    "level": "level",
    "unit": "unit",
    "site": "unit",
    "time_zone": "hours",
    "languages": "languages",
}


def effects_of(fields: Collection[str], *, leaving: bool, line_unknown: bool) -> tuple[str, ...]:
    """Return the codes of the effects of changing `fields` of somebody already in the directory.

    `leaving`: the new status is left. `line_unknown`: the line manager named cannot be found.
    """
    found = [effect for field, effect in EFFECTS.items() if field in fields]
    if not leaving:
        found = [effect for effect in found if effect != "leaves"]
    if not line_unknown:
        found = [effect for effect in found if effect != "line-unknown"]
    return tuple(dict.fromkeys(found))
