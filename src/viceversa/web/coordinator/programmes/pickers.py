"""A person picker that works on a hundred thousand people and without scripts.

The form has a search text `<name>_search` and radio buttons (or check boxes) `<name>` with the
person's public id. Pressing its button, or leaving a text without choosing, draws the page again
with those found; scripts do the same while one types.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, QueryDict

from viceversa.people.models import Person
from viceversa.programmes.queries.candidates import people_by_public_id, people_found


@dataclass(slots=True)
class Picker:
    """One picker: the people chosen now and the people found for the text."""

    name: str
    label: str
    help: str = ""
    many: bool = False
    search: str = ""
    chosen: list[Person] = field(default_factory=list)
    found: list[Person] = field(default_factory=list)

    @property
    def ids(self) -> list[int]:
        """The private ids of those chosen."""
        return [person.pk for person in self.chosen]

    @property
    def others(self) -> list[Person]:
        """Those found and not chosen."""
        there = {person.pk for person in self.chosen}
        return [person for person in self.found if person.pk not in there]

    @property
    def nothing_found(self) -> bool:
        """Whether somebody was looked for in vain."""
        return bool(self.search) and not self.found

    def read(self, data: QueryDict) -> None:
        """Take over what was sent: the choice, and the search with its results."""
        self.search = data.get(f"{self.name}_search", "").strip()
        wanted = [value for value in data.getlist(self.name) if value]
        self.chosen = people_by_public_id(wanted) if wanted else []
        self.found = people_found(self.search)

    def unfinished(self, data: QueryDict) -> bool:
        """Tell whether the page must come back with results before it is saved."""
        if data.get("find") == self.name:
            return True
        chosen_now = {person.pk for person in self.chosen}
        return bool(self.search) and not chosen_now & {person.pk for person in self.found}


def read_all(pickers: Sequence[Picker], request: HttpRequest) -> bool:
    """Read every picker of a posted page; tell whether one of them is still looking."""
    for picker in pickers:
        picker.read(request.POST)
    return any(picker.unfinished(request.POST) for picker in pickers)
