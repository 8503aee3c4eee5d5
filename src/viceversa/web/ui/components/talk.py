"""A conversation: what was said, in the ink of whoever said it."""

from viceversa.web.ui.component import Values, component
from viceversa.web.ui.components.people import Role


@component("talk", block=True)
def talk(*, label: str) -> Values:
    """A conversation; its content are list items with `said`."""
    return {}


@component("talk", slots=("actions",))
def said(
    *, by: str, role: Role, at: str, mine: bool = False, gone: bool = False, changed: str = ""
) -> Values:
    """A message; the content are its words and, after them, what can be done with it."""
    return {}
