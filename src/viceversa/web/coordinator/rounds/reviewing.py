"""The star screen: what a round proposes, pair by pair, and the state it is in."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.matching import messages as words
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Proposal, Round
from viceversa.matching.queries import explanation, review
from viceversa.matching.queries.fairness import fairness
from viceversa.matching.queries.left_out import Waiting
from viceversa.matching.queries.left_out import left_out as waiting
from viceversa.matching.queries.obstacles import broken_since
from viceversa.matching.queries.offers.answers import answers
from viceversa.matching.queries.overview import Overview, overview, publication
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.rounds import (
    showing,
    showing_circles,
    showing_pair,
    showing_publication,
)
from viceversa.web.coordinator.rounds.finding import HtmxRequest, page_of, pair_of, round_or_404
from viceversa.web.coordinator.rounds.preparing import unsolved

PREVIEW = 8  # people left out shown on the round's page; the rest have a page of their own


@guards.requires(Permission.ROUND_READ)
def one(request: HtmxRequest, public_id: str) -> HttpResponseBase:
    """A round in whatever state it is; for htmx only the pair that was chosen."""
    round = round_or_404(public_id)
    found = overview(round)
    if found is None:
        return unsolved(request, round)
    context = {
        "round": round,
        "overview": found,
        "changeable": changeable(request, round),
        **_bench(request, round),
    }
    if request.htmx and request.htmx.target == "pair":
        context["oob"] = _rows_that_change(request, round, context["current"])
        return TemplateResponse(request, "coordinator/rounds/pair.html", context)
    context |= _whole_page(round, found, context["page"])
    return TemplateResponse(request, "coordinator/rounds/round.html", context)


@guards.requires(Permission.ROUND_READ)
def rows(request: HtmxRequest, public_id: str) -> TemplateResponse:
    """Rows of the list alone: the next hundred, or what a search found with the line below it."""
    round = round_or_404(public_id)
    listed = _list(request, round)
    context = {
        "round": round,
        **listed,
        **_handles(round, listed["wanted"], listed["page"]),
        "searched": request.htmx.target == "rows",
    }
    return TemplateResponse(request, "coordinator/rounds/rows.html", context)


@guards.requires(Permission.ROUND_READ)
def progress(request: HtmxRequest, public_id: str) -> HttpResponseBase:
    """How far the solving has come; once it is over, htmx is told to load the page anew."""
    round = round_or_404(public_id)
    if not round.job and request.htmx:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    context = {"round": round, "progress": words.progress_of(round.progress)}
    return TemplateResponse(request, "coordinator/rounds/progress.html", context)


def changeable(request: HttpRequest, round: Round) -> bool:
    """Whether this viewer may change this round now."""
    return round.is_open and guards.may(request, Permission.ROUND_CHANGE)


def with_line(people: list[Waiting]) -> list[dict[str, Any]]:
    """People left out with a line of title and site."""
    return [
        {
            "enrolment": each.enrolment,
            "role": each.role,
            "in_the_way": each.in_the_way,
            "would_help": each.would_help,
            "line": ", ".join(
                part for part in (each.enrolment.person.title, each.enrolment.person.site) if part
            ),
        }
        for each in people
    ]


def _whole_page(round: Round, found: Overview, page: Any) -> dict[str, Any]:
    """What the page says beyond the bench."""
    policy = read_policy(round.policy)
    fair, public = fairness(round), publication(round)
    broken = broken_since(round) if round.failures else []
    public = replace(public, obstacles=[*public.obstacles, *broken])
    return {
        "headline": showing.headline(round, found),
        "certificate": showing.certificate(found),
        "waiting_mentees": with_line(list(waiting(round, "mentee").object_list)[:PREVIEW]),
        "waiting_mentors": found.waiting_mentors,
        "bar": showing_publication.bar(public),
        "in_circles": public.in_circles,
        "prospect": showing_circles.prospect(round),
        "consequences": showing_publication.consequences(public),
        "looked": showing_publication.looked(public),
        "fairness": fair,
        "charts": showing_publication.charts(fair) if fair else None,
        "answers": answers(round) if round.state == RoundState.PUBLISHED else None,
        "failures": [*words.failure_sentences(round.failures), *broken],
        "progress": words.progress_of(round.progress),
        "aim": words.AIMS[policy.objective],
        "weights": words.weights_line(policy),
        "rule_lines": words.rule_lines(policy),
    }


def _list(request: HttpRequest, round: Round) -> dict[str, Any]:
    """The list of the workbench as the address asks for it."""
    asked = request.GET
    wanted = review.Wanted(
        show=asked.get("show", "") if asked.get("show") in review.SHOWS else "all",
        order=asked.get("order", "") if asked.get("order") in review.ORDERS else "fit",
        search=asked.get("q", "").strip(),
        page=number(asked.get("page", ""), 1),
    )
    page = review.rows(round, wanted)
    current = asked.get("pair", "")
    listed = [showing_pair.row(proposal, current) for proposal in page.object_list]
    return {"wanted": wanted, "page": page, "rows": listed, "current": current}


def _bench(request: HttpRequest, round: Round) -> dict[str, Any]:
    """The list and the pair beside it: the one asked for, or the first of the list."""
    listed = _list(request, round)
    pair = pair_of(round, listed["current"])
    if pair is None and listed["rows"]:
        first: Proposal = listed["rows"][0].proposal
        pair = (first.mentor, first.mentee)
        listed["current"] = listed["rows"][0].address
        listed["rows"][0] = showing_pair.row(first, listed["current"])
    explained = explanation.explain(round, *pair) if pair else None
    flags = explained.proposal.flags if explained and explained.proposal else []
    return {
        **listed,
        **_handles(round, listed["wanted"], listed["page"]),
        "explained": explained,
        "shown": showing_pair.shown(explained) if explained else None,
        "flags": words.flag_words(flags),
    }


def _handles(round: Round, wanted: review.Wanted, page: Any) -> dict[str, Any]:
    """What narrows and orders the list, and where in it the page is."""
    counts = review.counts(round)
    orders = {
        "fit": _("Fit, best first"),
        "least": _("Fit, smallest first"),
        "name": _("Name of the mentee"),
        "site": _("Site"),
        "changed": _("Changed since the answer before"),
    }
    found = showing.whole(page.paginator.count)
    first, last = showing.whole(page.start_index()), showing.whole(page.end_index())
    return {
        "counts": counts,
        "shows": [
            ("all", _("All"), counts.all),
            ("check", _("To check"), counts.check),
            ("pinned", _("Pinned"), counts.pinned),
        ],
        "orders": list(orders.items()),
        "order_name": orders[wanted.order],
        "rows_label": _("%(count)s proposals") % {"count": found},
        "rows_shown": _("Rows %(first)s to %(last)s of %(count)s")
        % {"first": first, "last": last, "count": found},
    }


def _rows_that_change(request: HtmxRequest, round: Round, current: str) -> list[showing_pair.Row]:
    """The rows of the pair shown until now and of the one shown now, to be drawn again."""
    before = parse_qs(urlsplit(request.htmx.current_url or "").query).get("pair", [""])[0]
    if not before:
        first = review.rows(round, review.Wanted()).object_list[:1]
        before = explanation.address(first[0].mentor, first[0].mentee) if first else ""
    found = []
    for address in dict.fromkeys((before, current)):
        pair = pair_of(round, address)
        proposal = pair and review.proposal(round, *pair)
        if proposal:
            href = page_of(round, address)
            found.append(showing_pair.row(proposal, current, href))
    return found
