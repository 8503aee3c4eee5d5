"""The directory as the import sees it: each person in plain values, found by id or e-mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Known:
    """A person of the directory. `pk` and `manager` are private keys, `unit` the path as text."""

    pk: int
    id: str
    email: str
    first_name: str
    last_name: str
    title: str
    unit: str
    site: str
    country: str
    time_zone: str
    languages: tuple[str, ...]
    level: int | None
    grade: str
    hired_on: date | None
    manager: int | None
    manager_missing: bool
    status: str

    @property
    def name(self) -> str:
        """First name, then last name."""
        return f"{self.first_name} {self.last_name}".strip()


class People:
    """The whole directory, indexed."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.by_pk = {person.pk: person for person in people}
        self.by_id = {person.id: person for person in self.by_pk.values() if person.id}
        self.by_email = {
            person.email.lower(): person for person in self.by_pk.values() if person.email
        }

    def __len__(self) -> int:
        return len(self.by_pk)

    def keys(self) -> frozenset[str]:
        """Every id and lower-case e-mail, for the reader of a file."""
        return frozenset(self.by_id) | frozenset(self.by_email)

    def find(self, text: str) -> Known | None:
        """Return the person with this id or e-mail, or None."""
        return self.by_id.get(text) or self.by_email.get(text.lower())
