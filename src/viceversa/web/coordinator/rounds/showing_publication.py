"""What publishing will do, said before it is done; and the pictures of fit and fairness."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.matching.queries.fairness import Fairness
from viceversa.matching.queries.overview import Publication
from viceversa.web.coordinator.rounds.showing import decimal, whole


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens, in order."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar at the foot of the page; `ready` says whether publishing is offered."""

    title: str
    text: str
    ready: bool


@dataclass(frozen=True, slots=True)
class Charts:
    """Titles and sentences of the two charts."""

    fit_title: str
    fit_note: str
    fit_sentence: str
    sites_sentence: str
    mean_label: str


def consequences(publication: Publication) -> Sequence[Step]:
    """Return what will happen, in order; nothing that is not built is promised."""
    return [
        Step(
            ngettext(
                "%(count)s mentee is asked first, privately",
                "%(count)s mentees are asked first, privately",
                publication.relationships,
            )
            % {"count": whole(publication.relationships)},
            _(
                "By a letter with a personal link: who the mentor is, what goes each way and why, "
                "never a score. Yes, no and later are all good answers, and nobody owes a reason."
            ),
        ),
        Step(
            _("After a yes, the mentor is asked"),
            _(
                "When both agree the relationship opens, and both are told. Otherwise both come "
                "first in the next round, and nobody learns who said no: not the other, not you."
            ),
        ),
        Step(
            ngettext(
                "%(count)s person waits with priority",
                "%(count)s people wait with priority",
                publication.waiting,
            )
            % {"count": whole(publication.waiting)},
            _("One more round of waiting counts for them next time. The proposals stay readable."),
        ),
    ]


def looked(publication: Publication) -> str:
    """Return the words of the box to tick."""
    if not publication.to_check:
        return _("A person decided this, not the software.")
    return ngettext(
        "I have looked at the proposal marked “to check”. A person decided this, not the software.",
        "I have looked at the %(count)s proposals marked “to check”. A person decided this, not "
        "the software.",
        publication.to_check,
    ) % {"count": whole(publication.to_check)}


def bar(publication: Publication) -> Bar:
    """Return what the bar says."""
    if publication.in_circles:
        return Bar(
            _("This cohort meets in circles."),
            _("Look at the circles of these people, then open them."),
            ready=False,
        )
    if publication.obstacles:
        return Bar(_("Not ready to publish."), " ".join(publication.obstacles[:2]), ready=False)
    proposals = ngettext("%(count)s proposal", "%(count)s proposals", publication.proposals) % {
        "count": whole(publication.proposals)
    }
    waiting = ngettext(
        "%(count)s person waiting", "%(count)s people waiting", publication.waiting
    ) % {"count": whole(publication.waiting)}
    if not publication.proposals:
        return Bar(_("Nothing to publish."), waiting + ".", ready=False)
    text = _("%(proposals)s, %(waiting)s. Nobody is told before you publish.") % {
        "proposals": proposals,
        "waiting": waiting,
    }
    return Bar(_("Ready to publish."), text, ready=True)


def charts(fairness: Fairness) -> Charts:
    """Return the words around the two charts."""
    pairs = {"count": whole(fairness.pairs)}
    return Charts(
        fit_title=ngettext(
            "How well the %(count)s pair fits", "How well the %(count)s pairs fit", fairness.pairs
        )
        % pairs,
        fit_note=_(
            "Half of the pairs are at %(median)s or above, nine in ten at %(tenth)s or above"
        )
        % {"median": decimal(fairness.median), "tenth": decimal(fairness.tenth)},
        fit_sentence=_("Histogram of fit from %(lowest)s to 1; the middle pair is at %(median)s.")
        % {"lowest": decimal(fairness.lowest), "median": decimal(fairness.median)},
        sites_sentence=_sites(fairness),
        mean_label=_("mean %(mean)s") % {"mean": decimal(fairness.mean)},
    )


def _sites(fairness: Fairness) -> str:
    if not fairness.apart:
        return _("Every interval shown includes the mean of the round.")
    return _(
        "The interval of %(sites)s does not include the mean of the round; the fairness audit says "
        "whether that is more than chance."
    ) % {"sites": ", ".join(fairness.apart)}
