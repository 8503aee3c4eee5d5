"""The current answer beside the one before: who moved, what changed in the settings."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.matching import messages as words
from viceversa.matching.queries.comparison import Move, comparison
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import round_or_404
from viceversa.web.coordinator.rounds.showing import decimal, signed

MOST = 500


@guards.requires(Permission.ROUND_READ)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Pairs gone and come, settings changed, fit before and now."""
    round = round_or_404(public_id)
    found = comparison(round)
    context = {
        "round": round,
        "comparison": found,
        "moves": [_told(move) for move in found.moves[:MOST]] if found else [],
        "totals": (decimal(found.total_before, 3), decimal(found.total_now, 3)) if found else None,
        "difference": signed(found.total_now - found.total_before, 3) if found else "",
        "settings": [
            (
                words.policy_key(change.key),
                words.policy_value(change.key, change.before),
                words.policy_value(change.key, change.now),
            )
            for change in found.policy
        ]
        if found
        else [],
    }
    return TemplateResponse(request, "coordinator/rounds/comparison.html", context)


def _told(move: Move) -> dict[str, str]:
    nobody = _("nobody")
    return {
        "mentee": move.mentee.person.name,
        "before": ", ".join(each.person.name for each in move.before) or nobody,
        "now": ", ".join(each.person.name for each in move.now) or nobody,
        "fit_before": decimal(move.fit_before) if move.fit_before is not None else "–",
        "fit_now": decimal(move.fit_now) if move.fit_now is not None else "–",
    }
