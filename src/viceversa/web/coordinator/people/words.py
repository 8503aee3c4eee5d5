"""The words of an import's pages: fields, effects, encodings, and values as people read them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from viceversa.people.choices import PersonStatus
from viceversa.people.rules.countries import country_name
from viceversa.people.rules.languages import language_name

FIELDS: dict[str, str | Promise] = {
    "id": gettext_lazy("Id"),
    "email": gettext_lazy("E-mail"),
    "first_name": gettext_lazy("First name"),
    "last_name": gettext_lazy("Last name"),
    "name": gettext_lazy("Name"),
    "title": gettext_lazy("Job title"),
    "unit": gettext_lazy("Unit"),
    "site": gettext_lazy("Site"),
    "country": gettext_lazy("Country"),
    "time_zone": gettext_lazy("Time zone"),
    "languages": gettext_lazy("Languages"),
    "level": gettext_lazy("Level"),
    "grade": gettext_lazy("Grade"),
    "hired_on": gettext_lazy("Hired"),
    "manager": gettext_lazy("Line manager"),
    "status": gettext_lazy("Status"),
    "role": gettext_lazy("Takes part as"),
    "wants": gettext_lazy("Wants to learn"),
    "offers": gettext_lazy("Can share"),
    "gives_back": gettext_lazy("Gives back"),
    "wants_back": gettext_lazy("Hopes for in return"),
    "capacity": gettext_lazy("Places"),
    "minimum": gettext_lazy("Fewest places"),
    "availability": gettext_lazy("Availability"),
    "prefers": gettext_lazy("Prefers"),
    "excludes": gettext_lazy("Excludes"),
    "previous": gettext_lazy("Earlier partners"),
    "waiting": gettext_lazy("Rounds waited"),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change touches: words, icon, and whether somebody should look."""

    text: str | Promise
    icon: str
    tone: str = ""


EFFECTS = {
    "leaves": Effect(
        gettext_lazy("relationships to close with care"), "heart-handshake", "attention"
    ),
    "line-unknown": Effect(gettext_lazy("no proposal until known"), "triangle-alert", "attention"),
    "line": Effect(gettext_lazy("another reporting line"), "git-branch", "attention"),
    "level": Effect(gettext_lazy("level rule checked anew"), "scale"),
    "unit": Effect(gettext_lazy("mix of units and sites"), "building-2"),
    "hours": Effect(gettext_lazy("times to look at again"), "clock"),
    "languages": Effect(gettext_lazy("shared languages"), "languages"),
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": "Windows-1252",
    "iso-8859-15": "ISO-8859-15",
    "mac-roman": "Mac Roman",
}
SEPARATORS: dict[str, str | Promise] = {
    ";": gettext_lazy("semicolon"),
    ",": gettext_lazy("comma"),
    "\t": gettext_lazy("tab"),
    "|": gettext_lazy("vertical bar"),
}
DATE_ORDERS: dict[str, str | Promise] = {
    "day-first": gettext_lazy("day first"),
    "month-first": gettext_lazy("month first"),
}
KINDS = {"xlsx": "XLSX", "xls": "XLS", "ods": "ODS", "csv": "CSV"}


def value(field: str, stored: Any) -> str:
    """Return a value of a change as it is read on the page; empty for nothing."""
    if stored in (None, ""):
        return ""
    language = get_language() or "en"
    if field == "hired_on":
        return formats.date_format(date.fromisoformat(stored), "SHORT_DATE_FORMAT")
    if field == "status":
        return str(PersonStatus(stored).label)
    if field == "country":
        return country_name(stored, language)
    if field == "languages":
        return ", ".join(language_name(code, language) for code in stored.split(", "))
    return str(stored)


def how_read(report: dict[str, Any]) -> str:
    """Return one sentence on how the file was read."""
    if report["kind"] != "csv":
        return _("First sheet of the %(kind)s workbook.") % {"kind": KINDS[report["kind"]]}
    return _("Encoding recognised: %(encoding)s, separator %(separator)s, dates %(order)s.") % {
        "encoding": ENCODINGS.get(report["encoding"], report["encoding"]),
        "separator": SEPARATORS.get(report["separator"], report["separator"]),
        "order": DATE_ORDERS[report["date_order"]],
    }
