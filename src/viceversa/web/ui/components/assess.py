"""Looking at oneself: one question, four honest answers, nobody watching."""

from viceversa.web.ui.component import Values, component


@component("assess", block=True)
def assess_progress(*, done: int, total: int, label: str) -> Values:
    """How many questions are behind, as steps; what it encloses stands at the end of the line."""
    return {"states": ["done"] * done + ["now"] * (done < total) + [""] * (total - done - 1)}


@component("assess")
def level(
    *, name: str, value: object, title: str, text: str, example: str, checked: bool = False
) -> Values:
    """One of the four answers: what somebody does, and an example; the whole card is the target."""
    return {}
