"""The reporting line as it would be once a file is written, over the file and the directory."""

from typing import Any

from viceversa.people.rules.known import Known
from viceversa.people.rules.pairing import Pairing
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.rows import Row
from viceversa.people.rules.seniority import levels_from_tree
from viceversa.people.rules.tree import cycles

# Someone of the directory goes by private key, someone new by `Row.key`.
type Who = int | str


class Reporting:
    """Who would report to whom. `has_column` tells whether the file speaks of line managers."""

    def __init__(self, pairing: Pairing, has_column: bool) -> None:
        self._people = pairing.people
        self._has_column = has_column
        self._who: dict[str, Who] = {
            row.key: person.pk if person else row.key for row, person in pairing.pairs
        }
        self._managers: dict[Who, Who] = {
            person.pk: person.manager
            for person in pairing.people.by_pk.values()
            if person.manager is not None
        }
        self._unknown: set[Who] = {
            person.pk for person in pairing.people.by_pk.values() if person.manager_missing
        }
        self.warnings: list[Problem] = []
        if has_column:
            for row, person in pairing.pairs:
                self._set(row, person.pk if person else row.key)
            self._cut(pairing)

    def values(self, row: Row, person: Known | None) -> dict[str, Any]:
        """Return the fields `manager` and `manager_missing` of a row."""
        if not self._has_column:
            return {}
        me: Who = person.pk if person else row.key
        return {"manager": self._managers.get(me), "manager_missing": me in self._unknown}

    def levels(self) -> dict[Who, int]:
        """Return the levels that follow from the line, of the directory and the file together."""
        everybody: list[Who] = [*self._people.by_pk, *self._who.values()]
        return levels_from_tree(self._managers, list(dict.fromkeys(everybody)), self._unknown)

    def _set(self, row: Row, me: Who) -> None:
        above: Who | None = self._who.get(row.manager_key) if row.manager_key else None
        if above is None and row.manager and row.manager_known:
            known = self._people.find(row.manager)
            above = known.pk if known else None
        self._managers.pop(me, None)
        self._unknown.discard(me)
        if above is not None:
            self._managers[me] = above
        elif row.manager:
            self._unknown.add(me)

    def _cut(self, pairing: Pairing) -> None:
        """Circles that run through the directory: cut at the rows of this file."""
        rows = {person.pk if person else row.key: row for row, person in pairing.pairs}
        for circle in cycles(self._managers):
            written = [rows[who] for who in circle if who in rows]
            for who in circle:
                if who in rows:
                    self._managers.pop(who)
                    self._unknown.add(who)
            if written:
                first = min(written, key=lambda row: row.line)
                self.warnings.append(
                    Problem(
                        "own-manager" if len(circle) == 1 else "manager-circle",
                        "warning",
                        line=first.line,
                        column="manager",
                        value=first.manager,
                        data={
                            "name": first.name,
                            "count": len(circle),
                            "people": [row.name for row in written[:8]],
                        },
                    )
                )
