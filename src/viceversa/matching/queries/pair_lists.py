"""What a hand-made list of pairs would do: whom each row means, which rules it would break."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from viceversa.matching.models import Round
from viceversa.matching.queries.checking import Broken, broken_rules
from viceversa.matching.queries.offers.places import taken_places
from viceversa.matching.queries.roster import person_key
from viceversa.matching.rules.pair_list import ListedPair, ListFault, read
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Enrolment


@dataclass(frozen=True, slots=True)
class ListPair:
    """A row whose two people were found; `broken` are the rules it would set aside."""

    line: int
    mentor: Enrolment
    mentee: Enrolment
    reason: str
    broken: Sequence[Broken] = ()

    @property
    def address(self) -> str:
        """How the row is sent back to be pinned."""
        return f"{self.mentor.public_id}.{self.mentee.public_id}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be used: line (0 for the file), what is wrong, what to do."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole list: rows that may be pinned, rows that break a rule, rows with a problem."""

    pairs: Sequence[ListPair]
    problems: Sequence[Problem]

    @property
    def fine(self) -> Sequence[ListPair]:
        """Rows that break no rule."""
        return [pair for pair in self.pairs if not pair.broken]

    @property
    def exceptions(self) -> Sequence[ListPair]:
        """Rows that break a rule."""
        return [pair for pair in self.pairs if pair.broken]

    @property
    def rows(self) -> str:
        """The rows as they are sent back to be pinned."""
        return "\n".join(f"{pair.address} {pair.line}" for pair in self.pairs)


def check_file(round: Round, content: bytes, file_name: str) -> Checked:
    """Read a list and judge every row; nothing is written."""
    listed = read(content, file_name)
    problems = [Problem(fault.line, _fault(fault)) for fault in listed.faults]
    mentors, mentees = (_by_key(round, role) for role in ("mentor", "mentee"))
    pairs = []
    for row in listed.rows:
        mentor, mentee = mentors.get(row.mentor.lower()), mentees.get(row.mentee.lower())
        problems += _unknown(row, mentor, mentee)
        if mentor and mentee:
            pairs.append(ListPair(row.line, mentor, mentee, row.reason))
    return _judged(round, pairs, problems)


def check_addresses(round: Round, rows: str) -> Sequence[ListPair]:
    """Judge rows that a page sends back; what is no longer there is passed over."""
    people = {
        row.public_id: row
        for row in Enrolment.objects.filter(
            cohort=round.cohort, state=EnrolmentState.ADMITTED
        ).select_related("person", "cohort")
    }
    pairs = []
    for line in rows.splitlines():
        address, _space, number = line.partition(" ")
        mentor, _dot, mentee = address.partition(".")
        if mentor in people and mentee in people and number.isdecimal():
            pairs.append(ListPair(int(number), people[mentor], people[mentee], ""))
    return _judged(round, pairs, []).pairs


def _judged(round: Round, pairs: list[ListPair], problems: list[Problem]) -> Checked:
    """Check rules and places, in the order of the list."""
    taken, given = taken_places(round.cohort), Counter[int]()
    kept = []
    for pair in pairs:
        if pair.mentor.person_id == pair.mentee.person_id:
            problems.append(Problem(pair.line, _("Mentor and mentee are the same person.")))
            continue
        full = [
            each
            for each in (pair.mentor, pair.mentee)
            if taken[each.pk] + given[each.pk] >= each.maximum
        ]
        if full:
            problems.append(Problem(pair.line, _full(full[0])))
            continue
        broken = broken_rules(round, pair.mentor, pair.mentee)
        fixed = [rule for rule in broken if not rule.can_be_overridden]
        if fixed:
            problems.append(Problem(pair.line, fixed[0].sentence))
            continue
        given.update((pair.mentor.pk, pair.mentee.pk))
        kept.append(ListPair(pair.line, pair.mentor, pair.mentee, pair.reason, tuple(broken)))
    return Checked(kept, sorted(problems, key=lambda problem: problem.line))


def _by_key(round: Round, role: str) -> dict[str, Enrolment]:
    """The admitted of a role by employee number and by e-mail, both without case."""
    found: dict[str, Enrolment] = {}
    rows = Enrolment.objects.filter(
        cohort=round.cohort, role=role, state=EnrolmentState.ADMITTED
    ).select_related("person", "cohort")
    for row in rows:
        found[person_key(row.person.external_id, row.person.email).lower()] = row
        if row.person.email:
            found.setdefault(row.person.email.lower(), row)
    return found


def _unknown(row: ListedPair, mentor: Enrolment | None, mentee: Enrolment | None) -> list[Problem]:
    found = []
    if mentor is None:
        found.append(
            _(
                "“%(who)s” is not admitted as a mentor in this cohort. Enrol them, or correct the "
                "row."
            )
            % {"who": row.mentor}
        )
    if mentee is None:
        found.append(
            _(
                "“%(who)s” is not admitted as a mentee in this cohort. Enrol them, or correct the "
                "row."
            )
            % {"who": row.mentee}
        )
    return [Problem(row.line, sentence) for sentence in found]


def _full(enrolment: Enrolment) -> str:
    return _(
        "%(name)s takes %(most)s at most, and relationships or rows above fill that already."
    ) % {"name": enrolment.person.name, "most": enrolment.maximum}


def _fault(fault: ListFault) -> str:
    return {
        "unreadable": _("“%(value)s” cannot be read. Save it as CSV or XLSX and try again."),
        "empty": _("There is no row in the list."),
        "column": _("The column “%(column)s” is missing. Name the two columns mentor and mentee."),
        "long": _("%(value)s rows are more than a list of pairs may have (20,000)."),
        "blank": _("The cell “%(column)s” is empty. Fill it in, or take the row out."),
        "twice": _("The same pair stands in line %(value)s already. Take one of the two out."),
    }[fault.code] % {"value": fault.value, "column": fault.column}
