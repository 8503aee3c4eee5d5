"""What can be done: buttons, one-button forms, menus, dialogs."""

from typing import Literal

from django.http import HttpRequest

from viceversa.web.ui.component import Values, component

type Kind = Literal["plain", "primary", "quiet", "danger"]
type Size = Literal["normal", "small", "large"]


@component("button", extra=True)
def button(
    label: str,
    *,
    kind: Kind = "plain",
    size: Size = "normal",
    icon: str = "",
    icon_only: bool = False,
    wide: bool = False,
    href: str = "",
    download: bool = False,
    type: Literal["button", "submit"] = "button",
    name: str = "",
    value: object = "",
    form: str = "",
    open: str = "",
    close: bool = False,
    pressed: bool | None = None,
    disabled: bool = False,
    busy: bool = False,
    autofocus: bool = False,
) -> Values:
    """An action: verb and object. With `href` a link, with `open` the opener of a dialog.

    `type` is “submit” by itself where `form` or `name` is given.
    """
    return {"submits": type == "submit" or bool(form or name)}


@component("button", block=True, extra=True)
def post(
    label: str,
    *,
    action: str,
    kind: Kind = "plain",
    size: Size = "normal",
    icon: str = "",
    icon_only: bool = False,
    name: str = "",
    value: object = "",
    pressed: bool | None = None,
    disabled: bool = False,
) -> Values:
    """A form of one button; the content is for hidden fields."""
    return {}


@component("menu", block=True)
def menu(
    *,
    id: str,
    label: str,
    icon: str = "ellipsis",
    text: str = "",
    kind: Kind = "plain",
    size: Size = "normal",
) -> Values:
    """A button that opens a list of choices or actions; `text` is shown, else only the icon."""
    return {}


@component("menu", extra=True)
def menu_item(
    label: str,
    *,
    href: str = "",
    icon: str = "",
    form: str = "",
    name: str = "",
    value: object = "",
    open: str = "",
    checked: bool = False,
    lang: str = "",
) -> Values:
    """One line of a menu: a link, the submit button of a form, or the opener of a dialog."""
    return {}


@component("menu")
def menu_rule() -> Values:
    """A line between two groups of a menu."""
    return {}


@component("dialog", slots=("footer",))
def dialog(
    *,
    id: str,
    title: str,
    shown: bool = False,
    inline: bool = False,
) -> Values:
    """One decision, its consequences, two ways out.

    `shown` opens it with the page, for a form that came back with errors.
    """
    return {}


@component("toast")
def toast(text: str, *, undo: str = "", request: HttpRequest | None = None) -> Values:
    """What just happened, and the way back: `undo` is an address that is POSTed to."""
    return {"back": request.get_full_path() if request else ""}
