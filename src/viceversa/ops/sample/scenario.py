"""Who takes part in which cohort of the invented company, and when, counted from a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from viceversa.ops.sample import profiles
from viceversa.ops.sample.people import SEED, Employee
from viceversa.ops.sample.profiles import Profile, Role
from viceversa.ops.sample.shape import Language, Text
from viceversa.ops.sample.texts import (
    CIRCLES,
    DUOS,
    FIRST_YEAR,
    LEADERSHIP,
    SEASONS,
    SHOP_FLOOR,
    CharterText,
)
from viceversa.ops.sample.tree import STEPS

TENURE = timedelta(days=92)  # in the company, at a cohort's start, of those who take part
PLAIN = Text("{}", "{}")  # a cohort called after its season
PLANT = ("plant-brescia", "plant-bari", "quality", "maintenance", "logistics", "planning")


type Where = Mapping[Role, Sequence[str]]  # functions, by key


@dataclass(frozen=True, slots=True)
class Cohort:
    """A cohort: its programme, name, first day, preset, and what each participant says."""

    key: str
    charter: CharterText
    name: str
    preset: str
    starts_on: date
    lowest_mentee: int
    enrolments: Mapping[str, Profile] = field(default_factory=dict)  # by employee id


@dataclass(frozen=True, slots=True)
class Scenario:
    """The whole story: the company on the days its directory was imported, and its cohorts."""

    today: date
    directory: tuple[tuple[date, tuple[Employee, ...]], ...]
    finished: Cohort
    under_way: Cohort
    circle: Cohort
    duo: Cohort
    proposed: Cohort
    ready: Cohort

    @property
    def began_on(self) -> date:
        return self.directory[0][0]

    @property
    def now(self) -> tuple[Employee, ...]:
        return self.directory[-1][1]

    def id_of(self, name: str) -> str:
        """Return the id of a member of the cast."""
        return next(person.id for person in self.now if person.name == name)


# The cast of each cohort: mentees, then mentors.
FINISHED = (
    ("Riccardo Sala", "Serena Melis", "Paolo Venturi", "Marco Giordano"),
    ("Elena Rota", "José De Luca", "Alessia Kovačević", "Luca Marini"),
)
UNDER_WAY = (
    ("Lucia Bonfanti", "Francesca Dell’Orto", "Stefano Arrighi", "Antonio Neri"),
    ("Davide Okafor", "Nicolò Pavesi", "Giulia Fabbri", "Amina Diallo", "Emma Tosi"),
)
PROPOSED = (
    (
        "Alberto Brambilla",
        "Roberta Grassi",
        "Jérôme Lacroix",
        "Cristina Poli",
        "Camille Lefèvre",
        "Paolo Venturi",
        "Riccardo Sala",
    ),
    (
        "Sofia D’Agnolo",
        "Matteo Ruggeri",
        "Yasmine Caruso",
        "Ionuț Borghi",
        "Zoë Rizzo",
        "Gaia Ferretti",
        "Tommaso Orlando",
        "Dario Morelli",
        "Elena Rota",
    ),
)
# Those of the circle and the duo: the cast as above, and where the others come from, so that
# nobody meets their own line.
CIRCLE = (("Serena Melis",), ("Nicolò Pavesi",))
CIRCLE_FROM: Where = {"mentee": ("sales-italy",), "mentor": ("controlling", "sustainability")}
DUO = (("Marco Giordano",), ())
DUO_FROM: Where = {"mentor": ("sales-europe", "brand")}
NEVER = ("Chiara Lorenzetti", "Teresa Moroni", "Marta Bellini", "Matteo Rinaldi")


def write(
    employees: Sequence[Employee], *, today: date, language: Language, seed: str = SEED
) -> Scenario:
    """Return the story of a company of at least about four hundred people.

    The cohort under way is in its ninth week today, whatever the day.
    """
    starts = _starts(today)
    imports = (
        starts["finished"] - timedelta(weeks=14),
        starts["under-way"] - timedelta(weeks=12),
        today - timedelta(days=35),
    )
    # Whoever is enrolled stands in the directory of that time and has been here for long enough.
    known = dict(zip(starts, (*imports, imports[-1], imports[1], imports[1]), strict=True))
    enrolled = _enrolled(
        _Casting(employees, seed), {key: min(known[key], starts[key] - TENURE) for key in starts}
    )
    enrolled["proposed"] = _with_wishes(enrolled["proposed"], employees)
    enrolled["ready"] = _with_blanks(enrolled["ready"])

    def cohort(
        key: str, text: CharterText, preset: str, lowest: int = STEPS + 1, called: Text = PLAIN
    ) -> Cohort:
        name = called(language).format(season(starts[key], language))
        return Cohort(key, text, name, preset, starts[key], lowest, enrolled[key])

    return Scenario(
        today=today,
        directory=(
            *((day, _as_it_was(employees, day, index)) for index, day in enumerate(imports)),
            (today - timedelta(days=1), tuple(employees)),
        ),
        finished=cohort("finished", LEADERSHIP, "standard"),
        under_way=cohort("under-way", LEADERSHIP, "standard"),
        circle=cohort("circle", FIRST_YEAR, "circle", called=CIRCLES),
        duo=cohort("duo", FIRST_YEAR, "duo", called=DUOS),
        proposed=cohort("proposed", LEADERSHIP, "standard"),
        ready=cohort("ready", SHOP_FLOOR, "light", STEPS),
    )


def _starts(today: date) -> dict[str, date]:
    """Return the first day of each cohort, a Monday."""
    monday = today - timedelta(days=today.weekday())
    return {
        "finished": monday - timedelta(weeks=60),
        "under-way": monday - timedelta(weeks=8),
        "proposed": monday + timedelta(weeks=16),
        "ready": monday + timedelta(weeks=4),
        "circle": monday - timedelta(weeks=9),
        "duo": monday - timedelta(weeks=9),
    }


def _enrolled(cast: "_Casting", hired_by: Mapping[str, date]) -> dict[str, dict[str, Profile]]:
    """Return the profiles of each cohort by employee id; some take part in two."""
    finished = cast.enrol(hired_by["finished"], 12, 14, FINISHED)
    under_way = cast.enrol(hired_by["under-way"], 32, 37, UNDER_WAY)
    cast.back = {*FINISHED[0], *FINISHED[1]}
    proposed = cast.enrol(hired_by["proposed"], 40, 45, PROPOSED)
    ready = cast.enrol(hired_by["ready"], 21, 24, ((), ()), plant=True)
    cast.back |= {*CIRCLE[1]}  # who is in a pair as well
    circle = cast.enrol(hired_by["circle"], 2, 3, CIRCLE, where=CIRCLE_FROM)
    duo = cast.enrol(hired_by["duo"], 1, 2, DUO, where=DUO_FROM)
    for key, profile in duo.items():
        if profile.role == "mentee":
            duo[key] = replace(profile, capacity=2)  # learns from two at once
    return {
        "finished": finished,
        "under-way": under_way,
        "proposed": proposed,
        "ready": ready,
        "circle": circle,
        "duo": duo,
    }


def season(day: date, language: Language) -> str:
    """Return the name of a cohort that starts on a day: Autumn 2026; December is already winter."""
    year = day.year + (day.month == 12)
    return SEASONS[day.month % 12 // 3](language).format(year)


class _Casting:
    """Hands out people to cohorts: nobody twice, except those in `back`, by name."""

    def __init__(self, employees: Sequence[Employee], seed: str) -> None:
        self.employees = employees
        self.seed = seed
        self.taken: set[str] = set()
        self.back: set[str] = set()
        named = {name for cast in (FINISHED, UNDER_WAY, PROPOSED) for side in cast for name in side}
        self.reserved = named | set(NEVER)

    def enrol(
        self,
        hired_by: date,
        mentees: int,
        mentors: int,
        cast: tuple[Sequence[str], Sequence[str]],
        *,
        plant: bool = False,
        where: Where | None = None,
    ) -> dict[str, Profile]:
        """Return profiles by employee id: the cast first, then others up to the numbers given.

        `plant` brings those who lead in the plants to mentors from elsewhere; `where` names the
        functions the others of a role come from.
        """
        chosen: dict[str, Profile] = {}
        sides: tuple[tuple[Role, int, Sequence[str]], ...] = (
            ("mentee", mentees, cast[0]),
            ("mentor", mentors, cast[1]),
        )
        for role, count, names in sides:
            people = [person for person in self.employees if person.name in names]
            people = [p for p in people if p.id not in self.taken or p.name in self.back]
            pool = [p for p in self.employees if self._may(p, role, hired_by, plant=plant)]
            if where:
                pool = [p for p in pool if p.key in where.get(role, ())]
            random = Random(f"{self.seed} {role} {mentees} {mentors}")
            people += random.sample(pool, min(len(pool), count - len(people)))
            for person in people:
                chosen[person.id] = profiles.invent(person, role, seed=self.seed)
        self.taken |= set(chosen)
        return chosen

    def _may(self, person: Employee, role: Role, hired_by: date, *, plant: bool) -> bool:
        if person.name in self.reserved or person.id in self.taken or person.status != "active":
            return False
        if person.hired_on > hired_by:
            return False
        if role == "mentor":
            return person.level < STEPS and person.key not in (PLANT if plant else ())
        if plant:
            return person.key in PLANT and person.level >= STEPS
        return person.level > STEPS and person.key not in ("learning",)


def _as_it_was(employees: Sequence[Employee], day: date, time: int) -> tuple[Employee, ...]:
    """Return the company on an earlier day, `time` 0 the first: newcomers not there yet, leavers
    still in office, some people before their move, their promotion, or the repair of their name.
    """
    milano = next(person.site for person in employees if person.site.name == "Milano")
    before = []
    for index, person in enumerate(employees):
        if person.hired_on > day:
            continue
        was = replace(person, status="active")
        promoted = index % 29 == time and person.level in (2, 3)
        if promoted or person.name == "Zoë Rizzo":
            was = replace(was, level=person.level - 1)
        elif person.name == "Stefano Arrighi":
            was = replace(was, site=milano)
        elif person.name == "Niccolò Dall’Ò":
            was = replace(was, last="Dall'O'")
        before.append(was)
    return tuple(before)


def _with_wishes(
    enrolments: Mapping[str, Profile], employees: Sequence[Employee]
) -> dict[str, Profile]:
    """Add named wishes, an earlier wait, and answers that are not there yet."""
    ids = {person.name: person.id for person in employees}
    changed = dict(enrolments)

    def change(name: str, **values: object) -> None:
        if ids[name] in changed:
            profile = changed[ids[name]]
            changed[ids[name]] = replace(profile, **values)  # type: ignore[arg-type]  # by name

    change("Alberto Brambilla", prefers=(ids["Sofia D’Agnolo"], ids["Matteo Ruggeri"]))
    change("Zoë Rizzo", prefers=(ids["Camille Lefèvre"],))
    change("Dario Morelli", excludes=(ids["Cristina Poli"],))
    mentees = [key for key, profile in changed.items() if profile.role == "mentee"]
    spoken = {ids[name] for name in (*PROPOSED[0], *PROPOSED[1])}
    others = [key for key in mentees if key not in spoken]
    changed[others[0]] = replace(changed[others[0]], waiting=1)
    changed[others[1]] = replace(changed[others[1]], windows=())
    return changed


def _with_blanks(enrolments: Mapping[str, Profile]) -> dict[str, Profile]:
    """Leave out some answers, as happens while people are still filling in their profile."""
    changed = dict(enrolments)
    sides = {
        role: [key for key, profile in changed.items() if profile.role == role]
        for role in ("mentee", "mentor")
    }
    for key in (sides["mentee"][0], sides["mentor"][3], sides["mentor"][8]):
        changed[key] = replace(changed[key], windows=())
    for key in (sides["mentee"][4], sides["mentee"][5]):
        changed[key] = replace(changed[key], wants=())
    changed[sides["mentor"][5]] = replace(changed[sides["mentor"][5]], offers=())
    changed[sides["mentor"][6]] = replace(changed[sides["mentor"][6]], wants_back=())
    return changed
