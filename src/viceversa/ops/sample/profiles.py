"""What somebody enrolled says of themselves: topics, what they give back, free hours, wishes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from viceversa.ops.sample import weeks
from viceversa.ops.sample.people import SEED, Employee
from viceversa.ops.sample.tastes import EVERYONE_SHARES, EVERYONE_WANTS, GIVES_BACK, SHARES
from viceversa.ops.sample.tree import STEPS

type Role = Literal["mentor", "mentee"]
type Values = tuple[tuple[str, int], ...]  # topic code with a weight 1 to 3 or a level 1 to 8


@dataclass(frozen=True, slots=True)
class Profile:
    """The enrolment columns of a row; `prefers` and the like hold ids of employees."""

    role: Role
    wants: Values = ()
    offers: Values = ()
    gives_back: Values = ()
    wants_back: Values = ()
    capacity: int = 1
    minimum: int = 0
    windows: tuple[weeks.Window, ...] = ()
    prefers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    waiting: int = 0


def invent(employee: Employee, role: Role, *, seed: str = SEED) -> Profile:
    """Return what `employee` says in `role`; named members of the cast speak for themselves."""
    if spoken := SPOKEN.get((employee.name, role)):
        return spoken
    random = Random(f"{seed} {employee.id} {role}")
    leader = employee.level > STEPS
    windows = weeks.invent(random, leader=leader, shifts=employee.shifts)
    if role == "mentee":
        return Profile(
            role,
            wants=_weighted(_wants(employee, random), random),
            gives_back=_weighted(_draw(GIVES_BACK, random.choice((3, 4, 5)), random), random),
            windows=windows,
        )
    return Profile(
        role,
        offers=_offers(employee, random),
        wants_back=_weighted(_draw(GIVES_BACK, random.choice((2, 2, 3)), random), random),
        capacity=2 if random.random() < 0.08 else 1,
        windows=windows,
    )


def _wants(employee: Employee, random: Random) -> list[str]:
    """Return two or three topics; what the own function already does is asked for less often."""
    own = SHARES.get(employee.key, ())
    chances = {code: weight / (4 if code in own else 1) for code, weight in EVERYONE_WANTS.items()}
    return _draw(chances, random.choice((2, 3, 3)), random)


def _offers(employee: Employee, random: Random) -> Values:
    """Return four to six topics with a level, the trade's own ones higher."""
    own = SHARES.get(employee.key, ())
    trade = random.sample(own, min(len(own), random.choice((2, 2, 3))))
    common = {code: chance for code, chance in EVERYONE_SHARES.items() if code not in trade}
    levels = [(code, random.choice((6, 6, 7, 7, 8))) for code in trade]
    levels += [
        (code, random.choice((4, 5, 6, 6, 7)))
        for code in _draw(common, random.choice((2, 3)), random)
    ]
    return tuple(sorted(levels, key=lambda pair: -pair[1]))


def _draw(chances: Mapping[str, float], count: int, random: Random) -> list[str]:
    """Return `count` different codes, the likelier ones more often and earlier."""
    left = dict(chances)
    drawn = []
    for _ in range(count):
        code = random.choices(list(left), list(left.values()))[0]
        drawn.append(code)
        del left[code]
    return drawn


def _weighted(codes: Sequence[str], random: Random) -> Values:
    """Give the first topic weight 3, the last ones 1 or 2."""
    return tuple(
        (code, 3 if index == 0 else random.choice((1, 2, 2))) for index, code in enumerate(codes)
    )


def _window(*windows: tuple[int, float, float]) -> tuple[weeks.Window, ...]:
    """Windows with hours as people say them: (0, 17, 18.5) is Monday from 17:00 to 18:30."""
    return tuple((day, int(begin * 60), int(end * 60)) for day, begin, end in windows)


def _values(pairs: Iterable[str]) -> Values:
    return tuple((code, int(value)) for code, value in (pair.split(":") for pair in pairs))


def _mentee(wants: str, gives_back: str, *windows: tuple[int, float, float]) -> Profile:
    return Profile(
        "mentee",
        wants=_values(wants.split()),
        gives_back=_values(gives_back.split()),
        windows=_window(*windows),
    )


def _mentor(
    offers: str, wants_back: str, *windows: tuple[int, float, float], capacity: int = 1
) -> Profile:
    return Profile(
        "mentor",
        offers=_values(offers.split()),
        wants_back=_values(wants_back.split()),
        windows=_window(*windows),
        capacity=capacity,
    )


SPOKEN: dict[tuple[str, Role], Profile] = {
    ("Lucia Bonfanti", "mentee"): _mentee(
        "ai-assistants:3 gen-z-expectations:2 data-driven-decisions:2",
        "how-decisions-are-made:3 visibility:2 setbacks:1",
        (1, 8, 9.5),
        (3, 18, 19),
    ),
    ("Davide Okafor", "mentor"): _mentor(
        "ai-assistants:7 data-driven-decisions:6 gen-z-expectations:5 data-visualisation:6",
        "how-decisions-are-made:3 visibility:2",
        (1, 8, 10),
        (2, 12.5, 14),
        (3, 17, 19),
    ),
    ("Francesca Dell’Orto", "mentee"): _mentee(
        "ai-assistants:3 gen-z-expectations:2 digital-identity:2",
        "how-decisions-are-made:3 reading-a-balance-sheet:2 visibility:2",
        (2, 17, 18),
        (4, 8.5, 9.5),
        (3, 18, 19),
    ),
    ("Nicolò Pavesi", "mentor"): _mentor(
        "customer-trends:7 digital-identity:6 gen-z-expectations:6 ai-assistants:6",
        "how-decisions-are-made:3 reading-a-balance-sheet:2",
        (2, 16.5, 18),
        (4, 8.5, 10),
        (1, 13, 14),
    ),
    ("Alberto Brambilla", "mentee"): _mentee(
        "ai-assistants:3 data-visualisation:2 dashboards:1",
        "how-decisions-are-made:3 negotiation:2",
        (0, 17, 18),
        (2, 8.5, 9.5),
        (3, 12.5, 13.5),
    ),
    ("Sofia D’Agnolo", "mentor"): _mentor(
        "ai-assistants:6 data-visualisation:6 dashboards:5",
        "how-decisions-are-made:3 negotiation:2",
        (0, 16.5, 18),
        (2, 8.5, 10),
        (4, 14, 16),
        capacity=2,
    ),
    ("Matteo Ruggeri", "mentor"): _mentor(
        "ai-assistants:7 data-visualisation:5 dashboards:6 customer-trends:7",
        "negotiation:3 how-decisions-are-made:1",
        (0, 17, 18.5),
        (2, 8.5, 9.5),
        (3, 12.5, 14),
    ),
    ("Yasmine Caruso", "mentor"): _mentor(
        "ai-assistants:6 data-visualisation:5 social-media:7",
        "public-speaking:3 how-decisions-are-made:2",
        (0, 17, 18),
        (1, 11, 12),
        (2, 8.5, 10),
    ),
    ("Ionuț Borghi", "mentor"): _mentor(
        "ai-assistants:6 linkedin-presence:7 employer-of-choice:6",
        "career-conversation:3 managing-people:2",
        (0, 17, 18),
        (3, 12.5, 14),
        (4, 9, 11),
    ),
    # Free only before the first shift, when nobody else is: the round says so, and what would help.
    ("Cristina Poli", "mentee"): _mentee(
        "dashboards:3 ai-assistants:2 no-code:1",
        "managing-people:3 priorities:2",
        (4, 6, 7),
    ),
}
