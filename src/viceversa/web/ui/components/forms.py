"""Forms: label, help, control, error, in this order, tied together for every kind of reader."""

from typing import Literal

from django import forms
from django.forms.boundfield import BoundField

from viceversa.web.ui.component import Values, component

type Scope = Literal["me", "pair", "others", ""]
type Shape = Literal["", "field", "check", "switch", "choices", "segments", "dropzone", "row"]


@component("field", block=True, extra=True)
def form(
    *, action: str = "", method: Literal["post", "get"] = "post", multipart: bool = False
) -> Values:
    """A form, with its token against forged requests."""
    return {}


@component("field")
def form_errors(form: forms.BaseForm) -> Values:
    """The summary above a form that came back: each error leads to its field."""
    if not form.is_bound or form.is_valid():
        return {"problems": [], "general": []}
    problems = [
        (bound.id_for_label or f"{bound.auto_id}_0", bound.label, error)
        for bound in form
        for error in bound.errors
        if not bound.is_hidden
    ]
    hidden = [error for bound in form.hidden_fields() for error in bound.errors]
    return {"problems": problems, "general": [*form.non_field_errors(), *hidden]}


@component("field")
def fields(form: forms.BaseForm) -> Values:
    """Every field of a form, in its order, and the hidden ones."""
    return {}


def shape_of(field: BoundField) -> Shape:
    """Return how a field is drawn when the page does not say."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "field"


@component("field")
def field(
    field: BoundField,
    *,
    seen_by: Scope = "",
    seen_text: str = "",
    label: str = "",
    as_: Shape = "",
) -> Values:
    """One field of a Django form, drawn as its widget asks or as the page says.

    Required is the rule; what may be left empty says so.
    """
    drawn = as_ or shape_of(field)
    widget = field.field.widget
    css = "input" if drawn in ("field", "row") else ""
    attrs: dict[str, str | bool] = {}
    if css:
        attrs["class"] = f"{css} {widget.attrs.get('class', '')}".strip()
    if drawn == "switch":
        attrs["role"] = "switch"
    optional = not field.field.required and drawn in ("field", "row", "choices")
    return {
        "drawn": drawn,
        "control": ""
        if drawn in ("choices", "segments", "dropzone")
        else field.as_widget(attrs=attrs),
        "optional": optional and not getattr(widget.attrs, "disabled", False),
        "text": label or field.label,
        "help_id": f"{field.auto_id}_helptext",
        "error_id": f"{field.auto_id}_error",
        "columns": len(getattr(field.field, "choices", ())) > 6,
    }


@component("choice", extra=True)
def check(
    *, name: str, label: str, value: object = "1", checked: bool = False, required: bool = False
) -> Values:
    """A check box without a Django form."""
    return {}


@component("choice", extra=True)
def choice(
    *,
    name: str,
    value: object,
    title: str,
    text: str = "",
    checked: bool = False,
    disabled: bool = False,
    type: Literal["radio", "checkbox"] = "radio",
) -> Values:
    """A radio button or check box as a card; the whole card is the target."""
    return {}


@component("dropzone")
def dropzone(field: BoundField, *, title: str, help: str = "") -> Values:
    """A field for a file, onto which a file can also be dropped."""
    attrs: dict[str, str | bool] = {"class": "sr"}
    return {"control": field.as_widget(attrs=attrs), "error_id": f"{field.auto_id}_error"}
