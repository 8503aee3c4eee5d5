"""The three short pages of a profile: each keeps what is said as soon as it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from viceversa.programmes.choices import Rung
from viceversa.programmes.queries import topics
from viceversa.programmes.rules.details import (
    LEVEL,
    USUAL_LEVEL,
    USUAL_WEIGHT,
    WEIGHT,
    Details,
    Wish,
    first_is_offer,
)
from viceversa.programmes.rules.profile import (
    BLOCK,
    DAYS,
    HOURS,
    MOST_PLACES,
    beside,
    blocks_of,
    windows_from,
)

BANDS = (1, 3, 5, 7)  # the lowest DigComp level of each of the four bands


@dataclass(frozen=True, slots=True)
class Chosen:
    """A topic that is ticked, with the words for how much or how well."""

    code: str
    name: str
    value: int
    options: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Offered:
    """A topic of the catalogue that is not ticked."""

    code: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class RungOffered:
    """A rung with its topics; `opened` where it is to be seen at once."""

    label: str
    topics: list[Offered]
    opened: bool


@dataclass(frozen=True, slots=True)
class Hour:
    """One row of the grid: its words and a box for each day."""

    label: str
    boxes: list[tuple[str, str, bool]]  # value, words for screen readers, ticked


def is_offer(role: str, side: str) -> bool:
    """Tell whether a side (`first` or `back`) holds levels of what is given, or weights."""
    return first_is_offer(role) == (side == "first")


def chosen(wishes: Iterable[Wish], *, offer: bool) -> list[Chosen]:
    """Return the ticked topics with their words."""
    called = topics.names()
    return [Chosen(code, called[code], value, _options(value, offer)) for code, value in wishes]


def offered(details: Details, side: str, role: str, search: str) -> list[RungOffered]:
    """Return the catalogue by rung without what is ticked; found topics are all in sight."""
    ticked = {code for code, _value in getattr(details, side)}
    of_seniors = (role == "mentee") == (side == "back")
    rungs = topics.catalogue(search=search)
    fitting = [rung for rung in rungs if (rung.rung == Rung.GIVES_BACK) == of_seniors]
    found = [
        (
            rung.label,
            [Offered(t.code, t.name, t.about) for t in rung.topics if t.code not in ticked],
        )
        for rung in fitting
    ]
    rows = [(label, some) for label, some in found if some]
    return [
        RungOffered(label, some, bool(search) or place == 0)
        for place, (label, some) in enumerate(rows)
    ]


def read_topics(data: QueryDict, details: Details, side: str, role: str) -> Details:
    """Return details with one side replaced by what was ticked."""
    offer = is_offer(role, side)
    known, usual = set(topics.names()), USUAL_LEVEL if offer else USUAL_WEIGHT
    held = dict(getattr(details, side))
    ends = LEVEL if offer else WEIGHT
    wishes = []
    for code in dict.fromkeys(data.getlist("topic")):
        if code in known:
            said = _number(data.get(f"value_{code}", ""), held.get(code, usual))
            wishes.append((code, min(max(said, ends[0]), ends[1])))
    said_now = tuple(wishes)
    if side == "first":
        return replace(details, first=said_now)
    return replace(details, back=said_now)


def grid(details: Details) -> list[Hour]:
    """Return the weekly grid, a row for each block of the day."""
    ticked = blocks_of(details.windows)
    names = day_names()
    return [
        Hour(
            span(hour * 60, hour * 60 + BLOCK),
            [
                (
                    f"{day}-{hour}",
                    f"{names[day]}, {span(hour * 60, hour * 60 + BLOCK)}",
                    (day, hour) in ticked,
                )
                for day in DAYS
            ],
        )
        for hour in HOURS
    ]


def other_times(details: Details) -> list[tuple[str, str]]:
    """Return (value, words) of the times that do not fit the grid and are kept beside it."""
    names = day_names()
    return [
        (f"{day}-{start}-{end}", f"{names[day]}, {span(start, end)}")
        for day, start, end in beside(details.windows)
    ]


def read_times(data: QueryDict, details: Details, known: Iterable[str]) -> Details:
    """Return details with times, languages and places as sent; what is not one is left out."""
    boxes = {f"{day}-{hour}": (day, hour) for day in DAYS for hour in HOURS}
    ticked = [boxes[value] for value in data.getlist("block") if value in boxes]
    kept = {f"{d}-{s}-{e}": (d, s, e) for d, s, e in beside(details.windows)}
    others = [kept[value] for value in data.getlist("other") if value in kept]
    codes = set(known)
    most = max(MOST_PLACES, details.maximum)
    places = min(max(_number(data.get("places", ""), details.maximum), 1), most)
    return replace(
        details,
        windows=windows_from(ticked, others),
        languages=tuple(code for code in data.getlist("language") if code in codes),
        maximum=places,
        minimum=min(details.minimum, places),
    )


def places_choices(details: Details) -> list[int]:
    """Return the numbers of relationships somebody may offer."""
    return list(range(1, max(MOST_PLACES, details.maximum) + 1))


def day_names() -> list[str]:
    """Return the days of the week from Monday."""
    return [
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    ]


def span(start: int, end: int) -> str:
    """Return two minutes of a day as `9:00–11:00`."""
    return f"{start // 60}:{start % 60:02}–{end // 60}:{end % 60:02}"


def _options(value: int, offer: bool) -> list[tuple[int, str]]:
    if not offer:
        return [(1, _("out of curiosity")), (2, _("important")), (3, _("before all else"))]
    words = (_("the basics"), _("at ease with it"), _("guiding others"), _("opening new ways"))
    return [
        (value if low <= value <= low + 1 else low, w) for low, w in zip(BANDS, words, strict=True)
    ]


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else otherwise
