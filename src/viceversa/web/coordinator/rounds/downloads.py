"""Files of a round: pairs and people left out as tables, the problem and its proof as JSON."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching.actions.exporting import FORMS, TABLES
from viceversa.matching.actions.exporting import export as exported
from viceversa.matching.models import Round
from viceversa.matching.queries.proof import answer_document, problem_document
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import round_or_404

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@guards.requires(Permission.ROUND_READ)
def export(request: HttpRequest, public_id: str, what: str, form: str) -> HttpResponse:
    """A table; the audit keeps who took it."""
    round = round_or_404(public_id)
    if what not in TABLES or form not in FORMS:
        raise Http404
    content = exported(
        round=round, what=what, form=form, actor=guards.actor(request), now=clock.now()
    )
    return _file(content, TYPES[form], f"{_name(round)}-{what}.{form}")


@guards.requires(Permission.ROUND_READ)
def problem(request: HttpRequest, public_id: str) -> HttpResponse:
    """The question as it was when it was solved."""
    return _json(round_or_404(public_id), "problem", problem_document)


@guards.requires(Permission.ROUND_READ)
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """The pairs, the prices and what they prove."""
    return _json(round_or_404(public_id), "answer", answer_document)


def _json(round: Round, what: str, read: Any) -> HttpResponse:
    document = read(round)
    if document is None:
        raise Http404
    content = json.dumps(document, ensure_ascii=False, indent=1).encode()
    return _file(content, "application/json", f"{_name(round)}-{what}.json")


def _name(round: Round) -> str:
    """A file name without spaces or accents."""
    return f"round-{round.number}-{round.public_id}"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
