"""Hypothesis strategies shared by the tests: small, odd and contradictory inputs on purpose."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from viceversa.engine import Participant, Person, Policy, Rules, Weights, Wish
from viceversa.relationships.rules.meetings.times import Span
from viceversa.relationships.rules.momentum import Encounter, Facts

TOPICS = ("ai", "video", "data", "press")
RETURNS = ("career", "network", "law")
UNITS: tuple[tuple[str, ...], ...] = ((), ("Group", "A"), ("Group", "A", "x"), ("Group", "B"))
WORDS = ("must", "high", "medium", "low", "off")


@st.composite
def wishes(draw: st.DrawFn, topics: tuple[str, ...], highest: int) -> tuple[Wish, ...]:
    """A few topics with values from 1 to `highest`."""
    chosen = draw(st.lists(st.sampled_from(topics), unique=True, max_size=3))
    return tuple(Wish(topic, draw(st.integers(1, highest))) for topic in chosen)


@st.composite
def windows(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """Weekly windows of any length, some past the end of the week."""
    starts = draw(st.lists(st.integers(0, 10_079), max_size=3))
    return tuple((start, start + draw(st.integers(1, 3_000))) for start in starts)


@st.composite
def people(draw: st.DrawFn, least: int = 0, most: int = 14) -> tuple[Person, ...]:
    """A directory with a reporting tree, gaps included."""
    count = draw(st.integers(least, most))
    result = []
    for index in range(count):
        above = draw(st.none() | st.integers(0, index - 1)) if index else None
        result.append(
            Person(
                id=f"p{index:02d}",
                level=draw(st.none() | st.integers(0, 6)) if draw(st.booleans()) else index % 5,
                manager=None if above is None else f"p{above:02d}",
                manager_known=draw(st.integers(0, 9)) > 0,
                unit=draw(st.sampled_from(UNITS)),
                site=draw(st.sampled_from(["", "Bari", "Lyon"])),
                languages=draw(st.sampled_from([(), ("it",), ("en", "it"), ("fr",), ("en",)])),
            )
        )
    return tuple(result)


@st.composite
def places(draw: st.DrawFn, directory: tuple[Person, ...], role: str) -> tuple[Participant, ...]:
    """Places in one role for some of the people."""
    ids = [person.id for person in directory]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    result = []
    for id_ in chosen:
        most = draw(st.integers(0, 3))
        wanted, given = (TOPICS, RETURNS) if role == "mentee" else (RETURNS, TOPICS)
        result.append(
            Participant(
                person=id_,
                role=role,  # type: ignore[arg-type]  # one of the two
                wants=draw(wishes(wanted, 3)),
                offers=draw(wishes(given, 8)),
                minimum=draw(st.integers(0, most)),
                maximum=most,
                windows=draw(windows()),
                prefers=tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
                excludes=tuple(draw(st.lists(st.sampled_from(ids), max_size=1))),
                previous=tuple(draw(st.lists(st.sampled_from(ids), max_size=1))),
                waiting=draw(st.integers(0, 4)),
                style=draw(st.none() | st.floats(0, 1)),
                eligible=draw(st.integers(0, 9)) > 0,
                willing=draw(st.integers(0, 9)) > 0,
            )
        )
    return tuple(result)


@st.composite
def policies(draw: st.DrawFn, objectives: tuple[str, ...] | None = None) -> Policy:
    """Any policy; rules lean to the lenient so that pairs exist."""
    words = [draw(st.sampled_from(WORDS[1:])) for _ in range(8)]
    words[draw(st.integers(0, 7))] = draw(st.sampled_from(WORDS[:4]))
    every = ("nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first")
    return Policy(
        objective=draw(st.sampled_from(objectives or every)),  # type: ignore[arg-type]  # listed
        strength=draw(st.floats(0, 1)),
        weights=Weights(*words),  # type: ignore[arg-type]  # listed
        rules=Rules(
            minimum_step=draw(st.sampled_from([-9, 0, 1])),
            line_depth=draw(st.integers(0, 3)),
            siblings_reports=draw(st.booleans()),
            same_unit=draw(st.sampled_from(["exclude", "allow"])),
            mentor_level=draw(st.integers(1, 8)),
            minimum_overlap=draw(st.sampled_from([0, 30, 60])),
            previous=draw(st.sampled_from(["exclude", "allow"])),
        ),
    )


@st.composite
def questions(
    draw: st.DrawFn, objectives: tuple[str, ...] | None = None
) -> tuple[tuple[Person, ...], tuple[Participant, ...], Policy]:
    """Everything `Problem.build` needs, without edits."""
    directory = draw(people())
    mentees = draw(places(directory, "mentee"))
    mentors = draw(places(directory, "mentor"))
    return directory, (*mentees, *mentors), draw(policies(objectives))


@st.composite
def courses(draw: st.DrawFn) -> Facts:
    """A relationship since a fixed day: meetings of every state, moved at any time, one pause."""
    opened = datetime(2026, 3, 2, 9, tzinfo=UTC)
    hours = st.integers(0, 24 * 150)

    def meeting(index: int) -> Encounter:
        starts = opened + timedelta(hours=draw(hours))
        moved = draw(st.lists(hours, max_size=3))
        return Encounter(
            key=f"m{index}",
            state=draw(st.sampled_from(("proposed", "agreed", "held", "cancelled"))),
            starts_at=starts,
            minutes=draw(st.sampled_from((15, 45, 60))),
            moved_at=tuple(opened + timedelta(hours=at) for at in moved),
            keep_alive=draw(st.booleans()),
            agenda_empty=draw(st.booleans()),
        )

    contact, resumed = draw(st.none() | hours), draw(st.none() | hours)
    return Facts(
        state=draw(st.sampled_from(("opened", "agreed", "active", "paused", "closing", "closed"))),
        opened_at=opened,
        resumed_at=None if resumed is None else opened + timedelta(hours=resumed),
        contact_at=None if contact is None else opened + timedelta(hours=contact),
        signed=draw(st.booleans()),
        meetings=tuple(meeting(index) for index in range(draw(st.integers(0, 4)))),
    )


ZONES = ("Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")


@st.composite
def days_with_windows(draw: st.DrawFn) -> tuple[tuple[int, int, int], ...]:
    """Weekly windows as enrolments keep them: weekday, from minute, to minute; odd ones too."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, 1439))
        found.append((draw(st.integers(0, 6)), start, draw(st.integers(start + 1, 1440))))
    return tuple(found)


@st.composite
def spans(draw: st.DrawFn, around: datetime) -> tuple[Span, ...]:
    """Spans of minutes to days within two weeks of a moment, overlapping at will."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        start = around + timedelta(minutes=draw(st.integers(-5_000, 20_000)))
        found.append(Span(start, start + timedelta(minutes=draw(st.integers(1, 3_000)))))
    return tuple(found)
