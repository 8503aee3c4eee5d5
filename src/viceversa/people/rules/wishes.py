"""The matching columns: roles, topics with a number, places, windows and names of other people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from viceversa.people.rules.cells import several, whole
from viceversa.people.rules.folding import fold
from viceversa.people.rules.problems import Bad
from viceversa.people.rules.weekly import Window, parse_windows

Role = Literal["mentor", "mentee"]
type Wish = tuple[str, int | None]
ROLES: dict[str, tuple[Role, ...]] = {
    "mentor": ("mentor",),
    "mentore": ("mentor",),
    "mentee": ("mentee",),
    "both": ("mentor", "mentee"),
    "entrambi": ("mentor", "mentee"),
    "mentormentee": ("mentor", "mentee"),
    "none": (),
    "no": (),
    "": (),
}
# A colon counts only before something like a number: "AI: first steps" is a topic.
NUMBERED = re.compile(r"^(?P<text>.*\S)\s*:\s*(?P<number>[-+]?\d[^:\s]*)?$")
HIGHEST = {"wants": 3, "wants_back": 3, "offers": 8, "gives_back": 8}
MOST_PLACES = 20
LONGEST_TOPIC = 120


@dataclass(frozen=True, slots=True)
class Matching:
    """What a row says about taking part; `wants` … `wants_back` are `(text, number or None)`.

    `availability` is weekly, in the person's own time zone. `prefers`, `excludes` and `previous`
    hold ids or e-mails as written. `minimum` and `capacity` bound the relationships in each role.
    """

    roles: tuple[Role, ...]
    wants: tuple[Wish, ...] = ()
    offers: tuple[Wish, ...] = ()
    gives_back: tuple[Wish, ...] = ()
    wants_back: tuple[Wish, ...] = ()
    capacity: int = 1
    minimum: int = 0
    availability: tuple[Window, ...] = ()
    prefers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    waiting: int = 0
    written: frozenset[str] = field(default=frozenset(), compare=False)  # columns with a value


def roles(text: str) -> tuple[Role, ...]:
    """Return the roles a person takes part in; empty means none."""
    try:
        return ROLES[fold(text)]
    except KeyError:
        raise Bad("unknown-role") from None


def wishes(column: str, text: str) -> tuple[Wish, ...]:
    """Return topics with their weight or level; the same topic twice keeps its first number."""
    found: dict[str, Wish] = {}
    for part in several(text):
        match = NUMBERED.match(part)
        topic = match["text"] if match else part
        number = (match["number"] if match else None) or ""
        if len(topic) > LONGEST_TOPIC:
            raise Bad("too-long", limit=LONGEST_TOPIC, length=len(topic))
        value = None
        if number:
            try:
                value = whole(number, 1, HIGHEST[column], "bad-weight")
            except Bad as bad:
                raise Bad("bad-weight", topic=topic, number=number, **bad.data) from None
        found.setdefault(fold(topic), (topic, value))
    return tuple(found.values())


def matching(cells: Mapping[str, str], taking: tuple[Role, ...]) -> Matching:
    """Return the matching part of a row; raises Bad with `column` in its data."""
    written = frozenset(column for column, text in cells.items() if text)
    made: dict[str, object] = {"roles": taking, "written": written}
    for column, text in cells.items():
        if not text or column == "role":
            continue
        try:
            made[column] = _value(column, text)
        except Bad as bad:
            bad.data["column"] = column
            raise
    result = Matching(**made)  # type: ignore[arg-type]  # the columns are the fields
    if result.minimum > result.capacity:
        raise Bad(
            "minimum-above-capacity",
            column="minimum",
            minimum=result.minimum,
            capacity=result.capacity,
        )
    return result


def _value(column: str, text: str) -> object:
    if column in HIGHEST:
        return wishes(column, text)
    if column in ("capacity", "minimum"):
        return whole(text, 0, MOST_PLACES, "bad-places")
    if column == "waiting":
        return whole(text, 0, 1000, "bad-waiting")
    if column == "availability":
        return parse_windows(several(text))
    return tuple(dict.fromkeys(several(text)))
