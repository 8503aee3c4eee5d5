"""Who changed a round since a certain version: read from the audit, told in sentences."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.matching.models import Round
from viceversa.programmes.models import Enrolment

MOST = 5


@dataclass(frozen=True, slots=True)
class Change:
    """One change: who, when, what, and between whom if it concerned a pair."""

    by: str
    at: datetime
    what: str
    pair: str = ""

    @property
    def sentence(self) -> str:
        """`10:14, Chiara Lorenzetti: Pair pinned (Sofia D’Agnolo, Alberto Brambilla).`"""
        facts = {
            "time": time_format(timezone.localtime(self.at), "TIME_FORMAT"),
            "name": self.by,
            "what": self.what,
            "pair": self.pair,
        }
        if self.pair:
            return _("%(time)s, %(name)s: %(what)s (%(pair)s).") % facts
        return _("%(time)s, %(name)s: %(what)s.") % facts


def only_answered(round: Round, version: int) -> bool:
    """Tell whether all that happened after `version` is that solvings asked for before ended."""
    ended = _lines_since(round, version).filter(verb__in=(Verb.ROUND_SOLVED, Verb.ROUND_FAILED))
    return 0 < version < round.version and ended.count() == round.version - version


def changes_since(round: Round, version: int) -> list[Change]:
    """Return the last changes after `version`, newest first, in two queries."""
    lines = list(_lines_since(round, version).order_by("-pk")[:MOST])
    wanted = {line.facts.get(side) for line in lines for side in ("mentor", "mentee")} - {None}
    names = {
        enrolment.public_id: enrolment.person.name
        for enrolment in Enrolment.objects.filter(public_id__in=wanted).select_related("person")
    }
    return [
        Change(
            by=_by(line),
            at=line.at,
            what=str(Verb(line.verb).label),
            pair=", ".join(
                names[line.facts[side]]
                for side in ("mentor", "mentee")
                if line.facts.get(side) in names
            ),
        )
        for line in lines
    ]


def _lines_since(round: Round, version: int) -> QuerySet[Line]:
    return Line.objects.filter(subject=f"round:{round.public_id}", facts__version__gt=version)


def _by(line: Line) -> str:
    return _("the system") if line.actor_kind == "system" else line.actor_name
