"""One pair and the rows of the list, as the star screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from viceversa.matching import messages as words
from viceversa.matching.models import Proposal
from viceversa.matching.queries.explanation import (
    Alternative,
    Blocked,
    Explanation,
    address,
)
from viceversa.web.coordinator.rounds.showing import decimal, signed


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: the proposal, its address, and why it deserves a look."""

    proposal: Proposal
    address: str
    dom_id: str
    fit: str
    flag: str
    current: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another mentor, told."""

    label: str
    sentence: str
    fit_label: str
    fit_text: str
    cost_text: str
    moved: int
    pair: str


@dataclass(frozen=True, slots=True)
class Held:
    """A forbidden mentor, with who forbade it and why."""

    label: str
    why: str
    pair: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair's numbers and labels; `total` is empty where a rule forbids the pair."""

    fit: str
    total: str
    why_title: str
    gives_label: str
    gets_label: str
    decided: str
    forbid_note: str
    alternatives: Sequence[Other]
    blocked: Sequence[Held]


def row(proposal: Proposal, current: str, href: str = "") -> Row:
    """Return a row; `current` is the address of the pair shown beside the list."""
    here = address(proposal.mentor, proposal.mentee)
    return Row(
        proposal=proposal,
        address=here,
        dom_id=f"row-{proposal.mentor.public_id}-{proposal.mentee.public_id}",
        fit=decimal(proposal.score),
        flag=words.flag_words(proposal.flags) if proposal.to_check else "",
        current=here == current,
        href=href,
    )


def shown(explained: Explanation) -> Shown:
    """Return what the detail says of a pair."""
    mentor, mentee = explained.mentor.person, explained.mentee.person
    fit = decimal(explained.fit) if explained.fit is not None else "–"
    return Shown(
        fit=fit,
        total=fit if explained.fit is not None else "",
        why_title=_("Why this pair") if explained.proposal else _("How the two would fit"),
        gives_label=_gives(mentor.first_name, asked=explained.gives_asked),
        gets_label=_gives(mentee.first_name, asked=explained.gets_asked),
        decided=_decided(explained),
        forbid_note=_forbid_note(explained),
        alternatives=others(explained.alternatives, mentee.first_name),
        blocked=[held(each) for each in explained.blocked],
    )


def others(found: Sequence[Alternative], mentee: str) -> list[Other]:
    """Return alternatives as text."""
    return [
        Other(
            label=", ".join(part for part in (each.name, each.place) if part),
            sentence=each.sentence,
            fit_label=_("%(name)s’s fit") % {"name": mentee},
            fit_text=decimal(each.fit),
            cost_text=signed(each.cost)
            if not each.places
            else _("%(places)s pairs") % {"places": signed(each.places, 0)},
            moved=each.moved,
            pair=each.pair,
        )
        for each in found
    ]


def held(each: Blocked) -> Held:
    """Return a forbidden mentor as text."""
    by = _("Forbidden by %(name)s.") % {"name": each.by}
    said = _("Forbidden by %(name)s: “%(reason)s”") % {"name": each.by, "reason": each.reason}
    return Held(
        label=", ".join(part for part in (each.name, each.place) if part),
        why=said if each.reason else by,
        pair=each.pair,
    )


def _gives(name: str, *, asked: bool) -> str:
    if asked:
        return _("%(name)s gives") % {"name": name}
    return _("%(name)s could give, unasked") % {"name": name}


def _decided(explained: Explanation) -> str:
    decision = explained.decision
    if decision is None:
        return ""
    facts = {"name": decision.by, "date": date_format(localtime(decision.at), "SHORT_DATE_FORMAT")}
    if explained.forbidden:
        return _("Forbidden by %(name)s on %(date)s") % facts
    if decision.override:
        return _("Pinned by %(name)s on %(date)s, with a rule set aside") % facts
    return _("Pinned by %(name)s on %(date)s") % facts


def _forbid_note(explained: Explanation) -> str:
    """Say what solving without the pair would give, where it is known."""
    if not explained.alternatives:
        return _("The rest is solved again without this pair.")
    best = explained.alternatives[0]
    facts = {
        "mentee": explained.mentee.person.first_name,
        "mentor": best.name,
        "cost": decimal(abs(best.cost)),
    }
    if best.places:
        return _("Solving again without this pair would leave fewer people paired.")
    return (
        _(
            "The nearest alternative would give %(mentee)s %(mentor)s and cost the cohort %(cost)s "
            "of total fit."
        )
        % facts
    )
