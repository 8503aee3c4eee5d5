"""People and what passes between them. A circle is a mentor, a square is a mentee."""

from collections.abc import Sequence
from typing import Literal

from viceversa.web.ui.component import Values, component
from viceversa.web.ui.initials import initials

type Role = Literal["mentor", "mentee", ""]
type Size = Literal["tiny", "small", "normal", "large", "huge"]


@component("person")
def mono(
    name: str,
    *,
    role: Role = "",
    size: Literal["small", "normal", "large", "preview"] = "normal",
    picture: str = "",
) -> Values:
    """A monogram in the shape of the role, or a picture (its address) that its owner put there."""
    return {"letters": initials(name)}


@component("person")
def role_mark(role: Role, *, silent: bool = False) -> Values:
    """The small shape that goes before a name in running text and tables."""
    return {}


@component("person")
def person(
    name: str,
    *,
    line: str = "",
    role: Role = "",
    href: str = "",
    size: Literal["small", "normal", "large"] = "normal",
    picture: str = "",
) -> Values:
    """Monogram or picture, name, what they do."""
    return {}


@component("pair")
def pair(
    *,
    mentor: str = "",
    mentee: str = "",
    size: Size = "normal",
    state: Literal["", "open"] = "",
    label: str = "",
    title: str = "",
    note: str = "",
    href: str = "",
) -> Values:
    """The relationship drawn: where the two meet, the inks overprint.

    `state` “open” is a pair that is not yet both. With `title`, names stand beside the mark.
    """
    return {"mentor_letters": initials(mentor), "mentee_letters": initials(mentee)}


def _listed(said: object) -> list[object]:
    """Return a lane's texts, whether one was given (perhaps still to be translated) or several."""
    if isinstance(said, list | tuple):
        return list(said)
    return [said] if said else []


@component("exchange")
def exchange(
    *,
    mentor: str,
    mentee: str,
    gives: str | Sequence[str] = (),
    gets: str | Sequence[str] = (),
    mentor_label: str = "",
    mentee_label: str = "",
    mentor_note: str = "",
    mentee_note: str = "",
    mentor_full: str = "",
    mentee_full: str = "",
    empty_gives: str = "",
    empty_gets: str = "",
    size: Literal["", "normal", "small", "large"] = "",
) -> Values:
    """What flows each way, always both; a lane with nothing in it asks.

    `mentor_full` and `mentee_full` are whole names, for monograms beside a first name.
    """
    return {
        "given": _listed(gives),
        "got": _listed(gets),
    }


@component("visibility")
def seen_by(scope: Literal["me", "pair", "others"], text: str) -> Values:
    """Who can see this, beside the field."""
    return {}


@component("visibility", block=True)
def seen_by_bar() -> Values:
    """Who can see this, for a whole page or form."""
    return {}
