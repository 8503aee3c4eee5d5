"""Imports: their history, a new one, and the page of one in whatever state it is."""

import csv
import io
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people import tasks
from viceversa.people.choices import ImportState
from viceversa.people.models import Import
from viceversa.people.queries import imports as queries
from viceversa.people.rules.columns import COLUMNS, label
from viceversa.people.rules.formulas import harmless
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.sentences import message, place, remedy
from viceversa.web import guards
from viceversa.web.coordinator.people import showing, words
from viceversa.web.coordinator.people.finding import import_or_404
from viceversa.web.coordinator.people.forms import Reading, Upload

PAGE, PROBLEMS, CHANGES = 25, 10, 50
AT_WORK = (ImportState.UPLOADED, ImportState.READING, ImportState.APPLYING)


@guards.requires(Permission.DIRECTORY_IMPORT)
def history(request: HttpRequest) -> TemplateResponse:
    """Every import, newest first."""
    page = Paginator(queries.history(), PAGE).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return TemplateResponse(request, "coordinator/people/imports.html", {"page": page})


@guards.requires(Permission.DIRECTORY_IMPORT)
def upload(request: HttpRequest) -> HttpResponseBase:
    """Choose a file; a small one is read at once, a large one in the background."""
    form = Upload(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            import_ = tasks.upload_and_read(
                file_name=file.name,
                content=file.read(),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("file", str(error))
        else:
            return redirect("people:import", import_.public_id)
    context = {"form": form, "columns": _columns()}
    return TemplateResponse(request, "coordinator/people/upload.html", context)


def _columns() -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(label(column.name, language), str(words.FIELDS[column.name])) for column in COLUMNS]


@guards.requires(Permission.DIRECTORY_IMPORT)
def template(request: HttpRequest) -> HttpResponse:
    """An empty people file with every column, in the language of the page."""
    language = get_language() or "en"
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("people")}.csv"'
    response.write("\ufeff" + ";".join(label(column.name, language) for column in COLUMNS) + "\r\n")
    return response


@guards.requires(Permission.DIRECTORY_IMPORT)
def one(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The dry run, the progress, or what became of it."""
    import_ = import_or_404(public_id)
    if import_.state in AT_WORK:
        return _progress(request, import_)
    if request.headers.get("HX-Request") and "watching" in request.GET:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context: dict[str, Any] = {"import": import_, "report": import_.report}
    if import_.state == ImportState.READY and import_.report["faults"]:
        context |= {"faults": _faults(import_), "reading": Reading(import_)}
        return TemplateResponse(request, "coordinator/people/import_faults.html", context)
    if import_.state == ImportState.READY:
        context |= _problems(request, import_) | {"reading": Reading(import_)}
        context |= {"settled": _settled(import_), "to_write": _to_write(import_)}
    context |= _changes(request, import_)
    if import_.report:
        context["how_read"] = words.how_read(import_.report)
    name = "import" if import_.state == ImportState.READY else "import_done"
    return TemplateResponse(request, f"coordinator/people/{name}.html", context)


def _progress(request: HttpRequest, import_: Import) -> TemplateResponse:
    progress = import_.progress
    texts = {
        "reading": _("Reading the rows"),
        "comparing": _("Comparing with the directory"),
        "writing": _("Writing"),
    }
    context = {
        "import": import_,
        "text": texts.get(progress.get("stage", ""), _("Waiting for its turn")),
        "done": progress.get("done") or None,
        "total": progress.get("total") or 1,
        "writing": import_.state == ImportState.APPLYING,
    }
    return TemplateResponse(request, "coordinator/people/import_progress.html", context)


def _faults(import_: Import) -> list[tuple[str, str, str]]:
    language = get_language() or "en"
    found = [Problem.of(fault) for fault in import_.report["faults"]]
    return [(place(f, language), message(f, language), remedy(f, language)) for f in found]


def _problems(request: HttpRequest, import_: Import) -> dict[str, Any]:
    everything = "problems" in request.GET
    rows = import_.problems.filter(severity="problem").order_by("position")
    hints = import_.problems.filter(severity="warning").order_by("position")
    most = 500 if everything else PROBLEMS
    separator = import_.report["separator"]
    shown = [showing.problem(row, separator) for row in rows[:most]]
    told = [showing.problem(row, separator) for row in hints[:most]]
    return {
        "problems": shown,
        "more_problems": import_.report["problems"] - len(shown),
        "warnings": told,
        "more_warnings": import_.report["warnings"] - len(told),
    }


def _changes(request: HttpRequest, import_: Import) -> dict[str, Any]:
    found = import_.changes.select_related("person").order_by("position")
    with_effects = import_.report.get("with_effects", 0)
    kinds = ("added", "changed", "leaving")
    show = request.GET.get("show", "effects" if with_effects else "all")
    if show in kinds:
        found = found.filter(kind=show)
    elif show == "effects":
        found = found.filter(has_effects=True)
    page = Paginator(found, CHANGES).get_page(request.GET.get("page"))
    shown = [showing.change(row) for row in page.object_list]
    every = sum(import_.report.get(kind, 0) for kind in kinds)
    shows = [("effects", _("With effects"), with_effects), ("all", _("All"), every)]
    return {"page": page, "changes": shown, "show": show, "shows": shows}


def _settled(import_: Import) -> list[tuple[int, str]]:
    made = []
    for line, decision in sorted(import_.decisions.items(), key=lambda each: int(each[0])):
        cells = decision.get("cells", {})
        texts = [f"{words.FIELDS[column]}: {text}" for column, text in cells.items()]
        made.append((int(line), ", ".join(texts) if texts else _("the row is left out")))
    return made


def _to_write(import_: Import) -> int:
    return sum(import_.report[kind] for kind in ("added", "changed", "leaving"))


@guards.requires(Permission.DIRECTORY_IMPORT)
def problem_rows(request: HttpRequest, public_id: str) -> HttpResponse:
    """Only the rows with problems, as a file that can be corrected and imported."""
    import_ = import_or_404(public_id)
    language = get_language() or "en"
    texts: dict[int, list[str]] = {}
    for stored in import_.problems.filter(severity="problem").order_by("position"):
        found = Problem.of(stored.content)
        words_ = f"{message(found, language)}. {remedy(found, language)}"
        for line in {found.line, found.other_line or found.line}:
            texts.setdefault(line, []).append(words_)
    rows = queries.rows_as_written(import_, texts) if texts else {}
    headers = [header["text"] for header in import_.report.get("headers", [])]
    text = io.StringIO()
    separator = import_.report.get("separator") or ";"
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([*map(harmless, headers), _("what to correct")])
    for line, cells in sorted(rows.items()):
        padded = cells + [""] * (len(headers) - len(cells))
        writer.writerow([*map(harmless, padded), " ".join(texts[line])])
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("rows-to-correct")}.csv"'
    return response
