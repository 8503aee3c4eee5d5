"""Opening a self-check: the one place where an answer becomes readable."""

from viceversa.measurement.models import SelfCheck
from viceversa.measurement.rules.answers import Answer, read


def opened(self_check: SelfCheck) -> dict[str, Answer] | None:
    """Return the answers of a self-check, None where no key opens them any more.

    Who may read them is for the caller to know: the author, or a partner they were shared with.
    Its person must be loaded.
    """
    if not self_check.sealed:
        return {}
    words = self_check.words()
    return None if words is None else read(words)
