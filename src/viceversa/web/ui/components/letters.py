"""A message as it reaches somebody: its subject, its sheet and its text."""

from viceversa.web.ui.component import Values, component


@component("quote")
def letter(*, subject: str, sheet: str, text: str, language: str) -> Values:
    """A written message; `sheet` is the address of its HTML, framed under a policy of its own."""
    return {}
