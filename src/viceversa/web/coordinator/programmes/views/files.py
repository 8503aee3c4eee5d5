"""Enrolling from a people file: choose it, look at the trial run, answer, confirm."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.people.rules.options import Options
from viceversa.programmes import tasks
from viceversa.programmes.actions import catalogue
from viceversa.programmes.actions import enrolment_files as actions
from viceversa.programmes.actions.catalogue import Words
from viceversa.programmes.actions.enrolments import UnableToEnrol
from viceversa.programmes.choices import CohortState, EnrolmentFileState, Rung
from viceversa.programmes.messages import file_failure
from viceversa.programmes.models import Cohort, EnrolmentFile
from viceversa.programmes.queries import enrolment_files as queries
from viceversa.programmes.queries import topics
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.file_page import words_of
from viceversa.web.coordinator.programmes.forms.files import EnrolmentFileForm
from viceversa.web.coordinator.programmes.loading import cohort_or_404, file_or_404

ADD, OPEN = "+", "?"  # answers: add an unknown topic to the catalogue, decide later
AT_WORK = (EnrolmentFileState.READING, EnrolmentFileState.WRITING)


@guards.requires(Permission.PROGRAMME_CHANGE)
def every(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Upload a file, take one that was imported, or go back to one that was tried."""
    cohort = cohort_or_404(public_id)
    form = EnrolmentFileForm()
    refusal = None
    if request.method == "POST":
        form = EnrolmentFileForm(request.POST, request.FILES)
        try:
            file = _taken(request, cohort, form)
        except UnableToEnrol as error:
            refusal = error
            form = EnrolmentFileForm()
        else:
            if file is not None:
                return redirect("programmes:enrolment-file", file.public_id)
    context = {
        "cohort": cohort,
        "closed": cohort.state == CohortState.CLOSED,
        "form": form,
        "refusal": refusal,
        "files": queries.files_of(cohort),
        "imports": queries.imports_to_use(),
    }
    return pages.page(request, "files.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def one(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The trial run and what needs an answer, how far it is, or what became of the file."""
    file = file_or_404(public_id)
    if file.state in AT_WORK:
        return pages.page(request, "file_progress.html", _progress(file))
    if request.headers.get("HX-Request") and "watching" in request.GET:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if file.state == EnrolmentFileState.FAILED:
        progress = file.progress
        title, details = file_failure(progress["why"], file.file_name, progress["faults"])
        context = {"file": file, "cohort": file.cohort, "why": title, "details": details}
        return pages.page(request, "file_failed.html", context)
    context = {
        "file": file,
        "cohort": file.cohort,
        "report": file.report,
        "words": words_of(file.report) if file.report else None,
        "topics": topics.choices(gives_back=False),
        "tried": file.state == EnrolmentFileState.READ,
        "written": file.state == EnrolmentFileState.WRITTEN,
        "add": ADD,
        "open": OPEN,
    }
    return pages.page(request, "file.html", context)


def _progress(file: EnrolmentFile) -> dict[str, object]:
    stages = {
        "reading": _("Reading the rows"),
        "comparing": _("Comparing with the cohort"),
        "writing": _("Writing"),
    }
    return {
        "file": file,
        "cohort": file.cohort,
        "text": stages.get(file.progress.get("stage", ""), _("Waiting for its turn")),
        "done": file.progress.get("done") or None,
        "total": file.progress.get("total") or 1,
        "writing": file.state == EnrolmentFileState.WRITING,
    }


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def answer(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take answers about unknown topics, unknown people and rows to leave out, and try again."""
    file = file_or_404(public_id)
    doubts = file.report.get("unknown_entries", [])
    people = [entry["text"] for entry in doubts if entry["kind"] == "person"]
    lines = [
        int(text)
        for text in request.POST.getlist("leave_out")
        if text.isdecimal() and len(text) < 9
    ]
    if request.POST.get("leave_out_all"):
        lines = file.report.get("problem_lines", [])
    given = _topics(request, [entry for entry in doubts if entry["kind"] == "topic"])
    try:
        tasks.answer_and_try(
            file=file,
            topics=given,
            people=people if request.POST.get("ignore_people") else (),
            left_out=lines,
        )
    except UnableToEnrol as error:
        messages.error(request, str(error))
    return redirect("programmes:enrolment-file", file.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def again(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Try a file again that broke off."""
    file = file_or_404(public_id)
    try:
        tasks.try_again(file=file)
    except UnableToEnrol as error:
        messages.error(request, " ".join([str(error), *map(str, error.details)]))
    return redirect("programmes:enrolment-file", file.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def confirm(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write what the trial run showed; a large file is written in the background."""
    file = file_or_404(public_id)
    try:
        tally = tasks.confirm_and_write(file=file, actor=guards.actor(request), now=clock.now())
    except actions.UnableToUseFile as error:
        messages.error(request, str(error))
        return again(request, public_id)
    except UnableToEnrol as error:
        messages.error(request, " ".join([str(error), *map(str, error.details)]))
        return redirect("programmes:enrolment-file", file.public_id)
    if tally is None:
        return redirect("programmes:enrolment-file", file.public_id)
    added = ngettext("%(count)s enrolled", "%(count)s enrolled", tally.added)
    changed = ngettext("%(count)s changed", "%(count)s changed", tally.changed)
    sentence = f"{added % {'count': tally.added}}, {changed % {'count': tally.changed}}."
    messages.success(request, sentence)
    return redirect("programmes:enrolments", file.cohort.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def discard(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Give up a file that was only tried."""
    file = file_or_404(public_id)
    try:
        actions.discard(file=file, actor=guards.actor(request), now=clock.now())
    except UnableToEnrol as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("“%(name)s” discarded.") % {"name": file.file_name})
    return redirect("programmes:enrol-file", file.cohort.public_id)


def _taken(request: HttpRequest, cohort: Cohort, form: EnrolmentFileForm) -> EnrolmentFile | None:
    """Try an uploaded file or an import of the directory; None where the form is not right."""
    options = None
    if used := request.POST.get("import"):
        chosen = queries.import_to_use(used)
        if chosen is None:
            raise Http404
        name, content = chosen.file_name, bytes(chosen.content)
        options = Options.of(chosen.options)
    elif form.is_valid():
        uploaded = form.cleaned_data["file"]
        name, content = uploaded.name, uploaded.read()
    else:
        return None
    return tasks.upload_and_try(
        cohort=cohort,
        file_name=name,
        content=content,
        options=options,
        actor=guards.actor(request),
        now=clock.now(),
    )


def _topics(request: HttpRequest, unknown: list[dict[str, Any]]) -> dict[str, str]:
    """Return what was answered about unknown topics, one by one or about all that are open."""
    given: dict[str, str] = {}
    added = 0
    for i, entry in enumerate(unknown):
        said = request.POST.get(f"topic-{i}", OPEN)
        if said == OPEN:
            said = request.POST.get("every_topic", OPEN)
        if said == ADD:
            said = _added(request, entry)
            added += said != OPEN
        if said != OPEN:
            given[entry["text"]] = said
    if added:
        told = ngettext(
            "%(count)s topic added to the catalogue.",
            "%(count)s topics added to the catalogue.",
            added,
        )
        messages.success(request, told % {"count": added})
    return given


def _added(request: HttpRequest, entry: dict[str, Any]) -> str:
    """Add an unknown topic to the catalogue and return its code."""
    text = str(entry["text"])
    rung = Rung.GIVES_BACK if entry["gives_back"] else Rung.TOOLS
    try:
        topic = catalogue.add_topic(
            words=Words(rung=rung, name_en=text[:120], name_it=text[:120]),
            actor=guards.actor(request),
            now=clock.now(),
        )
    except catalogue.UnableToChangeTopic as error:
        messages.error(request, str(error))
        return OPEN
    return topic.code
