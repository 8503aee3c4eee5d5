"""Taking pairs out of the product: a table, and an audit line that says so."""

from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.models import Round
from viceversa.matching.queries.exports import left_out_table, pairs_table, written

TABLES = {"pairs": pairs_table, "left-out": left_out_table}
FORMS = ("csv", "xlsx")


def export(*, round: Round, what: str, form: str, actor: Actor, now: datetime) -> bytes:
    """Return `pairs` or `left-out` of a round as `csv` or `xlsx`, in the language of the page."""
    table = TABLES[what](round)
    record(
        actor=actor,
        now=now,
        verb=Verb.PAIRS_EXPORTED,
        subject=f"round:{round.public_id}",
        what=what,
        form=form,
        rows=len(table[1]),
    )
    title = _("Pairs") if what == "pairs" else _("Not paired")
    return written(title, table, form, now)
