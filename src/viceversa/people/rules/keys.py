"""Keys: finding a person by id or by e-mail, whichever the file happens to use."""

from collections.abc import Iterable

from viceversa.people.rules.folding import fold
from viceversa.people.rules.rows import Row


class Keys:
    """An index of rows by id and by lower-case e-mail. An id wins over an equal e-mail."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[str, Row] = {}
        self._alike: dict[str, Row | None] = {}
        listed = list(rows)
        for row in listed:
            if row.email:
                self._rows[row.email] = row
        for row in listed:
            if row.id:
                self._rows[row.id] = row
        self._listed = listed

    def find(self, text: str) -> Row | None:
        """Return the row with this id or e-mail, or None."""
        return self._rows.get(text) or self._rows.get(text.lower())

    def alike(self, text: str) -> Row | None:
        """Return the one row that `text` probably means: zeros lost, other case, or a name."""
        if not self._alike:
            for row in self._listed:
                for form in {
                    _bare(row.id),
                    fold(row.name),
                    fold(f"{row.last_name}{row.first_name}"),
                }:
                    if form:
                        self._alike[form] = None if form in self._alike else row
        return self._alike.get(_bare(text))


def _bare(text: str) -> str:
    return fold(text).lstrip("0")
