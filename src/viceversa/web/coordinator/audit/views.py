"""The audit as a list that can be narrowed, and as a file."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.accounts.queries import officers
from viceversa.audit.choices import AREAS
from viceversa.audit.queries import Entry, Filter, entries, every_entry, readable
from viceversa.people.rules.formulas import harmless
from viceversa.web import guards
from viceversa.web.asked import number

# Facts that say nothing about a person; whatever else a line keeps stays in the table.
TOLD = frozenset(
    {"role", "method", "count", "rows", "bytes", "added", "changed", "leaving", "problem_rows",
     "fields", "cohort", "proposals", "circles", "people", "waiting", "offers"}
)  # fmt: skip


@guards.requires(Permission.AUDIT_READ)
def every(request: HttpRequest) -> TemplateResponse:
    """Who did what and when, the newest first."""
    asked = _asked(request)
    page = entries(asked, number(request.GET.get("page", ""), 1))
    context = {
        "page": page,
        "lines": [_line(entry) for entry in page.object_list],
        "asked": asked,
        "areas": [(code, name) for code, (name, _nouns) in AREAS.items()],
        "verbs": sorted(
            ((verb.value, str(verb.label)) for verb in readable(asked.area)),
            key=lambda pair: pair[1].casefold(),
        ),
        "narrowed": bool(asked.who or asked.area or asked.verb or asked.day),
        "query": request.GET.urlencode(),
    }
    return TemplateResponse(request, "coordinator/audit/list.html", context)


@guards.requires(Permission.AUDIT_READ)
def download(request: HttpRequest) -> HttpResponse:
    """The lines of the list, all pages, as CSV; times in UTC so that files can be put together."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["at", "who", "verb", "what", "about", "details"])
    for entry in every_entry(_asked(request)):
        line = _line(entry)
        cells = [line["who"], entry.verb, entry.label, entry.subject, line["details"]]
        writer.writerow([entry.at.isoformat(timespec="seconds"), *map(harmless, cells)])
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="audit.csv"'
    return response


def _asked(request: HttpRequest) -> Filter:
    given = request.GET
    asked = Filter(officers=officers(), zone=get_current_timezone(), who=given.get("q", "").strip())
    if given.get("area") in AREAS:
        asked = replace(asked, area=given["area"])
    if given.get("verb") in readable():
        asked = replace(asked, verb=given["verb"])
    try:
        return replace(asked, day=date.fromisoformat(given.get("day", "")))
    except ValueError:
        return asked


def _line(entry: Entry) -> dict[str, Any]:
    """Shape an entry; who acts for themselves has no name here."""
    who = {"system": _("Viceversa itself"), "operator": _("Command line")}.get(entry.kind)
    told = {name: value for name, value in entry.facts.items() if name in TOLD}
    return {
        "entry": entry,
        "who": who or entry.who or _("somebody, for themselves"),
        "quiet": not (who or entry.who),
        "details": ", ".join(f"{name} {_plain(value)}" for name, value in told.items()),
    }


def _plain(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
