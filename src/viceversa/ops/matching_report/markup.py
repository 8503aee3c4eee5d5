"""HTML by functions: every text is escaped unless it is already `Html`, so none can break out."""

from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is finished markup."""

    __slots__ = ()


type Child = str | Iterable[Child] | None

_DRAWN = frozenset({"rect", "circle", "path"})
_VOID = _DRAWN | {"meta", "link", "img"}


def tag(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Html:
    """An element. `class_` is class, other underscores are hyphens; True is a bare attribute.

    >>> tag("p", "a < b", class_="quiet", data_role="mentor")
    '<p class="quiet" data-role="mentor">a &lt; b</p>'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID and not children:
        return Html(f"<{name}{written}{'/' if name in _DRAWN else ''}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: Child) -> Html:
    """Children one after the other; None is nothing."""
    parts = []
    for child in children:
        if isinstance(child, Html):
            parts.append(str(child))
        elif isinstance(child, str):
            parts.append(escape(child, quote=False))
        elif child is not None:
            parts.append(str(join(*child)))
    return Html("".join(parts))


def _attribute(key: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
