"""A problem: checked input, columns in the order of ids, and where everyone stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from .assemble import forbidden_of, tables_of
from .checks import edit_faults, participant_faults, people_faults, policy_faults
from .errors import Fault, ProblemError
from .fingerprint import input_hash, policy_hash
from .model import Ban, Participant, Person, Pin, Policy, Role
from .notices import Notice, notices_of
from .tables import Tables


@dataclass(frozen=True)
class Problem:
    """The engine's question. Build it with `Problem.build`; the constructor checks nothing.

    `mentees` and `mentors` are in the order of person ids, whatever the order of the input, so
    the answer does not depend on it. `notices` lists what was understood but had no effect.
    """

    people: Mapping[str, Person]
    mentees: tuple[Participant, ...]
    mentors: tuple[Participant, ...]
    policy: Policy
    pins: tuple[Pin, ...]
    bans: tuple[Ban, ...]
    tables: Tables = field(repr=False)
    mentee_at: Mapping[str, int] = field(repr=False)
    mentor_at: Mapping[str, int] = field(repr=False)
    notices: tuple[Notice, ...] = ()

    @staticmethod
    def build(
        people: Sequence[Person],
        participants: Sequence[Participant],
        policy: Policy | None = None,
        pins: Sequence[Pin] = (),
        bans: Sequence[Ban] = (),
    ) -> "Problem":
        """Check everything and lay out the columns.

        `people`: everyone who matters for the reporting tree; `participants`: one per person and
        role. Raises `ProblemError` with every fault found. Empty sides are no fault: the answer
        is then empty. Pins that break a rule are refused by `solve`, which knows the rules.
        """
        policy = policy or Policy()
        known = {person.id: person for person in people}
        faults = (
            *people_faults(people),
            *participant_faults(participants, known),
            *policy_faults(policy),
            *edit_faults(participants, pins, bans),
        )
        if faults:
            raise ProblemError(faults)
        mentees = _side(participants, "mentee")
        mentors = _side(participants, "mentor")
        mentee_at = {p.person: i for i, p in enumerate(mentees)}
        mentor_at = {p.person: j for j, p in enumerate(mentors)}
        tables = tables_of(known, (mentees, mentors), (mentee_at, mentor_at), policy, pins, bans)
        return Problem(
            known,
            mentees,
            mentors,
            policy,
            _in_order(pins),
            _in_order(bans),
            tables,
            mentee_at,
            mentor_at,
            notices_of(known, participants),
        )

    @cached_property
    def input_hash(self) -> str:
        """SHA-256 of the people, their places and the edits."""
        everyone = (*self.mentees, *self.mentors)
        return input_hash(self.people.values(), everyone, self.pins, self.bans)

    @cached_property
    def policy_hash(self) -> str:
        """SHA-256 of the policy."""
        return policy_hash(self.policy)

    def variant(
        self,
        *,
        people: Sequence[Person] | None = None,
        participants: Sequence[Participant] | None = None,
        policy: Policy | None = None,
        pins: Sequence[Pin] | None = None,
        bans: Sequence[Ban] | None = None,
    ) -> "Problem":
        """The same question with something changed: a *what if*, checked like any other."""
        if people is None and participants is None and policy is None:
            return self._edited(
                self.pins if pins is None else pins, self.bans if bans is None else bans
            )
        return Problem.build(
            tuple(self.people.values()) if people is None else people,
            (*self.mentees, *self.mentors) if participants is None else participants,
            policy or self.policy,
            self.pins if pins is None else pins,
            self.bans if bans is None else bans,
        )

    def _edited(self, pins: Sequence[Pin], bans: Sequence[Ban]) -> "Problem":
        """Other pins and bans: everything but the list of forbidden pairs is as it was."""
        sides = (self.mentees, self.mentors)
        faults = tuple(edit_faults((*self.mentees, *self.mentors), pins, bans))
        if faults:
            raise ProblemError(faults)
        where = (self.mentee_at, self.mentor_at)
        forbidden = forbidden_of(sides, where, self.policy, pins, bans)
        return replace(
            self,
            pins=_in_order(pins),
            bans=_in_order(bans),
            tables=self.tables._replace(forbidden=forbidden),
        )

    def position(self, person: str, role: str) -> int:
        """Where somebody stands among the mentees or mentors; `ProblemError` if nowhere."""
        found = (self.mentee_at if role == "mentee" else self.mentor_at).get(person)
        if found is None:
            what, remedy = f"takes no part as a {role}", "Use an id as it stands in the input."
            raise ProblemError((Fault("unknown-person", person, what, remedy),))
        return found

    def others(self, role: str) -> tuple[Participant, ...]:
        """The people on the other side of a role."""
        return self.mentors if role == "mentee" else self.mentees

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors."""
        return len(self.mentees), len(self.mentors)


def _side(participants: Sequence[Participant], role: Role) -> tuple[Participant, ...]:
    return tuple(sorted((p for p in participants if p.role == role), key=lambda p: p.person))


def _in_order[T: (Pin, Ban)](edits: Sequence[T]) -> tuple[T, ...]:
    return tuple(sorted(edits, key=lambda edit: (edit.mentee, edit.mentor)))
