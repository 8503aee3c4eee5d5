"""A component is a function whose signature declares what its template tag accepts.

The function's parameters are the attributes of the tag, with their types and defaults; those
before the `*` may be given without a name. What it returns is added to the attributes and handed
to `templates/ui/<name>.html`. A misspelt attribute, a missing one or a value outside a `Literal`
stops with a sentence that names the allowed ones.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from django.template import TemplateSyntaxError

type Values = Mapping[str, object]

# Passed through to the root element of components that say `extra=True`.
PASSED_ON = ("hx-", "data-", "aria-")

REQUIRED = inspect.Parameter.empty


@dataclass(frozen=True)
class Prop:
    """One attribute of a tag; `allowed` is empty where any value will do."""

    name: str
    parameter: str
    default: object
    positional: bool
    allowed: tuple[object, ...]

    @property
    def required(self) -> bool:
        return self.default is REQUIRED


@dataclass(frozen=True)
class Component:
    """What a tag accepts, where its style lives, and the function that prepares its values."""

    name: str
    css: str
    props: Mapping[str, Prop]
    block: bool
    slots: frozenset[str]
    extra: bool
    wants_request: bool
    prepare: Callable[..., Values]

    @property
    def template(self) -> str:
        return f"ui/{self.name}.html"

    @property
    def positional(self) -> list[str]:
        return [prop.name for prop in self.props.values() if prop.positional]

    def check_name(self, name: str) -> None:
        """Raise TemplateSyntaxError for an attribute this component does not have."""
        if name in self.props:
            return
        if self.extra and (name == "id" or name.startswith(PASSED_ON)):
            return
        allowed = ", ".join(self.props) or "none"
        also = " and hx-*, data-*, aria-*, id" if self.extra else ""
        raise TemplateSyntaxError(
            f"{{% {self.name} %}} has no attribute “{name}”. It has: {allowed}{also}."
        )

    def check_value(self, name: str, value: object) -> None:
        """Raise TemplateSyntaxError for a value outside a closed list."""
        prop = self.props.get(name)
        if prop is None or not prop.allowed or value in prop.allowed:
            return
        allowed = ", ".join(f"“{one}”" for one in prop.allowed)
        raise TemplateSyntaxError(
            f"{{% {self.name} %}}: {name} cannot be “{value}”. It can be {allowed}."
        )

    def check_slot(self, name: str) -> None:
        """Raise TemplateSyntaxError for a slot this component does not have."""
        if name not in self.slots:
            allowed = ", ".join(sorted(self.slots)) or "none"
            raise TemplateSyntaxError(
                f"{{% {self.name} %}} has no slot “{name}”. It has: {allowed}."
            )

    def check_complete(self, given: set[str]) -> None:
        """Raise TemplateSyntaxError where a required attribute is missing."""
        missing = [p.name for p in self.props.values() if p.required and p.name not in given]
        if missing:
            raise TemplateSyntaxError(f"{{% {self.name} %}} needs {', '.join(missing)}.")


COMPONENTS: dict[str, Component] = {}


def component(
    css: str, *, block: bool = False, slots: tuple[str, ...] = (), extra: bool = False
) -> Callable[[Callable[..., Values]], Callable[..., Values]]:
    """Register a function as the component of its name.

    `css` is the file in `static/css/components` that dresses it; `block` says that it encloses
    content; `slots` are named parts of that content; `extra` lets hx-*, data-*, aria-* and id
    through to its root element.
    """

    def register(function: Callable[..., Values]) -> Callable[..., Values]:
        name = function.__name__.rstrip("_")
        if name in COMPONENTS:
            raise ValueError(f"Two components are called {name}.")
        hints = get_type_hints(function)
        parameters = inspect.signature(function).parameters
        props = {
            key.rstrip("_"): Prop(
                name=key.rstrip("_"),  # `as_` is the attribute `as`: Python keeps some words
                parameter=key,
                default=parameter.default,
                positional=parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD,
                allowed=_allowed(hints.get(key)),
            )
            for key, parameter in parameters.items()
            if key != "request"
        }
        COMPONENTS[name] = Component(
            name=name,
            css=css,
            props=props,
            block=block or bool(slots),
            slots=frozenset(slots),
            extra=extra,
            wants_request="request" in parameters,
            prepare=function,
        )
        return function

    return register


def _allowed(hint: object) -> tuple[object, ...]:
    """Return the values of a Literal, looking into type aliases and unions."""
    hint = getattr(hint, "__value__", hint)
    if get_origin(hint) is Literal:
        return get_args(hint)
    if isinstance(hint, UnionType):
        parts: list[Any] = [_allowed(one) for one in get_args(hint)]
        if all(parts):
            return tuple(value for part in parts for value in part)
    return ()
