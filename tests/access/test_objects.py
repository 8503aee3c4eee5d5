"""Every address with somebody’s own thing in it × everybody: whose it is enters, nobody else.

The matrix of roles beside this tries ids of nothing; here every id is that of a real thing. An
address that is new has to say whose it is, or the first test fails.
"""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from tests.access.a_world import World, a_world
from tests.cast import THEN
from viceversa.access.permissions import Permission
from viceversa.audit.models import Line
from viceversa.kernel import clock

TWO = frozenset({"mentor", "mentee"})
DATES = TWO | {"delegate"}
NOBODY = frozenset[str]()  # without the link of a mail

# Where an address begins: what `public_id` in it is, and who may enter.
BELONGS: dict[str, tuple[str, frozenset[str]]] = {
    "together/<slug:public_id>/meetings/": ("relationship", DATES),
    "together/": ("relationship", TWO),
    "aside/": ("relationship", TWO),
    "counsel/": ("", frozenset({"counsellor"})),
    "push/": ("nudge", TWO),
    "calendars/busy/": ("feed", frozenset({"mentee"})),
    "dates/": ("delegation", frozenset({"delegate"})),
    "partners/": ("place", frozenset({"mentee"})),
    "prepare/circles/": ("supervision", frozenset({"mentor"})),
    "briefing/": ("place", frozenset({"mentee"})),
    "self-check/": ("self_check", frozenset({"mentee"})),
    "letters/": ("letter", frozenset({"mentor"})),
    "champion/": ("cohort", frozenset({"mentee"})),
    "invitation/": ("place", frozenset({"mentee"})),
    "place/": ("place", frozenset({"mentee"})),
    "asked/": ("question", frozenset({"mentee"})),
    "date/": ("", NOBODY),
    "reply/": ("relationship", NOBODY),
}
# Inside a relationship, what belongs to one of the two alone.
OWN = {
    **dict.fromkeys(("note", "delete-note", "message", "message-back"), {"mentor"}),
    **dict.fromkeys(("concern-more", "concern-read", "concern-resolve"), {"mentor"}),
    "concern-pass-on": {"mentor"},
    **dict.fromkeys(("experiment-tell", "experiment-remind"), {"mentee"}),
    **dict.fromkeys(("experiment-other", "goal", "goal-tick", "goal-close"), {"mentee"}),
    **dict.fromkeys(("goal-reopen", "answer", "answer-later"), {"mentee"}),
    **dict.fromkeys(("agenda-plan", "agenda-ideas", "agenda-lift", "agenda-drop"), {"mentor"}),
}
# What the other of the two is led back from with a word, since they may see it: no 404.
LED_BACK = {"agenda-plan", "agenda-ideas", "agenda-lift", "agenda-drop"}
CODES = {"together/": "topics", "briefing/": "guided", "self-check/": "1.2"}
ANYBODYS = (
    *("public:", "ui:"),  # nothing of anybody’s
    *("invited:enter", "offered:enter", "tapped:enter", "tapped:feed", "participant:reply-enter"),
    *("offered:thanks", "participant:plan", "invited:apply"),  # for whoever is signed in, or asked
)

# Set as PDF in a second or two, and read by their owners in tests of their own.
PAPERS = {"participant:letter", "participant:version-pdf"}

type Address = tuple[str, str, bool]


def _walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and hasattr(entry.callback, "access"):
            name = f"{space}{entry.name}"
            access = entry.callback.access
            by_role = isinstance(access, Permission)
            if "<" in route and not by_role and not name.startswith(ANYBODYS):
                yield name, route, access == "public"


ADDRESSES = sorted(_walk(get_resolver()))


def start_of(route: str) -> str:
    return next((start for start in BELONGS if route.startswith(start)), "")


def path_of(route: str, values: dict[str, object]) -> str:
    """Return an address with the ids of the world in its gaps."""
    start = start_of(route)
    known = {**values, "public_id": values.get(BELONGS[start][0], ""), "code": CODES.get(start)}
    for kind in ("slug", "int", "str"):
        for name, value in known.items():
            route = route.replace(f"<{kind}:{name}>", str(value))
    assert "<" not in route, route
    return f"/{route}"


def who_may(name: str, route: str) -> frozenset[str]:
    own = OWN.get(name.removeprefix("participant:"), set())
    return frozenset(own) or BELONGS[start_of(route)][1]


def test_every_address_says_whose_thing_it_is_about() -> None:
    assert [name for name, route, _public in ADDRESSES if not start_of(route)] == []


@pytest.fixture
def world(settings: Settings, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> World:
    settings.DATA = tmp_path
    monkeypatch.setattr(clock, "now", lambda: THEN)
    return a_world()


@pytest.mark.django_db
def test_whose_it_is_enters_and_for_everybody_else_it_is_not_there(world: World) -> None:
    wrong, lines = [], Line.objects.count()
    for name, route, public in ADDRESSES:
        path, may = path_of(route, world.values), who_may(name, route)
        reads = True
        for part in sorted(may)[:1] if name not in PAPERS else ():
            status = world.clients[part].get(path).status_code
            reads = status != 405
            if status not in (200, 302, 405):
                wrong.append((name, part, "get", status))
        # That guests are sent to sign in where one has to, the matrix of roles tries; and whoever
        # counsels is one more who is no member.
        others = {"guest"} if not public else set()
        for part in world.clients.keys() - may - others - {"counsellor"}:
            for method in ("get", "post") if reads else ("post",):
                answer = getattr(world.clients[part], method)(path)
                if not _closed(part, name, answer.status_code):
                    wrong.append((name, part, method, answer.status_code))
    assert wrong == []
    assert Line.objects.count() == lines


def _closed(part: str, name: str, status: int) -> bool:
    """Tell whether somebody was turned away without a hint."""
    led_back = part in TWO and name.removeprefix("participant:") in LED_BACK and status == 302
    return status in (404, 405) or led_back
