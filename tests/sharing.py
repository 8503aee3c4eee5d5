"""What shares something slow to make stays in one process: a server, a loaded company, the engine.

pytest-xdist knows groups by marks, but writes them where pytest 9 no longer looks: hence by name.
"""

from typing import Any

from xdist.scheduler.loadscope import LoadScopeScheduling

# Each of their tests has a server of its own.
APART = ("tests/browser/test_journey_first_round.py", "tests/browser/test_journey_six_months.py")
# The longest walk of all: a server of its own, so that the other process may have the rest.
LONGEST = (
    "tests/browser/test_accessibility.py::"
    "test_every_page_of_a_part_is_accessible[chromium-coordinator]"
)


def shares_with(nodeid: str) -> str:
    """Return the name of what a test shares; its own name where that is nothing."""
    path, _, rest = nodeid.partition("::")
    if path.startswith("tests/engine/"):
        return "tests/engine"
    if path.startswith("tests/browser/"):
        return nodeid if path in APART or nodeid == LONGEST else path
    case, inside, _ = rest.partition("::")
    return f"{path}::{case}" if inside else nodeid


class KeptTogether(LoadScopeScheduling):
    """Hands out what shares something as one, in the order of the collection."""

    def __init__(self, config: Any, log: Any) -> None:
        config.option.loadscopereorder = False  # the longest stand first already
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return shares_with(nodeid)
