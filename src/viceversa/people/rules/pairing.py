"""Pairing: which person of the directory each row of the file is about."""

from viceversa.people.rules.known import Known, People
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.reading import Reading
from viceversa.people.rules.rows import Row


class Pairing:
    """Rows with the person they are about, or None for somebody new; contradictions left out.

    A row is about the person with its id; without one, about the person with its e-mail, provided
    that this person has no other id. `mentioned` are the private keys of everybody whom the file
    names, also in rows left out: nobody is missing who stands there with a mistake.
    """

    def __init__(self, reading: Reading, people: People) -> None:
        self.people = people
        self.pairs: list[tuple[Row, Known | None]] = []
        self.mentioned: set[int] = set()
        self._reading = reading
        found = [(row, self._person(row)) for row in reading.rows]
        releases = self._released(found)
        found_problems: list[Problem] = []
        for row, person in found:
            problem = self._contradiction(row, person, releases)
            if problem is None:
                self.pairs.append((row, person))
            else:
                found_problems.append(problem)
            if person is not None:
                self.mentioned.add(person.pk)
        for key in reading.keys_left_out:
            if (known := people.find(key)) is not None:
                self.mentioned.add(known.pk)
        self.problems = reading.with_cells(found_problems)

    def _person(self, row: Row) -> Known | None:
        person = self.people.by_id.get(row.id) if row.id else None
        if person is None and row.email:
            person = self.people.by_email.get(row.email)
            if person is not None and person.id and row.id:
                return None
        return person

    def _released(self, found: list[tuple[Row, Known | None]]) -> set[str]:
        """Addresses that their holder gives up in this same file."""
        return {
            person.email.lower()
            for row, person in found
            if person is not None
            and person.email
            and "email" in self._reading.columns
            and row.email != person.email.lower()
        }

    def _contradiction(self, row: Row, person: Known | None, released: set[str]) -> Problem | None:
        holder = self.people.by_email.get(row.email) if row.email else None
        if holder is None or holder is person or row.email in released:
            return None
        by_id = self.people.by_id.get(row.id)
        return Problem(
            "key-clash" if by_id else "email-taken",
            "problem",
            line=row.line,
            column="email",
            value=row.email,
            data={"by_id": by_id.name if by_id else "", "by_email": holder.name},
        )
