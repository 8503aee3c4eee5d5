"""What the page itself has to say, and what it can prove."""

from viceversa.web.ui.component import Values, component
from viceversa.web.ui.components.lists import Tone

ICONS = {"good": "check", "attention": "triangle-alert", "danger": "circle-alert"}


@component("notice", slots=("actions",), extra=True)
def notice(*, title: str = "", tone: Tone = "", icon: str = "") -> Values:
    """One idea, with a rule at its start; the icon follows the tone unless named."""
    return {"drawn": icon or ICONS.get(tone, "info")}


@component("certificate", block=True)
def certificate(
    *, title: str, total: str, bound: str, difference: str, proven: bool = True
) -> Values:
    """The round's proof: two numbers that must meet."""
    return {}
