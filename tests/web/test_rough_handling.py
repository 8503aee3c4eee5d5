"""Whatever is sent to an address of the table, the answer is a page and never a fault of ours."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.core.cache import cache
from django.test import Client, TestCase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.moment import NOW
from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance
from viceversa.kernel.actor import Actor
from viceversa.matching import actions as matching
from viceversa.matching.models import Proposal, Round
from viceversa.ops.sample import loading
from viceversa.programmes.models import Cohort
from viceversa.relationships.models import Relationship

SCRIPT = "<script>alert(1)</script>"
ROUGH = ["\x00", "9" * 5000, f"-1²{SCRIPT}"]
# What forms and addresses of the product ask for, filled with what nobody would write.
FIELDS = (
    *("page", "q", "order", "show", "pair", "cohort", "role", "who", "by", "size", "version"),
    *("text", "reason", "rows", "digest", "mentor", "mentee", "mentor_q", "mentee_q", "state"),
    *("origin", "name", "email", "line", "level", "leave_out", "note", "next", "language", "theme"),
    *("sort", "unit", "site", "status", "purpose", "code", "override", "person", "people"),
)
TRIED = ("rounds:", "relationships:", "account:", "public:", "messages:")


def table(
    resolver: URLResolver | None = None, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every address with its name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from table(entry, space)
        else:
            yield f"{prefix}{entry.name}", entry


def known(name: str) -> list[str]:
    """Ids that exist, so that the view goes past its first 404."""
    proposed = Proposal.objects.values_list("round", flat=True)
    nouns = {
        "rounds:": Round.objects.order_by("-pk"),
        "relationships:": Relationship.objects.all(),
    }
    for start, things in nouns.items():
        if name.startswith(start):
            found = list(things.values_list("public_id", flat=True)[:1])
            if start == "rounds:":
                solved = Round.objects.filter(pk__in=proposed, state="solved")
                found += solved.values_list("public_id", flat=True)[:1]
            return found
    return []


def addresses() -> Iterator[str]:
    """Every address, with ids that exist where there are some."""
    for name, pattern in table():
        if not name.startswith(TRIED):
            continue
        for value in (known(name) or ["2"]) if pattern.pattern.converters else [""]:
            yield reverse(name, kwargs=dict.fromkeys(pattern.pattern.converters, value))


@pytest.mark.long
@pytest.mark.django_db
class RoughHandling(TestCase):
    """The sample company, with a round that is being solved."""

    @classmethod
    def setUpTestData(cls) -> None:
        loading.load(now=NOW, language="en")
        chiara = Actor(kind="user", name="Chiara Lorenzetti")
        cohort = Cohort.objects.get(programme__name="Data on the shop floor")
        matching.prepare(cohort=cohort, actor=chiara, now=NOW)

    def setUp(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.client.force_login(Entrance.objects.get(part=Part.COORDINATOR).user)

    def answers(self, method: str, fills: list[dict[str, str]]) -> list[str]:
        faults = []
        for address, fields in product(list(addresses()), fills):
            cache.clear()  # the limits of attempts are tried elsewhere
            response = getattr(self.client, method)(address, fields)
            if SCRIPT in getattr(response, "content", b"").decode(errors="replace"):
                faults.append(f"{method} {address}: runs what was sent")
            if response.status_code >= 500:
                what = next(iter(fields.values()), "nothing")[:12]
                exception = getattr(response, "exc_info", None)
                faults.append(f"{method} {address} with {what!r}: {exception and exception[1]!r}")
        return faults

    def test_any_question_is_answered(self) -> None:
        fills = [dict.fromkeys(FIELDS, value) for value in ROUGH]
        assert self.answers("get", fills) == []

    def test_a_form_sent_empty_is_answered(self) -> None:
        assert self.answers("post", [{}]) == []

    def test_a_form_sent_with_anything_is_answered(self) -> None:
        fills = [dict.fromkeys(FIELDS, value) for value in ROUGH]
        assert self.answers("post", fills) == []


@pytest.mark.django_db
def test_what_cannot_be_read_is_said_to_be_so_and_nothing_is_kept(client: Client) -> None:
    response = client.post("/theme/", {"theme": "dark", "next": "/\x00"})
    assert response.status_code == 400
    assert "cannot be read" in response.content.decode()
    assert not response.cookies
