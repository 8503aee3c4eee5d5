"""How the fit of a round's pairs is spread, and whether any site gets a better deal."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.matching.models import Proposal, Round
from viceversa.matching.rules.fairness import FEWEST, Group, groups, histogram

type Mark = tuple[str, int, float | None, float | None, float | None]
type Site = tuple[str, Sequence[Mark] | None, str]


@dataclass(frozen=True, slots=True)
class Fairness:
    """`bars` for a histogram; `sites` for a chart of dots: (label, marks or None, why hidden)."""

    pairs: int
    bars: Sequence[tuple[float, float, int]]
    median: float
    tenth: float
    lowest: float
    mean: float
    sites: Sequence[Site]
    apart: Sequence[str]


def fairness(round: Round) -> Fairness | None:
    """Return the spread of the fit, or None where no pair is proposed; one query."""
    rows = list(
        Proposal.objects.filter(round=round).values_list(
            "score", "mentor__person__site", "mentee__person__site"
        )
    )
    if not rows:
        return None
    scores = [row[0] for row in rows]
    nowhere = _("No site")
    people = [(mentor or nowhere, "mentor", score) for score, mentor, _mentee in rows]
    people += [(mentee or nowhere, "mentee", score) for score, _mentor, mentee in rows]
    found = groups(people)
    mean = fmean(scores)
    return Fairness(
        pairs=len(rows),
        bars=histogram(scores),
        median=median(scores),
        tenth=quantiles(scores, n=10, method="inclusive")[0] if len(scores) > 1 else scores[0],
        lowest=min(scores),
        mean=mean,
        sites=_sites(found),
        apart=sorted({group.label for group in found if _apart(group, mean)}),
    )


def _apart(group: Group, mean: float) -> bool:
    """Whether the interval of a group leaves the mean of the round outside."""
    return group.low is not None and group.high is not None and not group.low <= mean <= group.high


def _sites(
    found: Sequence[Group],
) -> list[Site]:
    """One row a site; a site neither of whose roles may be shown says why."""
    rows: list[Site] = []
    for label in dict.fromkeys(group.label for group in found):
        here = [group for group in found if group.label == label]
        if all(group.mean is None for group in here):
            rows.append((label, None, _why(here)))
        else:
            marks = [(g.role, g.number, g.mean, g.low, g.high) for g in here]
            hidden = [g for g in here if g.mean is None]
            rows.append((label, marks, _why(hidden) if hidden else ""))
    return rows


def _why(hidden: Sequence[Group]) -> str:
    if all(group.complement for group in hidden):
        return _("Not shown, because it would give a smaller site away")
    return ngettext(
        "Fewer than %(count)s person, not shown", "Fewer than %(count)s people, not shown", FEWEST
    ) % {"count": FEWEST}
