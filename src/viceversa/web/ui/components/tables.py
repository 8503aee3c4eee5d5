"""Long lists: searching, narrowing, sorting, paging, each as a link or a plain form."""

from collections.abc import Sequence
from typing import Any, Literal

from django.core.paginator import Page
from django.http import HttpRequest, QueryDict

from viceversa.web.ui.component import Values, component

type Option = Sequence[Any]  # (value, label) or (value, label, count)


def address(request: HttpRequest | None, **changed: object) -> str:
    """Return the query of this page with some values changed; None takes one out.

    Changing anything but the page goes back to the first page.
    """
    query = request.GET.copy() if request else QueryDict(mutable=True)
    if "page" not in changed:
        query.pop("page", None)
    for name, value in changed.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@component("filters", block=True, extra=True)
def filters(
    *,
    label: str,
    search: str | None = None,
    search_label: str = "",
    action: str = "",
    keep: Sequence[str] = ("sort",),
    request: HttpRequest | None = None,
) -> Values:
    """Narrow a list. `keep` names the parts of the address that must survive."""
    get = request.GET if request else QueryDict()
    return {
        "kept": [(name, value) for name in keep for value in get.getlist(name)],
        "searches": bool(search_label) or search is not None,
        "search": search or "",
    }


@component("filters")
def filter_select(
    *, name: str, label: str, options: Sequence[Option], current: object = "", any: str = ""
) -> Values:
    """One list of choices in the filters; `any` is the words for no choice."""
    chosen = "" if current is None else str(current)
    return {"listed": [(value, text, str(value) == chosen) for value, text in options]}


@component("filters")
def segments(
    *,
    label: str,
    name: str,
    options: Sequence[Option],
    current: object = "",
    request: HttpRequest | None = None,
) -> Values:
    """Two to four ways of showing the same list, as links."""
    listed = []
    for value, text, *count in options:
        chosen = str(value) == ("" if current is None else str(current))
        href = address(request, **{name: value})
        listed.append((href, text, count[0] if count else None, chosen))
    return {"listed": listed}


@component("table", block=True, extra=True)
def table(*, label: str, wide: bool = False, dense: bool = False, caption: str = "") -> Values:
    """Hairlines only; scrolls sideways by itself where the page is narrow."""
    return {}


@component("table")
def column(
    label: str,
    *,
    sort: str = "",
    current: str = "",
    num: bool = False,
    hidden: bool = False,
    request: HttpRequest | None = None,
) -> Values:
    """The head of a column; with `sort`, a link that orders by it, then the other way round."""
    direction: Literal["", "ascending", "descending"] = ""
    if sort and current == sort:
        direction = "ascending"
    elif sort and current == f"-{sort}":
        direction = "descending"
    wanted = f"-{sort}" if direction == "ascending" else sort
    return {"direction": direction, "href": address(request, sort=wanted) if sort else ""}


@component("table")
def hidden_figure(reason: str) -> Values:
    """A figure that may not be shown, and why."""
    return {}


@component("pager")
def pager(
    *, page: Page[Any], label: str, param: str = "page", request: HttpRequest | None = None
) -> Values:
    """Numbered pages, with the span of what is shown."""
    paginator = page.paginator
    numbers: list[tuple[str, str, bool]] = []
    for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if isinstance(number, int):
            numbers.append(
                (str(number), address(request, **{param: number}), number == page.number)
            )
        else:
            numbers.append(("…", "", False))
    previous = address(request, **{param: page.number - 1}) if page.has_previous() else ""
    following = address(request, **{param: page.number + 1}) if page.has_next() else ""
    return {
        "numbers": numbers if paginator.num_pages > 1 else [],
        "first": page.start_index(),
        "last": page.end_index(),
        "count": paginator.count,
        "previous": previous,
        "following": following,
    }
