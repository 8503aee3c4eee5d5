"""The sentences and numbers of the star screen, in the language and manner of the page."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.matching.models import Round
from viceversa.matching.queries.overview import Overview
from viceversa.programmes.choices import Preset

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Headline:
    """What the page says of the round as a whole; an empty text is not shown."""

    title: str
    lede: str
    change: str
    claim: str
    claim_note: str
    unpaired: str
    mentors: str
    proof: str
    pins: str
    solved_in: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """The numbers of the proof, as text, and short fingerprints of settings and input."""

    total: str
    bound: str
    difference: str
    settings: str
    input: str


def decimal(value: float, places: int = 2) -> str:
    """A number with its decimals: 0.91, 1.286,40."""
    exact = Decimal(f"{value:.{places}f}")  # number_format cuts, it does not round
    return number_format(exact, places, force_grouping=True)


def whole(value: int) -> str:
    """A whole number with its thousands."""
    return number_format(value, 0, force_grouping=True)


def signed(value: float, places: int = 2) -> str:
    """A difference with a true minus: −0.03, +0.12, 0.00."""
    text = decimal(abs(value), places)
    if not any(digit in text for digit in "123456789"):
        return text
    return (MINUS if value < 0 else "+") + text


def headline(round: Round, overview: Overview) -> Headline:
    """Return the sentences of a solved round."""
    figures = overview.figures
    return Headline(
        title=_title(round, figures["pairs"]),
        lede=_lede(round, overview),
        change=_change(overview),
        claim=_claim(round, proven=overview.proven),
        claim_note=_(
            "The total reached and the highest total possible under your rules and weights are the "
            "same number."
        )
        if overview.proven
        else _("The highest total possible is at most this much above the total reached."),
        unpaired=_unpaired(overview.waiting_mentees),
        mentors=ngettext(
            "%(count)s mentor has no mentee in this round.",
            "%(count)s mentors have no mentee in this round.",
            overview.waiting_mentors,
        )
        % {"count": whole(overview.waiting_mentors)},
        proof=_proof(overview),
        pins=_pins(overview),
        solved_in=_("%(seconds)s s, exact, no randomness")
        % {"seconds": decimal(max(figures["seconds"], 0.01), 2)},
    )


def certificate(overview: Overview) -> Certificate:
    """Return the numbers of the proof."""
    figures = overview.figures
    return Certificate(
        total=decimal(figures["total"], 3),
        bound=decimal(figures["upper"], 3),
        difference=decimal(figures["upper"] - figures["total"], 3),
        settings=fingerprint(figures["policy_hash"]),
        input=fingerprint(figures["input_hash"]),
    )


def fingerprint(digest: str) -> str:
    """The first twelve signs of a digest in fours: 7c1e·04af·b9d2."""
    return "·".join(digest[start : start + 4] for start in (0, 4, 8))


def _title(round: Round, pairs: int) -> str:
    numbers = {"count": whole(pairs), "number": round.number}
    if round.state == "published" and round.cohort.preset == Preset.CIRCLE:
        return _("Round %(number)s: published in circles") % numbers
    if round.state == "published":
        return (
            ngettext(
                "Round %(number)s: %(count)s pair published",
                "Round %(number)s: %(count)s pairs published",
                pairs,
            )
            % numbers
        )
    if round.state == "discarded":
        return _("Round %(number)s, discarded") % numbers
    return (
        ngettext(
            "%(count)s pair proposed, nobody told yet",
            "%(count)s pairs proposed, nobody told yet",
            pairs,
        )
        % numbers
    )


def _lede(round: Round, overview: Overview) -> str:
    figures = overview.figures
    people = _("%(mentees)s mentees and %(mentors)s mentors.") % {
        "mentees": whole(figures["mentees"]),
        "mentors": whole(figures["mentors"]),
    }
    weighed = ""
    if figures["feasible"] is not None:
        weighed = _(
            "Of %(possible)s possible pairs your rules allow %(feasible)s; the round weighed them "
            "all together."
        ) % {"possible": whole(figures["possible"]), "feasible": whole(figures["feasible"])}
    decided = {
        "published": _("A person decided what was published."),
        "discarded": _("Nobody was told."),
    }.get(round.state, _("You decide what is published."))
    return " ".join(part for part in (people, weighed, decided) if part)


def _change(overview: Overview) -> str:
    if overview.changed_pairs is None or overview.total_before is None:
        return ""
    if not overview.changed_pairs:
        return _("The same pairs as in the answer before.")
    return ngettext(
        "%(count)s pair changed since the answer before; total fit %(change)s.",
        "%(count)s pairs changed since the answer before; total fit %(change)s.",
        overview.changed_pairs,
    ) % {
        "count": whole(overview.changed_pairs),
        "change": signed(overview.figures["total"] - overview.total_before, 3),
    }


def _claim(round: Round, *, proven: bool) -> str:
    if not proven:
        return _("A good set of pairs, not yet proven the best.")
    return {
        "best-fit": _("No other set of pairs scores higher. Proven."),
        "nobody-left-out": _(
            "No other set pairs more people, and none as large scores higher. Proven."
        ),
        "protect-the-worst-off": _("No other set serves your aim better. Proven."),
        "worst-first": _("No other set has a better smallest fit. Proven."),
    }[round.policy.get("objective", "nobody-left-out")]


def _unpaired(waiting: int) -> str:
    if not waiting:
        return _("Nobody is left out among the mentees")
    return ngettext(
        "%(count)s mentee not paired, and what would help",
        "%(count)s mentees not paired, and what would help",
        waiting,
    ) % {"count": whole(waiting)}


def _proof(overview: Overview) -> str:
    return _(
        "Every person gets a price so that no allowed pair is worth more than its two prices "
        "together. In whole units of the proof the prices add up to %(bound)s, and this round "
        "reaches %(value)s. Nothing can reach more."
    ) % {"bound": whole(overview.figures["bound"]), "value": whole(overview.figures["value"])}


def _pins(overview: Overview) -> str:
    pins, lost = overview.figures["pins"], overview.pairs_lost
    if not pins or (overview.pins_cost < 0.0005 and not lost):
        return ""
    numbers = {
        "pins": whole(pins),
        "cost": decimal(overview.pins_cost, 2),
        "fewer": ngettext("%(pairs)s pair", "%(pairs)s pairs", lost) % {"pairs": whole(lost)},
    }
    if lost:
        return (
            ngettext(
                "Your %(pins)s pin costs the cohort %(fewer)s.",
                "Your %(pins)s pins cost the cohort %(fewer)s.",
                pins,
            )
            % numbers
        )
    return (
        ngettext(
            "Your %(pins)s pin costs %(cost)s of total fit.",
            "Your %(pins)s pins cost %(cost)s of total fit.",
            pins,
        )
        % numbers
    )
