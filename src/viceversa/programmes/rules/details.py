"""What someone says on enrolling: topics both ways, places, times, languages, named people."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

PLACES = (0, 20)  # relationships one person can take in one role
WEIGHT = (1, 3)  # of a wish
LEVEL = (1, 8)  # DigComp level of an offer
USUAL_WEIGHT = 2
USUAL_LEVEL = 5
MOST_PREFERRED = 5
DAY = 24 * 60
WAITED = 1_000

type Wish = tuple[str, int]  # topic code, weight or level
type Window = tuple[int, int, int]  # weekday 0-6 from Monday, from minute, to minute


@dataclass(frozen=True, slots=True)
class Details:
    """The contents of one enrolment.

    `first` is what a mentor offers (levels) or a mentee wants (weights); `back` what a mentor
    would like in return (weights) or a mentee gives back (levels). `windows` are in the person's
    own zone. Named people are private ids. Empty `languages` means those of the directory.
    """

    minimum: int = 0
    maximum: int = 1
    first: tuple[Wish, ...] = ()
    back: tuple[Wish, ...] = ()
    windows: tuple[Window, ...] = ()
    languages: tuple[str, ...] = ()
    prefers: tuple[int, ...] = ()
    excludes: tuple[int, ...] = ()
    previous: tuple[int, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with details: `code`, the field it concerns and the value found."""

    code: str
    field: str
    value: object


def first_is_offer(role: str) -> bool:
    """Tell whether `first` holds levels (a mentor) rather than weights (a mentee)."""
    return role == "mentor"


def faults(details: Details, role: str, person: int | None = None) -> tuple[Fault, ...]:
    """Return everything wrong with details of a role; `person` is the one they are of.

    Codes: `places`, `minimum`, `weight`, `level`, `window`, `too-many-preferred`, `self`, `both`
    (preferred and excluded at once), `waiting`.
    """
    found = []
    if not PLACES[0] <= details.maximum <= PLACES[1]:
        found.append(Fault("places", "maximum", details.maximum))
    if not 0 <= details.minimum <= details.maximum:
        found.append(Fault("minimum", "minimum", details.minimum))
    offers = {"first": first_is_offer(role), "back": not first_is_offer(role)}
    for name, offer in offers.items():
        code, (least, most) = ("level", LEVEL) if offer else ("weight", WEIGHT)
        wishes: tuple[Wish, ...] = getattr(details, name)
        found += [Fault(code, name, w) for w in wishes if not least <= w[1] <= most]
    found += [Fault("window", "windows", w) for w in details.windows if not _is_window(w)]
    if len(details.prefers) > MOST_PREFERRED:
        found.append(Fault("too-many-preferred", "prefers", len(details.prefers)))
    for name in ("prefers", "excludes", "previous"):
        if person is not None and person in getattr(details, name):
            found.append(Fault("self", name, person))
    found += [Fault("both", "excludes", p) for p in details.excludes if p in details.prefers]
    if not 0 <= details.waiting <= WAITED:
        found.append(Fault("waiting", "waiting", details.waiting))
    return tuple(found)


def tidy(details: Details) -> Details:
    """Return the same details in one order, without doubles, with touching windows joined.

    Two details mean the same if and only if their tidy forms are equal.
    """
    return replace(
        details,
        first=_wishes(details.first),
        back=_wishes(details.back),
        windows=joined(details.windows),
        languages=tuple(dict.fromkeys(details.languages)),
        prefers=tuple(sorted(set(details.prefers))),
        excludes=tuple(sorted(set(details.excludes))),
        previous=tuple(sorted(set(details.previous))),
    )


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return weekly windows in order, those that overlap or touch on a day joined into one."""
    result: list[Window] = []
    for day, start, end in sorted(windows):
        if result and result[-1][0] == day and start <= result[-1][2]:
            result[-1] = (day, result[-1][1], max(end, result[-1][2]))
        else:
            result.append((day, start, end))
    return tuple(result)


def changed(before: Details, after: Details) -> tuple[str, ...]:
    """Return the names of the fields in which two details differ, in their order."""
    one, other = tidy(before), tidy(after)
    return tuple(f.name for f in fields(Details) if getattr(one, f.name) != getattr(other, f.name))


def _wishes(wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """One line a topic, the highest number written, the heaviest first."""
    best: dict[str, int] = {}
    for topic, value in wishes:
        best[topic] = max(value, best.get(topic, 0))
    return tuple(sorted(best.items(), key=lambda wish: (-wish[1], wish[0])))


def _is_window(window: Window) -> bool:
    day, start, end = window
    return 0 <= day <= 6 and 0 <= start < end <= DAY
