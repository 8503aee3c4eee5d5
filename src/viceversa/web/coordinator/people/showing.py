"""Problems and changes of an import, shaped for the page."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.people.models import ImportChange, ImportProblem
from viceversa.people.rules.columns import label
from viceversa.people.rules.decisions import choices_for
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.sentences import message, remedy
from viceversa.web.coordinator.people import words


@dataclass(frozen=True, slots=True)
class RawLine:
    """A row as written, and the stretch to point at (None, None for none)."""

    text: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem in words with its row and what can be done about it."""

    public_id: str
    place: str
    column: str
    title: str
    remedy: str
    fix: str
    choices: tuple[str, ...]
    write_label: str
    lines: list[RawLine] = field(default_factory=list)
    candidates: list[tuple[str, str]] = field(default_factory=list)
    decided: bool = False


def problem(stored: ImportProblem, separator: str) -> ShownProblem:
    """Return a stored problem as the page shows it, in the active language."""
    found = Problem.of(stored.content)
    language = get_language() or "en"
    return ShownProblem(
        stored.public_id,
        _("Row %(line)s") % {"line": number_format(found.line)} if found.line else "",
        _column(found, language),
        message(found, language),
        remedy(found, language),
        found.fix or "",
        choices_for(found),
        _("%(field)s in row %(line)s")
        % {
            "field": words.FIELDS.get(found.column, found.column),
            "line": number_format(found.other_line or found.line),
        },
        raw_lines(found, separator or ";"),
        [(key, name) for key, name in found.data.get("candidates", ())],
        stored.decided is not None,
    )


def _column(found: Problem, language: str) -> str:
    if found.other_line:
        return _("and row %(line)s") % {"line": number_format(found.other_line)}
    if not found.column:
        return ""
    header = found.header or label(found.column, language)
    return _("column %(header)s") % {"header": header}


def raw_lines(found: Problem, separator: str) -> list[RawLine]:
    """Return the row, and the other row of a contradiction, as they stand in the file."""
    if not found.cells:
        return []
    rows = [found.cells]
    if found.other_line:
        rows.append(tuple(found.data.get("other_cells", ())))
    return [_raw(cells, separator, found) for cells in rows if cells]


def _raw(cells: tuple[str, ...], separator: str, found: Problem) -> RawLine:
    text = separator.join(" ".join(cell.split("\n")) for cell in cells)
    at = found.position
    if at is None or at >= len(cells) or not cells[at].strip():
        return RawLine(text, None, None)
    start = sum(len(cell) for cell in cells[:at]) + at * len(separator)
    blank = len(cells[at]) - len(cells[at].lstrip())
    if found.mark and not found.other_line:
        return RawLine(text, start + blank + found.mark[0], start + blank + found.mark[1])
    return RawLine(text, start + blank, start + len(cells[at].rstrip()))


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field of a change, old and new."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One person as the import would leave them; `summary` for somebody new."""

    line: str
    name: str
    public_id: str
    kind: str
    fields: list[ShownField]
    summary: str
    effects: list[words.Effect]


def change(stored: ImportChange) -> ShownChange:
    """Return a stored change as the page shows it."""
    added = stored.kind == "added"
    effects = [words.EFFECTS[code] for code in stored.effects]
    return ShownChange(
        number_format(stored.line) if stored.line else "",
        stored.name,
        stored.person.public_id if stored.person else "",
        stored.kind,
        [] if added else [_field(*each) for each in stored.fields],
        _summary({name: after for name, _before, after in stored.fields}) if added else "",
        effects,
    )


def _field(name: str, before: Any, after: Any) -> ShownField:
    new = words.value(name, after)
    if name == "manager" and not new:
        new = _("nobody")
    return ShownField(str(words.FIELDS[name]), words.value(name, before), new)


def _summary(values: dict[str, Any]) -> str:
    parts = [_("new")]
    parts += [words.value(name, values[name]) for name in ("title", "site") if values.get(name)]
    if values.get("level") is not None:
        parts.append(_("level %(level)s") % {"level": values["level"]})
    if values.get("hired_on"):
        parts.append(_("since %(date)s") % {"date": words.value("hired_on", values["hired_on"])})
    return ", ".join(parts)
