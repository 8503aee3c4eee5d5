"""Turns declared components into template tags: reading the attributes, filling the slots."""

import re
from typing import Any, cast

from django.forms.utils import flatatt
from django.template import Context, Template, TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.library import Library
from django.utils.safestring import SafeString, mark_safe

from viceversa.web.ui.component import Component

ATTRIBUTE = re.compile(r"^([a-z_][\w-]*)=(.*)$", re.DOTALL)
SLOTS = "_slots"


class ComponentNode(Node):
    """Renders a component's template with its attributes, its content and its slots."""

    def __init__(
        self, component: Component, given: dict[str, FilterExpression], nodelist: NodeList | None
    ) -> None:
        self.component = component
        self.given = given
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        component = self.component
        props: dict[str, object] = {}
        extra: dict[str, object] = {}
        for name, expression in self.given.items():
            value = expression.resolve(context)
            if name in component.props:
                component.check_value(name, value)
                props[name] = value
            else:
                extra[name] = value
        values = {prop.name: prop.default for prop in component.props.values()} | props
        arguments = {component.props[name].parameter: value for name, value in props.items()}
        if component.wants_request:
            arguments["request"] = context.get("request")
        values |= component.prepare(**arguments)
        slots: dict[str, SafeString] = {}
        if self.nodelist is not None:
            with context.push(**{SLOTS: slots}):
                values["content"] = mark_safe(self.nodelist.render(context).strip())
        return self._fill(context, values | {"slots": slots, "extra": _attributes(extra)})

    def _fill(self, context: Context, values: dict[str, object]) -> SafeString:
        template: Template | None = context.render_context.get(self)
        if template is None:
            engine = cast(Any, context.template).engine
            template = cast(Template, engine.get_template(self.component.template))
            context.render_context[self] = template
        inner = context.new(values)
        inner["csrf_token"] = context.get("csrf_token")
        return mark_safe(template.render(inner).strip())


class SlotNode(Node):
    """Keeps its content for the component around it and shows nothing where it stands."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        slots: dict[str, SafeString] = context[SLOTS]
        slots[self.name] = mark_safe(self.nodelist.render(context).strip())
        return mark_safe("")


def register(library: Library, component: Component) -> None:
    """Add the tag of a component to a template library."""

    def compile_tag(parser: Parser, token: Token) -> ComponentNode:
        given = _read(component, parser, token.split_contents()[1:])
        nodelist = None
        if component.block:
            open_components = _open(parser)
            open_components.append(component)
            nodelist = parser.parse((f"end{component.name}",))
            parser.delete_first_token()
            open_components.pop()
        return ComponentNode(component, given, nodelist)

    library.tag(component.name, compile_tag)


def slot(parser: Parser, token: Token) -> SlotNode:
    """Compile `{% slot name %}…{% endslot %}`."""
    bits = token.split_contents()[1:]
    if len(bits) != 1:
        raise TemplateSyntaxError("{% slot %} takes the name of the slot and nothing else.")
    around = _open(parser)
    if not around:
        raise TemplateSyntaxError(f"{{% slot {bits[0]} %}} stands outside a component.")
    around[-1].check_slot(bits[0])
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(bits[0], nodelist)


def _open(parser: Parser) -> list[Component]:
    """Return the components whose end the parser has not met yet, outermost first."""
    if not hasattr(parser, "open_components"):
        parser.open_components = []  # type: ignore[attr-defined]  # the parser lives for one template
    return cast(list[Component], parser.open_components)  # type: ignore[attr-defined]  # same


def _read(component: Component, parser: Parser, bits: list[str]) -> dict[str, FilterExpression]:
    """Return the attributes of a tag as written, checked as far as can be without values."""
    given: dict[str, FilterExpression] = {}
    free = component.positional
    for bit in bits:
        match = ATTRIBUTE.match(bit)
        if match:
            name, written = match[1], match[2]
            component.check_name(name)
        elif free:
            name, written = free[0], bit
        else:
            raise TemplateSyntaxError(f"{{% {component.name} %}}: {bit} needs a name (name={bit}).")
        if name in given:
            raise TemplateSyntaxError(f"{{% {component.name} %}} has {name} twice.")
        if name in free:
            free.remove(name)
        given[name] = parser.compile_filter(written)
        if isinstance(given[name].var, str):
            component.check_value(name, given[name].var)
    component.check_complete(set(given))
    return given


def _attributes(values: dict[str, object]) -> SafeString:
    """Return HTML attributes, each with a space before it; False and None leave one out."""
    return flatatt({name: value for name, value in values.items() if value is not None})
