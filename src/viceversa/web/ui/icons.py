"""Which drawings the sprite holds, so that a misspelt icon is an error and not an empty space."""

import re
from functools import cache
from pathlib import Path

from django.template import TemplateSyntaxError

SPRITE = Path(__file__).resolve().parent.parent / "static" / "icons" / "sprite.svg"


@cache
def names() -> frozenset[str]:
    """Return the names of all drawings."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text(encoding="utf-8")))


def check(name: str) -> None:
    """Raise TemplateSyntaxError for a drawing that is not there."""
    if name not in names():
        raise TemplateSyntaxError(
            f"There is no icon “{name}”. There are: {', '.join(sorted(names()))}."
        )
