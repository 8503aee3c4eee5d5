"""Forms of the import: choosing a file, and correcting how it is read."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from viceversa.people.models import Import
from viceversa.people.rules.columns import NAMES
from viceversa.people.rules.options import DATE_ORDERS, LEVEL_SOURCES, Options
from viceversa.people.rules.options import ENCODINGS as KNOWN_ENCODINGS
from viceversa.people.rules.options import SEPARATORS as KNOWN_SEPARATORS
from viceversa.people.rules.source import LARGEST
from viceversa.web.coordinator.people import words

MOST_GRADES = 80
BY_ITSELF, NONE = "auto", "none"  # the reader finds out; the column is left alone


class Upload(forms.Form):
    """The people file."""

    file = forms.FileField(
        label=gettext_lazy("People file"),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what is too large before it is read into memory."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than 200 MB. Leave out columns, or import in several parts.")
            )
        return file


class Reading(forms.Form):
    """How the file is read: what was recognised, each to be corrected."""

    encoding = forms.ChoiceField(label=gettext_lazy("Encoding"))
    separator = forms.ChoiceField(label=gettext_lazy("Separator"))
    date_order = forms.ChoiceField(label=gettext_lazy("Dates such as 03/04/2024"))
    level_from = forms.ChoiceField(label=gettext_lazy("Level of seniority"))
    deactivate_missing = forms.BooleanField(
        label=gettext_lazy("People who are not in the file have left"),
        help_text=gettext_lazy("Only for a file with everybody. Nobody is deleted."),
        required=False,
    )

    def __init__(self, import_: Import, data: Any = None) -> None:
        self._options = Options.of(import_.options)
        self._headers = [h for h in import_.report.get("headers", []) if h["text"]]
        self.grades = self._known_grades(import_)
        super().__init__(data, initial=self._initial(import_))
        self._offer(import_.report)
        columns = [(NONE, _("leave alone")), *((name, str(words.FIELDS[name])) for name in NAMES)]
        for number, header in enumerate(self._headers):
            examples = ", ".join(header["examples"])
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=header["text"],
                help_text=escape(examples),  # from the file: never markup
                choices=columns,
                initial=header["column"] or NONE,
            )
        for number, grade in enumerate(self.grades):
            self.fields[f"grade_{number}"] = forms.IntegerField(
                label=grade,
                required=False,
                min_value=-999,
                max_value=999,
                initial=self._options.grades.get(grade),
            )

    def options(self) -> Options:
        """Return the corrected options; call after `is_valid`."""
        data = self.cleaned_data
        mapping = dict(self._options.mapping)
        for number, header in enumerate(self._headers):
            chosen = data[f"column_{number}"].removeprefix(NONE)
            if chosen != header["column"]:
                mapping[header["text"]] = chosen
        grades = {
            grade: data[f"grade_{number}"]
            for number, grade in enumerate(self.grades)
            if data[f"grade_{number}"] is not None
        }
        return Options(
            encoding=_chosen(data["encoding"]),
            separator=_chosen(data["separator"]),
            date_order=_chosen(data["date_order"]),
            mapping=mapping,
            level_from=_chosen(data["level_from"]),
            grades={**self._options.grades, **grades},
            time_zone=self._options.time_zone,
        )

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields that say what each column of the file is."""
        return [self[f"column_{number}"] for number in range(len(self._headers))]

    @property
    def levels(self) -> list[forms.BoundField]:
        """The table of grades."""
        return [self[f"grade_{number}"] for number in range(len(self.grades))]

    def _initial(self, import_: Import) -> dict[str, Any]:
        return {
            "encoding": self._options.encoding or BY_ITSELF,
            "separator": self._options.separator or BY_ITSELF,
            "date_order": self._options.date_order or BY_ITSELF,
            "level_from": self._options.level_from or BY_ITSELF,
            "deactivate_missing": import_.deactivate_missing,
        }

    def _offer(self, report: dict[str, Any]) -> None:
        encoding = words.ENCODINGS.get(report.get("encoding", ""), "")
        separator = words.SEPARATORS.get(report.get("separator", ""), "")
        level = _("computed from the reporting line")
        if not report.get("levels_from_tree"):
            level = _("the level column of the file")
        self._choices("encoding", encoding, [(n, words.ENCODINGS[n]) for n in KNOWN_ENCODINGS])
        self._choices("separator", separator, [(s, words.SEPARATORS[s]) for s in KNOWN_SEPARATORS])
        self._choices(
            "date_order",
            words.DATE_ORDERS["day-first"],
            [(order, words.DATE_ORDERS[order]) for order in DATE_ORDERS],
        )
        sources = {
            "column": _("the level column of the file"),
            "title": _("a table of job titles"),
            "tree": _("computed from the reporting line"),
        }
        self._choices("level_from", level, [(source, sources[source]) for source in LEVEL_SOURCES])

    def _choices(self, name: str, recognised: Any, offered: list[tuple[str, Any]]) -> None:
        found = self.fields[name]
        assert isinstance(found, forms.ChoiceField)
        by_itself = (
            _("recognised: %(what)s") % {"what": recognised} if recognised else _("recognise")
        )
        found.choices = [(BY_ITSELF, by_itself), *offered]

    def _known_grades(self, import_: Import) -> list[str]:
        unknown = import_.problems.filter(content__code="unknown-grade").order_by("position")
        found = [stored.content["value"] for stored in unknown[:MOST_GRADES]]
        return list(dict.fromkeys([*found, *self._options.grades]))[:MOST_GRADES]


def _chosen(value: str) -> Any:
    return None if value == BY_ITSELF else value
