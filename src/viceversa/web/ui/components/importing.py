"""A file about to be taken in: what would change and what needs a hand."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from viceversa.web.ui.component import Values, component


@component("diff", block=True)
def tally(*, label: str) -> Values:
    """The summary of a trial run."""
    return {}


@component("diff")
def tally_item(
    *, value: object, label: str, icon: str = "", href: str = "", note: str = ""
) -> Values:
    """One count of the summary."""
    return {}


@component("diff", block=True)
def problems(*, start: int = 1) -> Values:
    """The rows that need a hand."""
    return {}


@component("diff", slots=("actions",))
def problem(*, line: str, title: str, column: str = "", id: str = "") -> Values:
    """One row of the file as it is, what is wrong, and ways to put it right."""
    return {}


@component("diff")
def raw_line(
    text: str, *, start: int | None = None, end: int | None = None, mark: str = ""
) -> Values:
    """A line of the file, with the doubtful part marked: by place, or by what it says."""
    if mark and start is None and mark in text:
        start = text.index(mark)
        end = start + len(mark)
    return {"line": _marked(text, start, end)}


def _marked(text: str, start: int | None, end: int | None) -> SafeString:
    if start is None or end is None or not 0 <= start < end <= len(text):
        return format_html("{}", text)
    return mark_safe(
        format_html("{}", text[:start])
        + format_html("<mark>{}</mark>", text[start:end])
        + format_html("{}", text[end:])
    )


@component("diff")
def change(old: object, new: object) -> Values:
    """What a value is today and what it would become."""
    return {}
